package dev.inkling.ui.inside;

import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Moves about in the network with the keyboard. */
final class NetworkKeys {
  private final NetworkViewModel network;
  private final Map<KeyCode, Runnable> keys;

  NetworkKeys(NetworkViewModel network) {
    this.network = network;
    keys =
        Map.of(
            KeyCode.LEFT, () -> move(-1, 0),
            KeyCode.RIGHT, () -> move(1, 0),
            KeyCode.UP, () -> move(0, -1),
            KeyCode.DOWN, () -> move(0, 1),
            KeyCode.ENTER, network::open,
            KeyCode.ESCAPE, network::close);
  }

  void handle(KeyEvent event) {
    Runnable action = keys.get(event.getCode());
    if (action != null && !event.isShortcutDown()) {
      if (event.isShiftDown()) {
        shifted(event.getCode(), action);
      } else {
        action.run();
      }
      event.consume();
    }
  }

  /** In the whole network from layer to layer and map to map, in a large map from cell to cell. */
  private void move(int right, int down) {
    if (network.openProperty().get()) {
      network.moveCell(right, down);
    } else if (right != 0) {
      network.moveColumn(right);
    } else {
      network.moveChannel(down);
    }
  }

  /** With Shift from cell to cell in the whole network too. */
  private void shifted(KeyCode code, Runnable action) {
    switch (code) {
      case LEFT -> network.moveCell(-1, 0);
      case RIGHT -> network.moveCell(1, 0);
      case UP -> network.moveCell(0, -1);
      case DOWN -> network.moveCell(0, 1);
      default -> action.run();
    }
  }
}
