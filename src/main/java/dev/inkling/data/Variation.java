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
 * proportions, longer or shorter at their ends and with another pen. Habits stay: which strokes
 * there are, where they begin, how they run.
 */
public final class Variation {
  private static final double BEND = 3;
  private static final double SLANT = 0.12;
  private static final double TURN = 0.07;
  private static final double STRETCH = 0.1;
  private static final double MISPLACED = 2;
  private static final double FINEST = 0.055;
  private static final double BROADEST = 0.15;

  private Variation() {}

  /** A drawing of strokes, as the same hand would draw it again. */
  public static Drawing of(Drawing drawing, double amount, RandomGenerator random) {
    double left = Double.POSITIVE_INFINITY;
    double top = left;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = right;
    for (Mark mark : drawing.marks()) {
      for (Point point : ((Stroke) mark).points()) {
        left = Math.min(left, point.x());
        right = Math.max(right, point.x());
        top = Math.min(top, point.y());
        bottom = Math.max(bottom, point.y());
      }
    }
    double size = Math.max(1, Math.max(right - left, bottom - top));
    double midX = (left + right) / 2;
    double midY = (top + bottom) / 2;
    Bend bend = new Bend(random, amount * random.nextDouble() * BEND);
    double slant = amount * random.nextGaussian() * SLANT;
    double turn = amount * random.nextGaussian() * TURN;
    double stretch = Math.exp(amount * random.nextGaussian() * STRETCH);
    double pen = 150 * FINEST * Math.pow(BROADEST / FINEST, random.nextDouble());
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double unit = size / Forms.GRID;
    List<Mark> marks = new ArrayList<>();
    for (Mark mark : drawing.marks()) {
      Stroke stroke = (Stroke) mark;
      double offX = amount * random.nextGaussian() * MISPLACED;
      double offY = amount * random.nextGaussian() * MISPLACED;
      List<Point> points = new ArrayList<>();
      for (Point point : stroke.points()) {
        Point bent =
            bend.move(
                new Point(
                    (point.x() - midX) / unit + offX + 50, (point.y() - midY) / unit + offY + 50));
        double x = (bent.x() - 50) * stretch;
        double y = (bent.y() - 50) / stretch;
        x -= slant * y;
        points.add(
            new Point(
                Drawing.SIZE / 2.0 + 1.5 * (cos * x - sin * y),
                Drawing.SIZE / 2.0 + 1.5 * (sin * x + cos * y)));
      }
      marks.add(
          new Stroke(points, stroke.erases() ? stroke.width() * 1.5 / unit : pen, stroke.erases()));
    }
    return new Drawing(marks);
  }
}
