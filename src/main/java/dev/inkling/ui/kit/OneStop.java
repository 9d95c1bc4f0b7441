package dev.inkling.ui.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Makes the many buttons of a pane, whatever else is in it, one stop of the Tab key: from the one
 * that was reached last the arrow keys go to the others, Home and End to the first and the last.
 */
public final class OneStop {
  private final Pane pane;
  private @Nullable Node reached;

  private OneStop(Pane pane) {
    this.pane = pane;
  }

  /** Makes it so, also for buttons that come later. */
  public static OneStop of(Pane pane) {
    OneStop stop = new OneStop(pane);
    pane.getChildren().addListener((InvalidationListener) _ -> stop.renew());
    pane.addEventFilter(KeyEvent.KEY_PRESSED, stop::move);
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, stop::press);
    stop.renew();
    return stop;
  }

  /** Lets keys choose, from the first on. */
  public void goToFirst() {
    Node first = first();
    if (first != null) {
      go(first);
    }
  }

  private List<Node> all() {
    return pane.getChildren().stream().filter(ButtonBase.class::isInstance).toList();
  }

  private void renew() {
    reach(reached != null && all().contains(reached) ? reached : first());
  }

  private @Nullable Node first() {
    return all().isEmpty() ? null : all().getFirst();
  }

  private void reach(@Nullable Node now) {
    reached = now;
    all().forEach(each -> each.setFocusTraversable(each == now));
  }

  private void press(MouseEvent event) {
    Node node = event.getTarget() instanceof Node target ? target : null;
    while (node != null && node.getParent() != pane) {
      node = node.getParent();
    }
    if (node != null && all().contains(node)) {
      reach(node);
    }
  }

  private void move(KeyEvent event) {
    if (event.isAltDown() || !(event.getTarget() instanceof Node from) || !all().contains(from)) {
      return;
    }
    int i = all().indexOf(from);
    switch (event.getCode()) {
      case LEFT -> go(all().get(Math.max(0, i - 1)));
      case RIGHT -> go(all().get(Math.min(all().size() - 1, i + 1)));
      case UP -> nearest(from, bounds -> -bounds.getCenterY()).ifPresent(this::go);
      case DOWN -> nearest(from, Bounds::getCenterY).ifPresent(this::go);
      case HOME -> go(all().getFirst());
      case END -> go(all().getLast());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go(Node to) {
    reach(to);
    to.requestFocus();
  }

  /** The one that lies further on in a direction by the least, and there the nearest. */
  private Optional<Node> nearest(Node from, ToDoubleFunction<Bounds> place) {
    Bounds here = from.getBoundsInParent();
    double start = place.applyAsDouble(here) + here.getHeight() / 2;
    return all().stream()
        .filter(each -> place.applyAsDouble(each.getBoundsInParent()) > start)
        .min(
            Comparator.<Node>comparingDouble(
                    each -> Math.rint(place.applyAsDouble(each.getBoundsInParent())))
                .thenComparingDouble(
                    each -> Math.abs(each.getBoundsInParent().getCenterX() - here.getCenterX())));
  }
}
