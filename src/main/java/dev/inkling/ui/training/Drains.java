package dev.inkling.ui.training;

import dev.inkling.ui.kit.Later;
import dev.inkling.ui.training.LiveRun.State;
import java.time.Duration;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Looks at what the run in training has told: a few times a second while somebody may see it, and
 * seldom else, as each look takes some time from the training.
 */
final class Drains {
  /**
   * Not with every frame: where the processor draws, each frame with six new charts takes some 20
   * ms from the training.
   */
  private static final Duration IN_VIEW = Duration.ofMillis(400);

  /** On another screen the window's header has a line about it. */
  private static final Duration IN_HEADER = Duration.ofSeconds(1);

  /** So that what is told does not pile up. */
  private static final Duration UNSEEN = Duration.ofSeconds(5);

  private final LiveRun live;
  private final Node view;
  private final Later later = new Later();

  private Drains(LiveRun live, Node view) {
    this.live = live;
    this.view = view;
  }

  /**
   * Looks while a run is in training, and at once when it comes into view.
   *
   * @param view that shows what it tells
   */
  static void of(LiveRun live, Node view) {
    Drains drains = new Drains(live, view);
    live.stateProperty().subscribe(drains::again);
    view.sceneProperty().subscribe(drains::look);
    isOpen(view.sceneProperty()).subscribe(drains::look);
  }

  /** Whether a scene's window is there for people to see. */
  static ObservableValue<Boolean> isOpen(ObservableValue<Scene> scene) {
    ObservableValue<Window> window = scene.flatMap(Scene::windowProperty);
    ObservableValue<Boolean> isIconified =
        window
            .flatMap(w -> w instanceof Stage stage ? stage.iconifiedProperty() : null)
            .orElse(false);
    return window
        .flatMap(Window::showingProperty)
        .flatMap(isShowing -> isIconified.map(is -> isShowing && !is))
        .orElse(false);
  }

  private void look() {
    if (live.stateProperty().get() != State.IDLE) {
      live.drain();
      again();
    }
  }

  private void again() {
    if (live.stateProperty().get() == State.IDLE) {
      later.cancel();
    } else {
      later.run(pause(), this::look);
    }
  }

  private Duration pause() {
    boolean isInView = isOpen(view.sceneProperty()).getValue();
    boolean isAnyOpen = Window.getWindows().stream().anyMatch(Drains::isSeen);
    return pause(isInView, isAnyOpen);
  }

  private static boolean isSeen(Window window) {
    return window.isShowing() && !(window instanceof Stage stage && stage.isIconified());
  }

  /** From one look to the next. */
  static Duration pause(boolean isInView, boolean isAnyWindowSeen) {
    return isInView ? IN_VIEW : isAnyWindowSeen ? IN_HEADER : UNSEEN;
  }
}
