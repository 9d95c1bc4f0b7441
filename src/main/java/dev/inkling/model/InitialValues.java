package dev.inkling.model;

import dev.inkling.model.Recipe.Init;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Draws the parameters of a network, one after the other, as they are before the first step. */
final class InitialValues {
  private static final double SMALL_DEVIATION = 0.01;

  private final Init init;
  private final SplittableRandom random;

  /** Of the layer at hand: its weight comes before its bias. */
  private double bound;

  InitialValues(Init init, SplittableRandom random) {
    this.init = init;
    this.random = random;
  }

  /**
   * The values of the next parameter.
   *
   * @param name that ends with its part, such as conv1.weight
   * @param shape of a weight (outputs, inputs) or (outputs, inputs, height, width)
   */
  float[] of(String name, long[] shape) {
    float[] values = new float[(int) product(shape, 0)];
    if (name.endsWith(".weight")) {
      double inputs = product(shape, 1);
      bound = 1 / Math.sqrt(inputs);
      draw(values, weight(inputs, shape[0] * product(shape, 2)));
    } else if (name.endsWith(".bias")) {
      draw(values, init == Init.DEFAULT ? () -> random.nextDouble(-bound, bound) : () -> 0);
    } else if (name.endsWith(".gamma") || name.endsWith(".variance")) {
      Arrays.fill(values, 1);
    }
    return values;
  }

  private DoubleSupplier weight(double inputs, double outputs) {
    double xavier = Math.sqrt(6 / (inputs + outputs));
    return switch (init) {
      case DEFAULT -> () -> random.nextDouble(-bound, bound);
      case HE -> () -> random.nextGaussian(0, Math.sqrt(2 / inputs));
      case XAVIER -> () -> random.nextDouble(-xavier, xavier);
      case SMALL -> () -> random.nextGaussian(0, SMALL_DEVIATION);
      case ZERO -> () -> 0;
    };
  }

  private static void draw(float[] values, DoubleSupplier next) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) next.getAsDouble();
    }
  }

  private static long product(long[] shape, int from) {
    return Arrays.stream(shape).skip(from).reduce(1, (a, b) -> a * b);
  }
}
