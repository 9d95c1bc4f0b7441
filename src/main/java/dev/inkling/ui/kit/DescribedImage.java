package dev.inkling.ui.kit;

import dev.inkling.image.GreyImage;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** An image of 28×28 as networks read it, white on black, and what is said of it beside it. */
public final class DescribedImage extends HBox {
  private final int zoom;
  private final ImageView image = new ImageView();
  private final Label words = new Label();

  /**
   * Nothing is shown yet.
   *
   * @param zoom screen pixels for each pixel, in each direction
   * @param wordsId of the node with the words
   */
  public DescribedImage(int zoom, String wordsId) {
    super(12);
    this.zoom = zoom;
    setAlignment(Pos.CENTER_LEFT);
    StackPane black = new StackPane(image);
    black.getStyleClass().add("network-input");
    black.visibleProperty().bind(image.imageProperty().isNotNull());
    black.setMinSize(28 * zoom, 28 * zoom);
    black.setMaxSize(28 * zoom, 28 * zoom);
    words.setId(wordsId);
    words.setWrapText(true); // as high as the image
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(black, words);
  }

  /**
   * Shows an image from now on.
   *
   * @param ink null while there is none
   * @param said of it, for who sees it and who does not
   */
  public void show(ObservableValue<@Nullable GreyImage> ink, ObservableValue<String> said) {
    image.imageProperty().bind(Bindings.createObjectBinding(() -> picture(ink.getValue()), ink));
    words.textProperty().bind(said);
    image.accessibleTextProperty().bind(words.textProperty());
  }

  private @Nullable Image picture(@Nullable GreyImage ink) {
    return ink == null ? null : InkImages.of(ink, Color.WHITE, zoom);
  }
}
