package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.evaluate.Results;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.ProbabilityBars;
import dev.inkling.ui.results.ResultsViewModel.Page;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sample's page: its picture, what was read, and the training images that are similar. */
final class SampleView extends VBox {
  /** Screen pixels for each of the 28×28. */
  private static final int ZOOM = 5;

  /** Height beyond which bars stand too far apart. */
  private static final double BARS = 300;

  private final ResultsViewModel results;
  private final SampleViewModel sample;
  private final Texts texts;

  SampleView(ResultsViewModel results, Texts texts, ObservableValue<Boolean> dark) {
    this.results = results;
    this.texts = texts;
    sample = results.sample();
    setId("sample");
    getStyleClass().addAll("panel", "sample");
    ProbabilityBars bars = new ProbabilityBars(sample.recognitionProperty());
    VBox.setVgrow(bars, Priority.ALWAYS);
    bars.setMaxHeight(BARS);
    getChildren()
        .addAll(
            head(),
            picture(),
            labelError(),
            bars,
            new NeighboursView(sample, texts, dark),
            new LabelBar(results, texts),
            pad());
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                this::isShown, sample.recognitionProperty(), results.pageProperty()));
    managedProperty().bind(visibleProperty());
  }

  private boolean isShown() {
    Page page = results.pageProperty().get();
    return !sample.recognitionProperty().get().isBlank()
        && (page == Page.GALLERY || page == Page.COMPARE);
  }

  private Node head() {
    Label title = new Label();
    title.setId("sample-title");
    title.getStyleClass().add("chart-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::title, sample.recognitionProperty(), texts.messagesProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    IconButton close =
        new IconButton(
            texts,
            "results.sample.close",
            "bi-x",
            () -> results.gallery().selectedProperty().set(null));
    close.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    HBox head = new HBox(title, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private String title() {
    Recognition now = sample.recognitionProperty().get();
    if (now.isBlank()) {
      return "";
    }
    int i = sample.indexProperty().getValue();
    int label = sample.results().predictions().label(i);
    String key = label == now.digit() ? "results.sample.right" : "results.sample.wrong";
    return texts.get(key, String.valueOf(i), now.classes().get(label), now.name());
  }

  private Node picture() {
    ImageView view = new ImageView();
    view.setId("sample-picture");
    view.imageProperty()
        .bind(
            sample
                .recognitionProperty()
                .map(now -> now.isBlank() ? null : InkImages.of(now.framed(), Color.WHITE, ZOOM)));
    view.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                this::title, sample.recognitionProperty(), texts.messagesProperty()));
    StackPane black = new StackPane(view);
    black.getStyleClass().add("network-input");
    black.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane middle = new StackPane(black);
    middle.setMinHeight(Region.USE_PREF_SIZE);
    return middle;
  }

  /** Says so where the label itself is known to be wrong. */
  private Node labelError() {
    Label note = new Label(null, new FontIcon("bi-flag-fill"));
    note.getStyleClass().add("label-error");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::labelErrorText, sample.recognitionProperty(), texts.messagesProperty()));
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private String labelErrorText() {
    if (sample.recognitionProperty().get().isBlank()) {
      return "";
    }
    Results all = sample.results();
    int i = sample.indexProperty().getValue();
    if (!all.labelErrors().isKnown(i)) {
      return "";
    }
    return all.labelErrors().suggested(i).isPresent()
        ? texts.get("results.sample.suggested", all.labelErrors().suggested(i).getAsInt())
        : texts.get("results.sample.noLabel");
  }

  private Node pad() {
    Button button = new Button(null, new FontIcon("bi-pencil-square"));
    button.setId("sample-pad");
    button.textProperty().bind(texts.bind("results.sample.pad"));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> results.sendToPad());
    return button;
  }
}
