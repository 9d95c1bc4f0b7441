package dev.inkling.model;

import dev.inkling.layer.Parameter;
import dev.inkling.model.Recipe.Init;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Draws the parameters of a network, one after the other, as they are before the first step. */
final class InitialValues {
  private static final double SMALL_DEVIATION = 0.01;

  private final Init init;
  private final SplittableRandom random;

  InitialValues(Init init, SplittableRandom random) {
    this.init = init;
    this.random = random;
  }

  /** The values of the next parameter. */
  float[] of(Parameter parameter) {
    float[] values = new float[(int) parameter.count()];
    switch (parameter.start()) {
      case RANDOM -> draw(values, values(parameter));
      case ONE -> Arrays.fill(values, 1);
      case ZERO -> {}
    }
    return values;
  }

  private DoubleSupplier values(Parameter parameter) {
    double inputs = parameter.fanIn();
    double bound = 1 / Math.sqrt(inputs);
    boolean isBias = parameter.shape().length == 1;
    if (init == Init.DEFAULT) {
      return () -> random.nextDouble(-bound, bound);
    }
    double xavier = Math.sqrt(6 / (inputs + parameter.fanOut()));
    return isBias
        ? () -> 0
        : switch (init) {
          case HE -> () -> random.nextGaussian(0, Math.sqrt(2 / inputs));
          case XAVIER -> () -> random.nextDouble(-xavier, xavier);
          case SMALL -> () -> random.nextGaussian(0, SMALL_DEVIATION);
          case ZERO, DEFAULT -> () -> 0;
        };
  }

  private static void draw(float[] values, DoubleSupplier next) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) next.getAsDouble();
    }
  }
}
