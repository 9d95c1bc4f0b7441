package dev.inkling.support;

import atlantafx.base.theme.Tweaks;
import dev.inkling.ui.kit.LivePane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/** What is wrong with the looks of what a scene shows, and with its names for who cannot see it. */
public final class Faults {
  /** A pixel of rounding on each side is no fault. */
  private static final double ROUNDING = 1.5;

  private Faults() {}

  /** Texts that are cut, though no tooltip has them whole. */
  public static List<String> cut(Scene scene) {
    return shown(scene)
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(labeled -> labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY)
        .filter(Faults::isCut)
        .map(labeled -> describe(labeled) + " shows “" + shownText(labeled) + "”")
        .toList();
  }

  private static boolean isCut(Labeled labeled) {
    String whole = Objects.requireNonNullElse(labeled.getText(), "");
    String shown = shownText(labeled);
    return shown != null
        && !shown.equals(whole)
        && !shown.equals(whole.replace("_", "")) // a mnemonic
        && !isTold(labeled, whole);
  }

  private static String shownText(Labeled labeled) {
    return labeled.getChildrenUnmodifiable().stream()
        .filter(text -> text instanceof Text && text.getStyleClass().contains("text")) // no icon
        .map(text -> ((Text) text).getText())
        .findFirst()
        .orElse(null);
  }

  /** Whether its tooltip, or that of a cell that it is in, has it all. */
  private static boolean isTold(Node node, String whole) {
    Tooltip tooltip = node instanceof Control control ? control.getTooltip() : null;
    return (tooltip != null && tooltip.getText() != null && tooltip.getText().contains(whole))
        || (node.getParent() != null && isTold(node.getParent(), whole));
  }

  /** Controls that lie partly outside of what holds them or of the window. */
  public static List<String> outside(Scene scene) {
    return shown(scene)
        .filter(node -> node instanceof Control && !isScrolled(node))
        .filter(node -> !isInside(node, scene))
        .map(node -> describe(node) + " at " + place(node) + " in " + describe(node.getParent()))
        .toList();
  }

  /** Screens that have to be scrolled sideways to be seen whole. */
  public static List<String> sideways(Scene scene) {
    return shown(scene)
        .filter(LivePane.class::isInstance)
        .map(LivePane.class::cast)
        .filter(pane -> pane.getStyleClass().contains(Tweaks.EDGE_TO_EDGE))
        .map(
            pane ->
                pane.getContent().getLayoutBounds().getWidth()
                    - pane.getViewportBounds().getWidth())
        .filter(tooWide -> tooWide > ROUNDING)
        .map(tooWide -> "by " + Math.round(tooWide))
        .toList();
  }

  private static boolean isInside(Node node, Scene scene) {
    Bounds place = node.localToScene(node.getLayoutBounds());
    boolean isInWindow =
        place.getMinX() >= -ROUNDING
            && place.getMinY() >= -ROUNDING
            && place.getMaxX() <= scene.getWidth() + ROUNDING
            && place.getMaxY() <= scene.getHeight() + ROUNDING;
    Parent parent = node.getParent();
    if (!isInWindow || parent == null) {
      return isInWindow;
    }
    Bounds its = node.getBoundsInParent();
    Bounds around = parent.getLayoutBounds();
    return its.getMinX() >= around.getMinX() - 6 * ROUNDING // a focus ring lies outside
        && its.getMaxX() <= around.getMaxX() + 6 * ROUNDING
        && its.getMinY() >= around.getMinY() - 6 * ROUNDING
        && its.getMaxY() <= around.getMaxY() + 6 * ROUNDING;
  }

  /** What lies in something that scrolls is seen when it is scrolled to. */
  private static boolean isScrolled(Node node) {
    for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof ScrollPane || parent instanceof VirtualFlow) {
        return true;
      }
    }
    return false;
  }

  /** What can be reached with the keyboard but has no name. */
  public static List<String> nameless(Scene scene) {
    List<Node> all = shown(scene).toList();
    return all.stream()
        .filter(Node::isFocusTraversable)
        .filter(node -> !(node instanceof ScrollPane))
        .filter(node -> name(node).isBlank() && all.stream().noneMatch(label -> names(label, node)))
        .map(Faults::describe)
        .toList();
  }

  /** What has a name but a role that says nothing. */
  public static List<String> roleless(Scene scene) {
    return shown(scene)
        .filter(Node::isFocusTraversable)
        .filter(node -> node.getAccessibleRole() == AccessibleRole.NODE)
        .map(Faults::describe)
        .toList();
  }

  private static boolean names(Node label, Node node) {
    return label instanceof Label text && text.getLabelFor() == node && !text.getText().isBlank();
  }

  private static String name(Node node) {
    List<String> names = new ArrayList<>();
    names.add(node.getAccessibleText());
    if (node instanceof Labeled labeled) {
      names.add(labeled.getText());
    }
    if (node instanceof Control control && control.getTooltip() != null) {
      names.add(control.getTooltip().getText());
    }
    if (node instanceof TextInputControl text) {
      names.add(text.getPromptText());
    }
    return names.stream().filter(name -> name != null && !name.isBlank()).findFirst().orElse("");
  }

  private static Stream<Node> shown(Scene scene) {
    return Looks.seen(scene.getRoot()).stream();
  }

  private static String place(Node node) {
    Bounds place = node.localToScene(node.getLayoutBounds());
    return Math.round(place.getMinX())
        + ","
        + Math.round(place.getMinY())
        + " – "
        + Math.round(place.getMaxX())
        + ","
        + Math.round(place.getMaxY());
  }

  private static String describe(Node node) {
    String text = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
    String id = node.getId() == null ? "" : "#" + node.getId();
    return node.getClass().getSimpleName() + id + node.getStyleClass() + text;
  }
}
