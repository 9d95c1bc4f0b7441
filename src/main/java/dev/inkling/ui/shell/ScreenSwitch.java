package dev.inkling.ui.shell;

import atlantafx.base.theme.Tweaks;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The buttons that go from screen to screen, and the place where one of the screens is shown. */
final class ScreenSwitch {
  private final BorderPane place = new BorderPane();
  private final List<Shown> screens;
  private final Segments<Shown> buttons;
  private final ReadOnlyObjectWrapper<Shown> inView = new ReadOnlyObjectWrapper<>();

  /**
   * A screen that has been made. It is made when it is first shown: the one that is shown first is
   * there the sooner.
   */
  static final class Shown {
    private final Screen screen;
    private final Shortcuts shortcuts = new Shortcuts();
    private @Nullable Node node;

    Shown(Screen screen) {
      this.screen = screen;
    }

    /** Key of its title. */
    String key() {
      return screen.key();
    }

    /** What keys do in it, which is known when it has been made. */
    Shortcuts shortcuts() {
      node();
      return shortcuts;
    }

    /** With bars only where the window is too small for it all. */
    private Node node() {
      if (node == null) {
        ScrollPane pane = new LivePane(screen.view().apply(shortcuts));
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setFocusTraversable(false); // what is in it is
        pane.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        node = pane;
      }
      return node;
    }
  }

  ScreenSwitch(List<Screen> all, Texts texts) {
    screens = all.stream().map(Shown::new).toList();
    buttons =
        new Segments<>(texts, screens, Shown::key, inView, this::show)
            .withIcons(shown -> shown.screen.icon());
    for (int i = 0; i < screens.size(); i++) {
      Shown each = screens.get(i);
      String keys = "  (" + WindowKeys.screen(i).getDisplayText() + ")";
      Tooltip tooltip = new Tooltip();
      tooltip.textProperty().bind(texts.bind(each.key()).map(name -> name + keys));
      buttons.button(each).setTooltip(tooltip);
      buttons.button(each).accessibleTextProperty().bind(texts.bind(each.key()));
    }
  }

  private void show(Shown next) {
    Scene scene = Objects.requireNonNull(place.getScene());
    Shown before = inView.get();
    if (before != null) {
      before.shortcuts.removeFrom(scene);
      before.screen.hidden().run();
    }
    place.setCenter(next.node());
    next.shortcuts.installIn(scene);
    inView.set(next);
    next.screen.shown().run();
  }

  /** All of them, in their order. */
  List<Shown> screens() {
    return screens;
  }

  /** The one in view, or null before the first. */
  ReadOnlyObjectProperty<Shown> inViewProperty() {
    return inView.getReadOnlyProperty();
  }

  /** The buttons. */
  Segments<Shown> buttons() {
    return buttons;
  }

  /** Where the screen is. */
  Node place() {
    return place;
  }

  /** Goes to a screen that there is; all this is in a scene by now. */
  void open(String key) {
    screens.stream().filter(each -> each.key().equals(key)).findFirst().ifPresent(this::open);
  }

  /** Goes to the screen so many places further, round and round. */
  void step(int by) {
    open(screens.get(Math.floorMod(screens.indexOf(inView.get()) + by, screens.size())));
  }

  private void open(Shown next) {
    if (next != inView.get()) {
      show(next);
    }
  }
}
