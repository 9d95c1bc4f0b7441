package dev.inkling.ui.shell;

import atlantafx.base.theme.Tweaks;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons that go from screen to screen, and the place where one of the screens is shown. */
final class ScreenSwitch {
  private final BorderPane place = new BorderPane();
  private final SegmentedButton buttons = new SegmentedButton();
  private final Map<String, ToggleButton> byKey = new LinkedHashMap<>();
  private final Texts texts;
  private @Nullable Shown shown;

  /**
   * A screen that has been made. It is made when it is first shown: the one that is shown first is
   * there the sooner.
   */
  private static final class Shown {
    private final Screen screen;
    private final Shortcuts shortcuts = new Shortcuts();
    private @Nullable Node node;

    Shown(Screen screen) {
      this.screen = screen;
    }

    /** With bars only where the window is too small for it all. */
    Node node() {
      if (node == null) {
        ScrollPane pane = new LivePane(screen.view().apply(shortcuts));
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        node = pane;
      }
      return node;
    }
  }

  ScreenSwitch(List<Screen> screens, Texts texts) {
    this.texts = texts;
    for (Screen screen : screens) {
      byKey.put(screen.key(), button(new Shown(screen)));
    }
    buttons.getButtons().addAll(byKey.values());
  }

  private ToggleButton button(Shown next) {
    String key = next.screen.key();
    ToggleButton button = new ToggleButton(null, new FontIcon(next.screen.icon()));
    button.setId(key.replace('.', '-'));
    button.textProperty().bind(texts.bind(key));
    button.setOnAction(
        _ -> {
          button.setSelected(true); // one of them always is
          show(next);
        });
    return button;
  }

  private void show(Shown next) {
    Scene scene = place.getScene();
    if (shown != null && shown != next) {
      shown.shortcuts.removeFrom(scene);
      shown.screen.hidden().run();
    }
    place.setCenter(next.node());
    if (shown != next) {
      next.shortcuts.installIn(scene);
    }
    shown = next;
    next.screen.shown().run();
  }

  /** The buttons. */
  Node buttons() {
    return buttons;
  }

  /** Where the screen is. */
  Node place() {
    return place;
  }

  /** Goes to a screen; all this is in a scene by now. */
  void open(String key) {
    Objects.requireNonNull(byKey.get(key), key).fire();
  }
}
