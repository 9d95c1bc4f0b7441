package dev.inkling.data;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What one hand would have written another time: the same strokes bent, slanted, turned, in other
 * proportions and with another pen. Habits stay: which strokes there are, where they begin, how
 * they run.
 */
public final class Variation {
  /** Standard deviation of the bend at most, in units of the forms' grid. */
  private static final double BEND = 4;

  /** Standard deviations: of the slant, the turn in radians, and the logarithm of the width. */
  private static final double SLANT = 0.16;

  private static final double TURN = 0.09;
  private static final double STRETCH = 0.13;

  /** How far a stroke may miss its place, in units of the grid. */
  private static final double CARELESSNESS = 2.6;

  /** Width of the pen, as part of the longer side. */
  private static final double FINEST = 0.055;

  private static final double BROADEST = 0.15;

  private static final double HALF = Forms.GRID / 2;

  /** Pixels of the pad for a unit of the grid. */
  private static final double SCALE = 1.5;

  private final RandomGenerator random;
  private final Bend bend;
  private final double slant;
  private final double turn;
  private final double stretch;

  /** Width of the brush, in pixels of the pad. */
  private final double pen;

  private final Point middle;

  /** Pixels of the drawing for a unit of the grid. */
  private final double unit;

  private Variation(List<Point> points, RandomGenerator random) {
    this.random = random;
    bend = new Bend(random, random.nextDouble() * BEND);
    slant = random.nextGaussian() * SLANT;
    turn = random.nextGaussian() * TURN;
    stretch = Math.exp(random.nextGaussian() * STRETCH);
    pen = SCALE * Forms.GRID * FINEST * Math.pow(BROADEST / FINEST, random.nextDouble());
    var x = points.stream().mapToDouble(Point::x).summaryStatistics();
    var y = points.stream().mapToDouble(Point::y).summaryStatistics();
    middle = new Point((x.getMin() + x.getMax()) / 2, (y.getMin() + y.getMax()) / 2);
    double size = Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin());
    unit = Math.max(1, size) / Forms.GRID;
  }

  /** The strokes as the same hand would draw them again. */
  public static Drawing of(List<Stroke> strokes, RandomGenerator random) {
    List<Point> points = strokes.stream().flatMap(stroke -> stroke.points().stream()).toList();
    Variation variation = new Variation(points, random);
    return new Drawing(strokes.stream().<Mark>map(variation::again).toList());
  }

  private Stroke again(Stroke stroke) {
    double offX = random.nextGaussian() * CARELESSNESS;
    double offY = random.nextGaussian() * CARELESSNESS;
    List<Point> points = new ArrayList<>(stroke.points().size());
    for (Point point : stroke.points()) {
      points.add(
          place(
              bend.move(
                  new Point(
                      HALF + (point.x() - middle.x()) / unit + offX,
                      HALF + (point.y() - middle.y()) / unit + offY))));
    }
    double width = stroke.erases() ? stroke.width() * SCALE / unit : pen;
    return new Stroke(points, width, stroke.erases());
  }

  /** From the grid, bent, to the middle of the pad. */
  private Point place(Point onGrid) {
    double y = (onGrid.y() - HALF) / stretch;
    double x = (onGrid.x() - HALF) * stretch - slant * y;
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    return new Point(
        Drawing.SIZE / 2.0 + SCALE * (cos * x - sin * y),
        Drawing.SIZE / 2.0 + SCALE * (sin * x + cos * y));
  }
}
