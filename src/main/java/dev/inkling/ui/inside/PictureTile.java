package dev.inkling.ui.inside;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A small picture of 28×28 with words below it, which can be chosen. */
final class PictureTile extends ToggleButton {
  private final ImageView picture = new ImageView();

  /**
   * A tile without a picture.
   *
   * @param side of the picture in logical pixels
   */
  PictureTile(String id, double side, Runnable choose) {
    setId(id);
    resizePicture(side);
    picture.setSmooth(false);
    picture.setAccessibleRole(AccessibleRole.NODE); // the words say what it is
    setGraphic(picture);
    setContentDisplay(ContentDisplay.TOP);
    setTextAlignment(TextAlignment.CENTER);
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    getStyleClass().add("picture-tile");
    setOnAction(
        _ -> {
          setSelected(true); // a second click chooses it again
          choose.run();
        });
  }

  /** Makes the picture larger or smaller, in logical pixels. */
  void resizePicture(double side) {
    picture.setFitWidth(side);
    picture.setFitHeight(side);
  }

  /** Shows a picture, with words and what is said of it to those who do not see it. */
  void show(@Nullable Image image, String words, String spoken) {
    picture.setImage(image);
    setText(words);
    setAccessibleText(spoken);
  }
}
