package dev.inkling.ui.hand;

import dev.inkling.evaluate.BeforeAfter;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Images and two digits of each: answers that changed, or a label and what it looks like. */
final class ChangedTiles extends VBox {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** Screen pixels for each of an image's. */
  private static final int ZOOM = 2;

  /** More are not looked at one by one. */
  private static final int MOST = 60;

  private final String key;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final Label title = new Label();
  private final FlowPane tiles = new FlowPane(6, 6);
  private @Nullable BeforeAfter shown;
  private int[] which = {};

  /**
   * Nothing yet.
   *
   * @param key of the heading, which gets the number of images
   */
  ChangedTiles(String key, Texts texts, ObservableValue<Boolean> dark) {
    super(6);
    this.key = key;
    this.texts = texts;
    this.dark = dark;
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    getChildren().addAll(title, tiles);
    managedProperty().bind(visibleProperty());
    dark.addListener(_ -> show(shown, which));
  }

  /** Shows the changes among images, what was mended first; null where there are no images. */
  void show(@Nullable BeforeAfter what) {
    show(what, what == null ? new int[0] : what.changed());
  }

  /** Shows some of images. */
  void show(@Nullable BeforeAfter what, int[] some) {
    shown = what;
    which = some;
    setVisible(what != null);
    tiles.getChildren().clear();
    if (what == null) {
      return;
    }
    title.setText(texts.get(key, some.length));
    IntStream.of(some)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> !what.after().isRight(i)))
        .limit(MOST)
        .forEach(i -> tiles.getChildren().add(tile(what, i)));
  }

  private VBox tile(BeforeAfter what, int i) {
    Color ink = dark.getValue() ? Color.web("#f0f3f6") : Color.web("#1b1f3b");
    ImageView picture = new ImageView(InkImages.of(what.before().digits().image(i), ink, ZOOM));
    int label = what.before().label(i);
    int before = what.before().predicted(i);
    int after = what.after().predicted(i);
    boolean isChanged = before != after;
    Label answer = new Label((isChanged ? before : label) + " → " + after);
    answer.getStyleClass().add("change");
    VBox tile = new VBox(picture, answer);
    tile.setAlignment(Pos.CENTER);
    tile.getStyleClass().add("change-tile");
    tile.pseudoClassStateChanged(RIGHT, what.after().isRight(i));
    tile.pseudoClassStateChanged(WRONG, what.before().isRight(i));
    tile.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    tile.setAccessibleText(
        texts.get(
            isChanged ? "learning.tile.change" : "learning.tile.doubted", label, before, after));
    return tile;
  }
}
