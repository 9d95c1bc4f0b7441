package dev.inkling.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * A pane that scrolls what changes often. JavaFX keeps a picture of what a scroll pane shows and
 * paints all of it anew for the smallest change in it, as for each new number of a training; here
 * only what has changed is painted.
 */
public final class LivePane extends ScrollPane {
  /** A pane around its content. */
  public LivePane(Node content) {
    super(content);
    // Its controls are reached by Tab, and scroll with it: a stop of its own would show nothing.
    setFocusTraversable(false);
    skinProperty()
        .subscribe(
            skin -> {
              if (skin != null) {
                lookup(".viewport").setCache(false);
              }
            });
  }
}
