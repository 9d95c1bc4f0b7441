package dev.inkling.ui.pad;

import dev.inkling.model.ModelCard;
import dev.inkling.recognize.Reading;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Panel;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** What is read: the digit, how sure the network is, and the picture it saw. */
final class ResultView extends VBox {
  /** Screen pixels for each of the network's 28×28, at the full size. */
  private static final int ZOOM = 5;

  private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");

  /** Room for a number's text, in pixels: of font size for each digit of a line. */
  private static final double NUMBER_WIDTH = 260;

  private static final double NUMBER_HEIGHT = 100;

  /** Letters of a class's name that have room in the size of a digit. */
  private static final int LARGE = 2;

  /** In lower columns the network has no room beside a picture, in pixels. */
  private static final double LOW = 760;

  private final PadViewModel pad;
  private final Texts texts;
  private final AnswerWords words;

  /**
   * The column.
   *
   * @param sight takes the place of the bars while it is there
   * @param network which one reads, to be chosen
   */
  ResultView(PadViewModel pad, Texts texts, SightView sight, Node network) {
    this.pad = pad;
    this.texts = texts;
    words = new AnswerWords(pad, texts);
    getStyleClass().addAll("column", "results");
    Region bars =
        new Panel(texts, "pad.probabilities", new ProbabilityBars(pad.recognitionProperty()));
    VBox.setVgrow(bars, Priority.ALWAYS);
    HBox top =
        new HBox(new Panel(texts, "pad.answer", answer()), new Panel(texts, "pad.input", input()));
    top.getStyleClass().add("row");
    HBox.setHgrow(top.getChildren().getFirst(), Priority.ALWAYS);
    Region model = new Panel(texts, "pad.model", new VBox(6, network, facts()));
    VBox.setVgrow(sight, Priority.ALWAYS);
    BooleanBinding hasNoPicture = sight.visibleProperty().not();
    showWhen(hasNoPicture, bars);
    showWhen(hasNoPicture.or(heightProperty().greaterThan(LOW)), model);
    getChildren().addAll(top, bars, sight, model);
  }

  private static void showWhen(BooleanBinding isShown, Node node) {
    node.visibleProperty().bind(isShown);
    node.managedProperty().bind(isShown);
  }

  private Node answer() {
    Label digit = new Label();
    digit.setId("pad-digit");
    digit.getStyleClass().add("digit");
    pad.readingProperty().subscribe(reading -> show(digit, reading));
    new SpokenAnswer(pad, texts).tellBy(digit);
    Label confidence = new Label();
    confidence.setId("pad-confidence");
    confidence.getStyleClass().add("confidence");
    confidence.setWrapText(true);
    confidence.setMinHeight(Region.USE_PREF_SIZE);
    confidence
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                words::confidence,
                pad.readingProperty(),
                pad.selectedProperty(),
                pad.recognitionProperty(),
                texts.messagesProperty()));
    VBox answer = new VBox(digit, confidence);
    answer.setAlignment(Pos.CENTER);
    return answer;
  }

  /** A digit large, a number or a word as large as there is room for it. */
  private void show(Label label, Reading reading) {
    String text = words.answer();
    label.setText(text);
    label.pseudoClassStateChanged(NUMBER, reading.isNumber());
    int longest = text.lines().mapToInt(String::length).max().orElse(0);
    double size =
        Math.min(NUMBER_WIDTH / Math.max(1, longest), NUMBER_HEIGHT / text.lines().count());
    boolean isFitted = reading.isNumber() || longest > LARGE;
    label.setStyle(isFitted ? "-fx-font-size: " + Math.round(size) + "px" : null);
  }

  private Node input() {
    ImageView view = new ImageView();
    view.setId("pad-input");
    view.accessibleTextProperty().bind(texts.bind("pad.input.spoken"));
    view.imageProperty()
        .bind(
            pad.recognitionProperty()
                .map(
                    recognition ->
                        recognition.isBlank()
                            ? null
                            : InkImages.of(recognition.framed(), Color.WHITE, ZOOM)));
    StackPane black = new StackPane(view);
    black.getStyleClass().addAll("network-input", "pad-input"); // which has its size
    view.fitWidthProperty().bind(black.widthProperty());
    view.fitHeightProperty().bind(black.heightProperty());
    Rectangle rounded = new Rectangle();
    rounded.setArcWidth(16);
    rounded.setArcHeight(16);
    rounded.widthProperty().bind(black.widthProperty());
    rounded.heightProperty().bind(black.heightProperty());
    black.setClip(rounded);
    return black;
  }

  private Node facts() {
    Label facts = new Label();
    facts.setId("pad-facts");
    facts.setWrapText(true);
    facts.setMinHeight(Region.USE_PREF_SIZE);
    facts.getStyleClass().add("facts");
    facts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> facts(pad.cardProperty().get()),
                pad.cardProperty(),
                texts.messagesProperty()));
    return facts;
  }

  private String facts(@Nullable ModelCard card) {
    if (card == null) {
      return texts.get("pad.model.loading");
    }
    if (card.tuned() != null) {
      return texts.get(
          "pad.model.tuned", card.parameterCount(), card.tuned().from(), card.tuned().drawings());
    }
    return card.test() == null
        ? texts.get("pad.model.unmeasured", card.parameterCount())
        : texts.get(
            "pad.model.facts",
            card.parameterCount(),
            texts.format("%.2f", card.test().accuracy() * 100),
            card.test().count());
  }
}
