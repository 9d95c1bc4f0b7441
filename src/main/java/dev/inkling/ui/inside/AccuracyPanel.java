package dev.inkling.ui.inside;

import dev.inkling.chart.ValueFormat;
import dev.inkling.ui.inside.BreakageTrial.Scores;
import dev.inkling.ui.kit.Texts;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many test images the broken copy still reads, or why that is not known. */
final class AccuracyPanel extends VBox {
  /** Opacity of a figure that is not that of the present breakage. */
  private static final double OUTDATED = 0.4;

  private final BreakageScores measured;
  private final Texts texts;

  AccuracyPanel(BreakageScores measured, Texts texts) {
    this.measured = measured;
    this.texts = texts;
    getStyleClass().addAll("panel", "accuracy-panel");
    Label title = new Label();
    title.textProperty().bind(texts.bind("inside.break.accuracy", BreakageTrial.IMAGES));
    title.getStyleClass().add("card-title");
    BooleanBinding isMeasured =
        Bindings.createBooleanBinding(
            () -> scores() != null && scores().images() > 0, measured.scoresProperty());
    Node figures = figures();
    figures.visibleProperty().bind(isMeasured);
    Label why = why();
    why.visibleProperty().bind(isMeasured.not());
    StackPane place = new StackPane(figures, why);
    place.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, place);
  }

  private Scores scores() {
    return measured.scoresProperty().get();
  }

  private Node figures() {
    Label copy = figure("break-accuracy", Scores::broken);
    copy.opacityProperty()
        .bind(measured.currentProperty().map(isCurrent -> isCurrent ? 1 : OUTDATED));
    Label whole = figure("break-accuracy-whole", Scores::whole);
    // Where they do not fit side by side, they stand below each other.
    FlowPane figures =
        new FlowPane(
            10,
            0,
            beside(whole, note("inside.break.whole")),
            beside(new FontIcon("bi-arrow-right"), copy, note("inside.break.copy")));
    figures.setRowValignment(VPos.BASELINE);
    return figures;
  }

  private static HBox beside(Node... parts) {
    HBox beside = new HBox(10, parts);
    beside.setAlignment(Pos.BASELINE_LEFT);
    return beside;
  }

  private Label figure(String id, ToDoubleFunction<Scores> which) {
    Label figure = new Label();
    figure.setId(id);
    figure.getStyleClass().add("figure");
    figure
        .textProperty()
        .bind(
            measured
                .scoresProperty()
                .map(scores -> ValueFormat.percent(which.applyAsDouble(scores), 1))
                .orElse(""));
    figure.setMinWidth(USE_PREF_SIZE);
    return figure;
  }

  private Label note(String key) {
    Label note = new Label();
    note.textProperty().bind(texts.bind(key));
    note.getStyleClass().add("facts");
    note.setMinWidth(USE_PREF_SIZE);
    return note;
  }

  private Label why() {
    Label why = new Label();
    why.setId("break-no-accuracy");
    why.getStyleClass().add("facts");
    why.setWrapText(true);
    why.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::whyNot,
                measured.scoresProperty(),
                measured.failureProperty(),
                texts.messagesProperty()));
    return why;
  }

  private String whyNot() {
    if (measured.failureProperty().get() != null) {
      return texts.get(measured.failureProperty().get());
    }
    return texts.get(scores() == null ? "inside.working" : "inside.break.noImages");
  }
}
