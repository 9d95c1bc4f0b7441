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

  /** How far points close to each other go to the middle of their neighbours: a filter 1 2 1. */
  private static final double CALM = 0.5;

  public Stroke {
    points = List.copyOf(points);
    if (points.isEmpty() || !(width > 0)) {
      throw new IllegalArgumentException(points.size() + " points, width " + width);
    }
  }

  /**
   * The line that the brush follows: a curve through all points, so that a fast hand with few
   * events still draws round bows, and no corner is cut. The window and the raster both draw it.
   *
   * <p>It is a centripetal Catmull-Rom spline, which has no loops or cusps within a piece (Yuksel,
   * Schaefer, Keyser: Parameterization and applications of Catmull-Rom curves, 2011), computed as
   * Barry and Goldman do (SIGGRAPH 1988).
   */
  public List<Point> path() {
    List<Point> knots = distinct(calmed(distinct(points)));
    int last = knots.size() - 1;
    if (last < 2) {
      return knots;
    }
    List<Point> path = new ArrayList<>(List.of(knots.getFirst()));
    for (int i = 0; i < last; i++) {
      Point from = knots.get(i);
      Point to = knots.get(i + 1);
      Point before = i == 0 ? from.toward(to, -1) : knots.get(i - 1);
      Point after = i + 1 == last ? to.toward(from, -1) : knots.get(i + 2);
      curve(path, before, from, to, after);
    }
    return path;
  }

  /** The points without those that are where the one before is, as of a pen that rests. */
  private static List<Point> distinct(List<Point> points) {
    List<Point> distinct = new ArrayList<>(List.of(points.getFirst()));
    for (Point point : points) {
      if (!point.equals(distinct.getLast())) {
        distinct.add(point);
      }
    }
    return distinct;
  }

  /**
   * The points, each a little nearer to its neighbours where these are nearer than two brushes: so
   * much of what a tablet reports is its noise.
   */
  private List<Point> calmed(List<Point> knots) {
    List<Point> calmed = new ArrayList<>(knots);
    for (int i = 1; i < knots.size() - 1; i++) {
      Point before = knots.get(i - 1);
      Point point = knots.get(i);
      Point after = knots.get(i + 1);
      double farther = Math.max(point.distance(before), point.distance(after));
      double part = CALM * Math.clamp(2 - farther / width, 0, 1);
      calmed.set(i, point.toward(before.toward(after, 0.5), part));
    }
    return calmed;
  }

  /** Adds the piece between two points, without its first. */
  private static void curve(List<Point> path, Point before, Point from, Point to, Point after) {
    double start = Math.sqrt(before.distance(from));
    double end = start + Math.sqrt(from.distance(to));
    double beyond = end + Math.sqrt(to.distance(after));
    int pieces = (int) Math.clamp(Math.ceil(from.distance(to) / PIECE), 1, MOST_PIECES);
    for (int k = 1; k < pieces; k++) {
      double t = start + (end - start) * k / pieces;
      Point a = before.toward(from, t / start);
      Point b = from.toward(to, (t - start) / (end - start));
      Point c = to.toward(after, (t - end) / (beyond - end));
      path.add(
          a.toward(b, t / end)
              .toward(b.toward(c, (t - start) / (beyond - start)), (t - start) / (end - start)));
    }
    path.add(to);
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

  /** True when its whole line lies in a box of the pad's pixels, or nothing of it. */
  boolean isApart(Box box) {
    return path().stream().map(point -> isIn(point, box)).distinct().count() == 1;
  }

  private static boolean isIn(Point point, Box box) {
    return point.x() >= box.x()
        && point.x() <= box.right()
        && point.y() >= box.y()
        && point.y() <= box.bottom();
  }
}
