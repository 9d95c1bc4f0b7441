package dev.inkling.ui.data;

import dev.inkling.image.GreyImage;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.SampleTile;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** An image of a data set with the name of its class. */
final class ImageTile extends SampleTile {
  /** Height with the air around it, in logical pixels. */
  static final double HEIGHT = 122;

  private static final int ZOOM = 3;
  private static final PseudoClass TEST = PseudoClass.getPseudoClass("test");

  private final ImageView picture = new ImageView();
  private final Label name = new Label();

  ImageTile() {
    picture.setAccessibleRole(AccessibleRole.NODE); // the tile says what it shows
    name.getStyleClass().add("answer");
    name.setMaxWidth(WIDTH - 8);
    name.setAlignment(Pos.CENTER);
    getChildren().addAll(new StackPane(picture), name);
  }

  /**
   * Shows an image.
   *
   * @param label what its class is called
   * @param words what is said of it to those who do not see it
   */
  void show(
      int i, GreyImage image, String label, boolean isTest, Color ink, Supplier<String> words) {
    picture.setImage(InkImages.of(image, ink, ZOOM));
    name.setText(label);
    pseudoClassStateChanged(TEST, isTest);
    shown(i, words);
  }
}
