package dev.inkling.chart;

import java.util.Arrays;

/**
 * The exponential moving average of samples as TensorBoard has it: divided by {@code 1 - weight^n},
 * so that the first samples are not drawn towards 0. What was added last is computed alone.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/webapp/widgets/line_chart_v2/data_transforms.ts">TensorBoard's
 *     line chart</a>
 */
public final class Smoothing {
  /** With a weight of 1 nothing would ever move. */
  private static final double LARGEST = 0.999;

  private final Points points;
  private double[] values = new double[0];
  private int size;
  private int generation;
  private double weight;
  private double sum;
  private double power;

  /** An average of these samples, whatever is added to them. */
  public Smoothing(Points points) {
    this.points = points;
  }

  /**
   * The smoothed values.
   *
   * @param wanted weight of what was before, 0…1; 0 smooths nothing
   * @return the cache itself, as long as the samples at least; gaps stay gaps
   */
  public double[] values(double wanted) {
    double clamped = Math.clamp(wanted, 0, LARGEST);
    if (clamped != weight || generation != points.generation()) {
      weight = clamped;
      generation = points.generation();
      size = 0;
      sum = 0;
      power = 1;
    }
    if (values.length < points.size()) {
      values = Arrays.copyOf(values, points.ys().length);
    }
    while (size < points.size()) {
      values[size] = next(points.y(size));
      size++;
    }
    return values;
  }

  private double next(double y) {
    if (!Double.isFinite(y)) {
      return y;
    }
    sum = sum * weight + (1 - weight) * y;
    power *= weight;
    return sum / (1 - power);
  }
}
