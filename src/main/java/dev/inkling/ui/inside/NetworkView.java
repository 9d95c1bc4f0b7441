package dev.inkling.ui.inside;

import dev.inkling.ui.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** The network as a picture. */
final class NetworkView extends VBox {
  NetworkView(NetworkViewModel network, Texts texts, ObservableValue<Boolean> dark) {
    setId("inside-network");
    getStyleClass().add("panel");
  }
}
