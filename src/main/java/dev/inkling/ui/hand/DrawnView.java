package dev.inkling.ui.hand;

import dev.inkling.data.Kept;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.InkPainter;
import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What there is to learn from, digit by digit, and what was read in it. */
final class DrawnView extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int SIDE = 56;

  /** More are not looked at one by one. */
  private static final int MOST = 200;

  private final HandsViewModel hands;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final FlowPane tiles = new FlowPane(6, 6);

  DrawnView(HandsViewModel hands, Texts texts, ObservableValue<Boolean> dark) {
    this.hands = hands;
    this.texts = texts;
    this.dark = dark;
    getStyleClass().addAll("panel", "learning-drawn");
    Label title = new Label();
    title.textProperty().bind(texts.bind("learning.drawn"));
    title.getStyleClass().add("card-title");
    ScrollPane scroll = new ScrollPane(tiles);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("clear-scroll");
    scroll.setId("learning-drawn");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
    hands.drawnProperty().subscribe(this::show);
    dark.addListener(_ -> show());
    texts.messagesProperty().addListener(_ -> show());
    visibleProperty().addListener(_ -> show());
  }

  /** Only while somebody looks: a sheet that is written changes it with every stroke. */
  private void show() {
    if (isVisible()) {
      List<Kept> drawn = hands.drawnProperty().get();
      tiles
          .getChildren()
          .setAll(
              drawn.stream()
                  .skip(Math.max(0, drawn.size() - MOST))
                  .sorted(Comparator.comparingInt(Kept::label))
                  .map(this::tile)
                  .toList());
    }
  }

  private VBox tile(Kept kept) {
    Canvas canvas = new Canvas(SIDE, SIDE);
    InkPainter.on(canvas, dark.getValue()).paint(kept.drawing().marks());
    String read = kept.read() == null ? "–" : String.valueOf(kept.read());
    Label answer = new Label(kept.label() + " → " + read);
    answer.getStyleClass().add("change");
    VBox tile = new VBox(canvas, answer);
    tile.setAlignment(Pos.CENTER);
    tile.getStyleClass().add("change-tile");
    tile.pseudoClassStateChanged(WRONG, kept.read() != null && !kept.isReadRight());
    tile.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    tile.setAccessibleText(texts.get("learning.tile", kept.label(), read));
    return tile;
  }
}
