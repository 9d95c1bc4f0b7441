package dev.inkling.ui.shell;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Where the window opens: where it was last time if one can see it and take hold of it there, else
 * in the midst of the first screen; never larger than the screen.
 *
 * @param x of the window on the screens; null for the midst of the first
 * @param y likewise
 * @param width of what is in the window
 * @param height of what is in the window
 * @param isMaximized or not
 */
record Placement(
    @Nullable Double x, @Nullable Double y, double width, double height, boolean isMaximized) {
  /** So much of its upper edge, which it is moved by, has to be on a screen. */
  private static final double GRIP = 60;

  /**
   * Of a window.
   *
   * @param screens without panels and docks, the first one first
   */
  static Placement of(Settings settings, List<Rectangle2D> screens) {
    Rectangle2D first = screens.getFirst();
    Double x = settings.x();
    Double y = settings.y();
    if (x == null || y == null) {
      boolean isTooLarge =
          settings.width() > first.getWidth() || settings.height() > first.getHeight();
      return sized(settings, null, null, first, isTooLarge);
    }
    double width = sensible(settings.width(), Settings.FIRST.width(), Double.MAX_VALUE);
    Rectangle2D edge = new Rectangle2D(x, y, width, GRIP);
    return screens.stream()
        .filter(screen -> holds(screen, edge))
        .max(Comparator.comparingDouble(screen -> shared(screen, edge)))
        .map(screen -> sized(settings, x, y, screen, false))
        .orElseGet(() -> sized(settings, null, null, first, false));
  }

  private static Placement sized(
      Settings settings,
      @Nullable Double x,
      @Nullable Double y,
      Rectangle2D screen,
      boolean isTooLarge) {
    return new Placement(
        x,
        y,
        sensible(settings.width(), Settings.FIRST.width(), screen.getWidth()),
        sensible(settings.height(), Settings.FIRST.height(), screen.getHeight()),
        settings.maximized() || isTooLarge);
  }

  /** A sliver is as good as none. */
  private static double sensible(double size, double first, double most) {
    return Math.min(size < first / 4 ? first : size, most);
  }

  private static boolean holds(Rectangle2D screen, Rectangle2D edge) {
    return shared(screen, edge) >= GRIP
        && edge.getMinY() >= screen.getMinY() - GRIP
        && edge.getMinY() <= screen.getMaxY() - GRIP;
  }

  /** Width that both have in common; below 0 when they are apart. */
  private static double shared(Rectangle2D screen, Rectangle2D edge) {
    return Math.min(screen.getMaxX(), edge.getMaxX()) - Math.max(screen.getMinX(), edge.getMinX());
  }
}
