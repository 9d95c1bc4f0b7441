package dev.inkling.ui.hand;

import dev.inkling.chart.ValueFormat;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Learning;
import dev.inkling.ui.pad.InkPainter;
import dev.inkling.ui.pad.PadViewModel;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How far the learning is, and how the answer to what is drawn on the pad changes meanwhile. */
final class ProgressPane extends VBox {
  private static final int SIDE = 180;

  private final PadViewModel pad;
  private final HandsViewModel hands;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final Canvas canvas = new Canvas(SIDE, SIDE);

  ProgressPane(HandViewModel hand, Texts texts, ObservableValue<Boolean> dark) {
    pad = hand.pad();
    hands = hand.hands();
    this.texts = texts;
    this.dark = dark;
    getStyleClass().addAll("panel", "learning-progress");
    setAlignment(Pos.CENTER);
    ProgressBar bar = new ProgressBar();
    bar.setId("learning-progress");
    bar.setMaxWidth(560);
    bar.accessibleTextProperty().bind(texts.bind("learning.progress"));
    hands.learningProperty().subscribe(now -> bar.setProgress(now == null ? 0 : now.part()));
    HBox both =
        new HBox(
            28,
            drawing(),
            answer("learning-before", "learning.before", this::before),
            answer("learning-now", "learning.reads", this::now));
    both.setAlignment(Pos.CENTER);
    both.visibleProperty().bind(pad.emptyBinding().not());
    both.managedProperty().bind(both.visibleProperty());
    Label empty = new Label();
    empty.textProperty().bind(texts.bind("learning.pad.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("facts");
    empty.visibleProperty().bind(both.visibleProperty().not());
    empty.managedProperty().bind(empty.visibleProperty());
    getChildren().addAll(bar, both, empty);
    pad.drawingProperty().subscribe(this::paint);
    dark.addListener(_ -> paint());
  }

  private Node drawing() {
    StackPane paper = new StackPane(canvas);
    paper.getStyleClass().add("sheet-cell");
    paper.setMaxSize(SIDE, SIDE);
    paper.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    paper.accessibleTextProperty().bind(texts.bind("learning.pad"));
    return paper;
  }

  private void paint() {
    InkPainter.on(canvas, dark.getValue()).paint(pad.drawingProperty().get().marks());
  }

  private Node answer(String id, String key, Supplier<@Nullable Recognition> read) {
    Observable[] changes = {
      pad.recognitionProperty(), hands.learningProperty(), texts.messagesProperty()
    };
    Label title = new Label();
    title.textProperty().bind(texts.bind(key));
    title.getStyleClass().add("card-title");
    Label digit = new Label();
    digit.setId(id);
    digit.getStyleClass().add("learning-digit");
    digit.textProperty().bind(Bindings.createStringBinding(() -> digit(read.get()), changes));
    Label sure = new Label();
    sure.getStyleClass().add("facts");
    sure.textProperty().bind(Bindings.createStringBinding(() -> sure(read.get()), changes));
    VBox answer = new VBox(2, title, digit, sure);
    answer.setAlignment(Pos.CENTER);
    answer.setMinWidth(130);
    return answer;
  }

  private Recognition before() {
    return pad.recognitionProperty().get();
  }

  private @Nullable Recognition now() {
    Learning learning = hands.learningProperty().get();
    return learning == null ? null : learning.now();
  }

  private static String digit(@Nullable Recognition read) {
    return read == null || read.isBlank() ? "–" : String.valueOf(read.digit());
  }

  private static String sure(@Nullable Recognition read) {
    return read == null || read.isBlank() ? "" : ValueFormat.percent(read.confidence(), 1);
  }
}
