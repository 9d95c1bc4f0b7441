package dev.inkling.ui.results;

import dev.inkling.chart.ValueFormat;
import dev.inkling.data.ImageSource;
import dev.inkling.evaluate.Results;
import dev.inkling.model.ModelCard;
import dev.inkling.ui.kit.FigureRow;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.results.Evaluator.Evaluated;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The most important figures in a row, large. */
final class Figures {
  private final Texts texts;
  private final FigureRow row = new FigureRow();
  private final List<VBox> figures = new ArrayList<>();

  Figures(Texts texts) {
    this.texts = texts;
  }

  /** The row itself. */
  FigureRow row() {
    return row;
  }

  /** Shows the figures of results; null shows none. */
  void show(@Nullable Evaluated evaluated) {
    figures.clear();
    if (evaluated != null) {
      Results results = evaluated.results();
      accuracy(results);
      add("loss", ValueFormat.loss(results.evaluation().loss()), texts.get("results.loss.note"));
      add(
          "misread",
          texts.format("%,d", results.misread().length),
          texts.get("results.misread.note", results.evaluation().count()));
      add(
          "calibration",
          ValueFormat.percent(results.calibration().error(), 2),
          texts.get("results.calibration.note"));
      withoutLabelErrors(results);
      mnist(evaluated);
    }
    row.show(figures);
  }

  private void accuracy(Results results) {
    add(
        "accuracy",
        ValueFormat.percent(results.evaluation().accuracy(), 2),
        texts.get(
            "results.accuracy.note",
            ValueFormat.percent(results.interval().low(), 2).replace("%", ""),
            ValueFormat.percent(results.interval().high(), 2)));
  }

  private void withoutLabelErrors(Results results) {
    results
        .accuracyWithoutLabelErrors()
        .ifPresent(
            accuracy ->
                add(
                    "corrected",
                    ValueFormat.percent(accuracy, 2),
                    texts.get("results.corrected.note", results.labelErrors().count())));
  }

  /** Beside one's own drawings stands what the model was measured to do on MNIST. */
  private void mnist(Evaluated evaluated) {
    ModelCard.Score score = evaluated.card().test();
    if (ImageSource.of(evaluated.images().name()).isDrawnHere() && score != null) {
      add(
          "mnist",
          ValueFormat.percent(score.accuracy(), 2),
          texts.get("results.mnist.note", score.count()));
    }
  }

  private void add(String key, String value, String note) {
    figures.add(FigureRow.figure(texts, "results." + key, value, note));
  }
}
