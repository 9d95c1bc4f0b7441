package dev.inkling.ui.data;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.InkImages;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
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
import org.jspecify.annotations.Nullable;

/** The image that is looked at, large, with its facts; it is not there while there is none. */
final class ImagePane extends VBox {
  /** Screen pixels for each of the 28×28. */
  private static final int ZOOM = 7;

  private final ObservableValue<@Nullable LoadedImages> images;
  private final ObjectProperty<@Nullable Integer> selected;
  private final ImageWords words;

  /**
   * The pane.
   *
   * @param more controls below
   */
  ImagePane(
      ObservableValue<@Nullable LoadedImages> images,
      ObjectProperty<@Nullable Integer> selected,
      Texts texts,
      Node... more) {
    this.images = images;
    this.selected = selected;
    words = new ImageWords(texts);
    setId("data-image");
    getStyleClass().addAll("panel", "data-image");
    ImageView view = new ImageView();
    view.imageProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> isThere() ? InkImages.of(loaded().image(index()), Color.WHITE, ZOOM) : null,
                images,
                selected));
    StringBinding facts =
        Bindings.createStringBinding(this::facts, images, selected, texts.messagesProperty());
    view.accessibleTextProperty().bind(facts);
    StackPane black = new StackPane(view);
    black.getStyleClass().add("network-input");
    black.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label label = new Label();
    label.setId("data-image-facts");
    label.setWrapText(true);
    label.textProperty().bind(facts);
    label.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head(texts), new StackPane(black), label);
    getChildren().addAll(more);
    visibleProperty().bind(Bindings.createBooleanBinding(this::isThere, images, selected));
    managedProperty().bind(visibleProperty());
  }

  private Node head(Texts texts) {
    Label title = new Label();
    title.getStyleClass().add("chart-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> isThere() ? words.label(loaded(), index()) : "",
                images,
                selected,
                texts.messagesProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    IconButton close = new IconButton(texts, "data.image.close", "bi-x", () -> selected.set(null));
    close.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    HBox head = new HBox(title, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private boolean isThere() {
    LoadedImages all = images.getValue();
    return all != null && selected.get() != null && selected.get() < all.count();
  }

  private LoadedImages loaded() {
    return images.getValue();
  }

  private int index() {
    return selected.get();
  }

  private String facts() {
    return isThere()
        ? words.of(loaded(), index()) + "\n" + words.size(loaded().image(index()))
        : "";
  }
}
