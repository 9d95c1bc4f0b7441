package dev.inkling.ui.inside;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Parts side by side, each as wide as the others. */
final class SideBySide extends HBox {
  SideBySide(Region... parts) {
    super(12, parts);
    for (Region part : parts) {
      part.setMinWidth(0);
      part.setPrefWidth(0);
      setHgrow(part, Priority.ALWAYS);
    }
  }
}
