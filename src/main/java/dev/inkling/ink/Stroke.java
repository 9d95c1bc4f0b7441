package dev.inkling.ink;

import dev.inkling.image.GreyImage.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One movement of the pen, from press to release.
 *
 * @param points where the pen was, in order, at least one
 * @param width of the round brush, in the pad's logical pixels
 * @param erases true for the eraser, which takes ink away
 */
public record Stroke(List<Point> points, double width, boolean erases) implements Mark {
  /**
   * Width of the brush when nobody chose another: in the middle of 12…26 pixels, between which real
   * pen strokes are read within half a point as well.
   */
  public static final double DEFAULT_WIDTH = 18;

  /** Longest piece, in logical pixels, that a curve is flattened to: shorter than any brush. */
  private static final double PIECE = 4;

  private static final int MOST_PIECES = 32;

  public Stroke {
    points = List.copyOf(points);
    if (points.isEmpty() || !(width > 0)) {
      throw new IllegalArgumentException(points.size() + " points, width " + width);
    }
  }

  /**
   * The line that the brush follows: quadratic curves through the middles between the points, each
   * point being the control point, so that a fast hand with few events still draws round bows. The
   * window and the raster both draw this line.
   */
  public List<Point> path() {
    int last = points.size() - 1;
    if (last < 2) {
      return points;
    }
    List<Point> path = new ArrayList<>();
    path.add(points.getFirst());
    Point from = points.getFirst().middle(points.get(1));
    path.add(from);
    for (int i = 1; i < last; i++) {
      Point to = points.get(i).middle(points.get(i + 1));
      curve(path, from, points.get(i), to);
      from = to;
    }
    path.add(points.get(last));
    return path;
  }

  private static void curve(List<Point> path, Point from, Point control, Point to) {
    int pieces = (int) Math.clamp(Math.ceil(from.distance(to) / PIECE), 1, MOST_PIECES);
    for (int k = 1; k <= pieces; k++) {
      double t = (double) k / pieces;
      double a = (1 - t) * (1 - t);
      double b = 2 * t * (1 - t);
      double c = t * t;
      path.add(
          new Point(
              a * from.x() + b * control.x() + c * to.x(),
              a * from.y() + b * control.y() + c * to.y()));
    }
  }

  /** The same line with a finer brush, where this one is wider than {@code widest} pixels. */
  Stroke noWiderThan(double widest) {
    return width <= widest ? this : new Stroke(points, widest, erases);
  }

  /** The longer side of the box that points lie in; 0 where there is none. */
  static double size(Stream<Point> points) {
    List<Point> all = points.toList();
    var x = all.stream().mapToDouble(Point::x).summaryStatistics();
    var y = all.stream().mapToDouble(Point::y).summaryStatistics();
    return all.isEmpty() ? 0 : Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin());
  }

  /** True when more than half of its line lies in a box of the pad's pixels. */
  boolean isMostlyIn(Box box) {
    List<Point> path = path();
    long inside = path.stream().filter(point -> isIn(point, box)).count();
    return 2 * inside > path.size();
  }

  private static boolean isIn(Point point, Box box) {
    return point.x() >= box.x()
        && point.x() <= box.right()
        && point.y() >= box.y()
        && point.y() <= box.bottom();
  }
}
