package dev.inkling.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way that a pen went, whatever its size and place: at even distances along all strokes, where
 * it was, in which direction it moved and whether it was down. Two ways are as far apart as their
 * points are in the mean, matched in order as it suits them best (dynamic time warping: Sakoe and
 * Chiba, "Dynamic programming algorithm optimization for spoken word recognition", 1978).
 */
public final class StrokeShape {
  /** Points of a way. */
  public static final int POINTS = 40;

  /** Numbers of a point as it is kept: x and y, −1…1 along the longer side, and 1 in the air. */
  public static final int WIDTH = 3;

  /** Numbers of a point as it is compared, the direction being two. */
  private static final int COMPARED = 5;

  /** What the direction and the air count beside the place. */
  private static final float BESIDE = 0.5f;

  /** A pen in the air is only seen where it comes down, so its way counts half. */
  private static final double IN_AIR = 0.5;

  /** How many points apart two can be and still match. */
  private static final int BAND = 8;

  private final float[] points;
  private final float[] compared;

  private StrokeShape(float[] points) {
    this.points = points;
    compared = compared(points);
  }

  /**
   * A way that was kept.
   *
   * @param points {@link #POINTS} times {@link #WIDTH} numbers, not to be changed
   */
  public static StrokeShape of(float[] points) {
    if (points.length != POINTS * WIDTH) {
      throw new IllegalArgumentException(points.length + " numbers");
    }
    return new StrokeShape(points);
  }

  /** The way of a drawing that strokes made, and nothing but strokes: no picture and no eraser. */
  public static Optional<StrokeShape> of(Drawing drawing) {
    List<Stroke> strokes = new ArrayList<>();
    for (Mark mark : drawing.marks()) {
      if (!(mark instanceof Stroke stroke) || stroke.erases()) {
        return Optional.empty();
      }
      strokes.add(stroke);
    }
    return strokes.isEmpty() ? Optional.empty() : Optional.of(new StrokeShape(even(strokes)));
  }

  /** The numbers that {@link #of(float[])} takes, not to be changed. */
  public float[] points() {
    return points;
  }

  /** Points at even distances along all strokes. */
  private static float[] even(List<Stroke> strokes) {
    List<Point> all = strokes.stream().flatMap(stroke -> stroke.points().stream()).toList();
    boolean[] isInAir = new boolean[all.size()];
    int begin = 0;
    for (Stroke stroke : strokes) {
      isInAir[begin] = begin > 0;
      begin += stroke.points().size();
    }
    double[] length = new double[all.size()];
    for (int i = 1; i < length.length; i++) {
      double way = all.get(i - 1).distance(all.get(i));
      length[i] = length[i - 1] + (isInAir[i] ? IN_AIR * way : way);
    }
    var x = all.stream().mapToDouble(Point::x).summaryStatistics();
    var y = all.stream().mapToDouble(Point::y).summaryStatistics();
    double half = Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin()) / 2;
    double scale = half > 0 ? 1 / half : 0;
    float[] points = new float[POINTS * WIDTH];
    int next = 1;
    for (int i = 0; i < POINTS; i++) {
      double at = length[length.length - 1] * i / (POINTS - 1);
      while (next < length.length - 1 && length[next] <= at) {
        next++;
      }
      Point point = next < length.length ? between(all, length, next, at) : all.getFirst();
      points[i * WIDTH] = (float) ((point.x() - (x.getMin() + x.getMax()) / 2) * scale);
      points[i * WIDTH + 1] = (float) ((point.y() - (y.getMin() + y.getMax()) / 2) * scale);
      points[i * WIDTH + 2] = next < length.length && isInAir[next] ? 1 : 0;
    }
    return points;
  }

  private static Point between(List<Point> all, double[] length, int next, double at) {
    double way = length[next] - length[next - 1];
    double part = way > 0 ? Math.clamp((at - length[next - 1]) / way, 0, 1) : 0;
    return all.get(next - 1).toward(all.get(next), part);
  }

  private static float[] compared(float[] points) {
    float[] compared = new float[POINTS * COMPARED];
    for (int i = 0; i < POINTS; i++) {
      int from = Math.max(0, i - 1) * WIDTH;
      int to = Math.min(POINTS - 1, i + 1) * WIDTH;
      double right = points[to] - points[from];
      double down = points[to + 1] - points[from + 1];
      double way = Math.hypot(right, down);
      int at = i * COMPARED;
      compared[at] = points[i * WIDTH];
      compared[at + 1] = points[i * WIDTH + 1];
      compared[at + 2] = way > 0 ? (float) (BESIDE * right / way) : 0;
      compared[at + 3] = way > 0 ? (float) (BESIDE * down / way) : 0;
      compared[at + 4] = BESIDE * points[i * WIDTH + 2];
    }
    return compared;
  }

  /**
   * How far another way is: 0 for the same one, about 0.04 for another of the same sign and hand.
   *
   * @param most what is farther need not be known
   * @return infinity where it is farther
   */
  public double distance(StrokeShape other, double most) {
    double[] above = new double[POINTS + 1];
    double[] row = new double[POINTS + 1];
    Arrays.fill(above, Double.POSITIVE_INFINITY);
    above[0] = 0;
    for (int i = 1; i <= POINTS; i++) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
      double least = Double.POSITIVE_INFINITY;
      int last = Math.min(POINTS, i + BAND);
      for (int k = Math.max(1, i - BAND); k <= last; k++) {
        double before = Math.min(above[k - 1], Math.min(above[k], row[k - 1]));
        row[k] = before + apart(i - 1, other, k - 1);
        least = Math.min(least, row[k]);
      }
      if (least > most * POINTS) {
        return Double.POSITIVE_INFINITY;
      }
      double[] done = above;
      above = row;
      row = done;
    }
    double distance = above[POINTS] / POINTS;
    return distance <= most ? distance : Double.POSITIVE_INFINITY;
  }

  private double apart(int point, StrokeShape other, int its) {
    double sum = 0;
    for (int i = 0; i < COMPARED; i++) {
      float difference = compared[point * COMPARED + i] - other.compared[its * COMPARED + i];
      sum += difference * difference;
    }
    return sum;
  }
}
