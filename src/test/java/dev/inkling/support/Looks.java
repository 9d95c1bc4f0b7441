package dev.inkling.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a person sees of nodes: which are there, and how texts stand out from what is behind. */
public final class Looks {
  private static final double LARGE = 24;
  private static final double LARGE_BOLD = 18.66;

  private Looks() {}

  /** All nodes in a tree that can be seen. */
  public static List<Node> seen(Node root) {
    List<Node> all = new ArrayList<>();
    collect(root, all);
    return all;
  }

  private static void collect(Node node, List<Node> all) {
    if (node.isVisible() && node.getOpacity() > 0) {
      all.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
      }
    }
  }

  /**
   * Texts and icons that do not stand out enough, by WCAG 2.1: 4.5:1, or 3:1 for large text and
   * icons. What is off is left out, as there.
   */
  public static List<String> faint(Node root) {
    List<String> faint = new ArrayList<>();
    for (Node node : seen(root)) {
      if (node instanceof Text text && !text.getText().isBlank() && !isOff(text)) {
        double contrast = contrast(text);
        if (contrast < least(text)) {
          faint.add(String.format(Locale.ROOT, "%.2f “%s” %s", contrast, words(text), path(text)));
        }
      }
    }
    return faint;
  }

  private static String words(Text text) {
    return text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText();
  }

  private static boolean isOff(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.isDisabled()) {
        return true;
      }
    }
    return false;
  }

  private static double least(Text text) {
    boolean isBold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
    double size = text.getFont().getSize();
    return text instanceof FontIcon || size >= LARGE || (isBold && size >= LARGE_BOLD) ? 3 : 4.5;
  }

  private static double contrast(Text text) {
    Color behind = behind(text.getParent());
    double opacity = 1;
    for (Node each = text; each != null; each = each.getParent()) {
      opacity *= each.getOpacity();
    }
    return contrast(over(behind, (Color) text.getFill(), opacity), behind);
  }

  /** What the backgrounds of a node and of its parents look like together. */
  private static Color behind(Node node) {
    if (node == null) {
      return Color.WHITE;
    }
    Color color = behind(node.getParent());
    if (node instanceof Region region && region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        if (fill.getFill() instanceof Color on) {
          color = over(color, on, node.getOpacity());
        }
      }
    }
    return color;
  }

  private static Color over(Color below, Color above, double opacity) {
    double part = above.getOpacity() * opacity;
    return Color.color(
        mix(below.getRed(), above.getRed(), part),
        mix(below.getGreen(), above.getGreen(), part),
        mix(below.getBlue(), above.getBlue(), part));
  }

  private static double mix(double below, double above, double part) {
    return below + (above - below) * part;
  }

  /** Contrast of two colours by WCAG, from 1 to 21. */
  public static double contrast(Color one, Color other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  /** Where a node is, for people who look for it. */
  public static String path(Node node) {
    StringBuilder path = new StringBuilder();
    for (Node each = node; each != null && path.length() < 160; each = each.getParent()) {
      String name =
          each.getId() != null ? "#" + each.getId() : String.join(".", each.getStyleClass());
      path.append(" < ").append(name.isEmpty() ? each.getClass().getSimpleName() : name);
    }
    return path.toString();
  }
}
