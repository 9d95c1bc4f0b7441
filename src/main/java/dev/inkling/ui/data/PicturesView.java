package dev.inkling.ui.data;

import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The images themselves, class by class. */
final class PicturesView extends VBox {
  PicturesView(PicturesViewModel pictures, Texts texts) {
    getStyleClass().add("panel");
    Label count = new Label();
    count.setId("data-count");
    count.getStyleClass().add("chart-title");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  LoadedImages now = pictures.imagesProperty().get();
                  return now == null
                      ? ""
                      : texts.get("data.count", now.count(), now.classes().size());
                },
                pictures.imagesProperty(),
                texts.messagesProperty()));
    getChildren().add(count);
  }
}
