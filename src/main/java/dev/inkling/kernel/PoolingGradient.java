package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.Pooling.Squares;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The way back through {@link Pooling}. */
final class PoolingGradient implements Step {
  private final Maps in;
  private final Maps out;
  private final boolean isMaximum;
  private final Squares values;
  private final Squares gradients;
  private final int[] outPlaces;
  private final int[] outGradientPlaces;

  PoolingGradient(Maps in, Maps out, int window, boolean isMaximum) {
    this.in = in;
    this.out = out;
    this.isMaximum = isMaximum;
    values = Squares.of(in.places(), in.width, window, out);
    gradients = Squares.of(in.gradientPlaces(), in.width, window, out);
    outPlaces = out.places();
    outGradientPlaces = out.gradientPlaces();
  }

  @Override
  public void run() {
    for (int channel = 0; channel < in.channels; channel++) {
      int from = channel * in.stride();
      int to = channel * in.gradientStride();
      int outValues = channel * out.stride();
      int outGradients = channel * out.gradientStride();
      for (int i = 0; i < outPlaces.length; i++) {
        int at = from + values.firsts()[i];
        int own = to + gradients.firsts()[i];
        FloatVector gradient =
            fromArray(SPECIES, out.gradient, outGradients + outGradientPlaces[i]);
        if (isMaximum) {
          spreadMaximum(
              at, own, fromArray(SPECIES, out.values, outValues + outPlaces[i]), gradient);
        } else {
          spreadMean(at, own, gradient);
        }
      }
    }
  }

  /** The first of the values that are as great as the greatest gets all. */
  private void spreadMaximum(int at, int to, FloatVector maximum, FloatVector gradient) {
    FloatVector left = gradient;
    for (int i = 0; i < values.taps().length; i++) {
      VectorMask<Float> isGreatest =
          fromArray(SPECIES, in.values, at + values.taps()[i]).compare(VectorOperators.EQ, maximum);
      FloatVector.zero(SPECIES)
          .blend(left, isGreatest)
          .intoArray(in.gradient, to + gradients.taps()[i]);
      left = left.blend(0, isGreatest);
    }
  }

  private void spreadMean(int at, int to, FloatVector gradient) {
    FloatVector share = gradient.mul(1f / values.taps().length);
    for (int i = 0; i < values.taps().length; i++) {
      FloatVector own =
          in.isRectified ? Vectors.gated(share, in.values, at + values.taps()[i]) : share;
      own.intoArray(in.gradient, to + gradients.taps()[i]);
    }
  }
}
