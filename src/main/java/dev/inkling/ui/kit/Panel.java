package dev.inkling.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A rounded surface with a small title above what it holds. */
public final class Panel extends VBox {
  /** A panel whose content takes the height there is. */
  public Panel(Texts texts, String titleKey, Node content) {
    Label title = new Label();
    title.textProperty().bind(texts.bind(titleKey));
    title.getStyleClass().add("card-title");
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().add("panel");
    getChildren().addAll(title, content);
  }
}
