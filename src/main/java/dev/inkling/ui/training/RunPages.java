package dev.inkling.ui.training;

import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A run’s curves, or how its layers learn; the page is the same for all runs. */
final class RunPages extends VBox {
  private final ShownRun shown;
  private final TrainingViewModel training;
  private final Texts texts;
  private final Node curves;
  private final HBox head = new HBox();

  /** Made when it is first wanted. */
  private @Nullable LayersView layers;

  RunPages(ShownRun shown, TrainingViewModel training, Texts texts) {
    this.shown = shown;
    this.training = training;
    this.texts = texts;
    getStyleClass().add("run-pages");
    curves = new ChartsView(shown.curves(), training.runs(), texts);
    head.getStyleClass().add("run-pages-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.setFillHeight(false);
    head.setMinHeight(USE_PREF_SIZE); // the charts give way, not the names
    head.getChildren().setAll(pages(training, texts));
    training.pageProperty().subscribe(this::show);
  }

  /** The choice of the page. */
  static Segments<RunPage> pages(TrainingViewModel training, Texts texts) {
    Segments<RunPage> pages =
        new Segments<>(
            texts,
            RunPage.ALL,
            RunPage::key,
            training.pageProperty(),
            training.pageProperty()::set);
    pages.setMinWidth(USE_PREF_SIZE);
    return pages;
  }

  private void show(RunPage page) {
    if (page == RunPage.CURVES) {
      head.getChildren().setAll(head.getChildren().getFirst());
      getChildren().setAll(head, grow(curves));
      return;
    }
    if (layers == null) {
      layers = new LayersView(shown, training.runs(), texts);
      HBox.setHgrow(layers.names(), Priority.ALWAYS);
    }
    head.getChildren().setAll(head.getChildren().getFirst(), layers.names());
    getChildren().setAll(head, grow(layers), findings(shown.layers(), texts, said -> said));
  }

  private static Node grow(Node page) {
    VBox.setVgrow(page, Priority.ALWAYS);
    return page;
  }

  /**
   * What the layers’ newest numbers say, in sentences; nothing where they say nothing.
   *
   * @param whole what is written of these sentences
   */
  static Label findings(LayerCurves layers, Texts texts, UnaryOperator<String> whole) {
    Label words = new Label();
    words.getStyleClass().addAll("facts", "layer-findings");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  String said = sentences(layers.findingsProperty().get(), texts);
                  return said.isEmpty() ? "" : whole.apply(said);
                },
                layers.findingsProperty(),
                texts.messagesProperty()));
    words.managedProperty().bind(words.textProperty().isNotEmpty());
    return words;
  }

  private static String sentences(List<Phrase> findings, Texts texts) {
    return findings.stream().map(texts::get).collect(Collectors.joining("\n"));
  }
}
