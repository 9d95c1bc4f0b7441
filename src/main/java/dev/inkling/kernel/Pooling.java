package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Maximum or mean of square windows that do not overlap. */
final class Pooling implements Step {
  private final Maps in;
  private final Maps out;
  private final boolean isMaximum;

  /** Where each window's first value and gradient is in channel 0, and the others from there. */
  private final int[] places;

  private final int[] gradientPlaces;
  private final int[] taps;
  private final int[] gradientTaps;

  private final int[] outPlaces;
  private final int[] outGradientPlaces;

  Pooling(Maps in, Maps out, int window, boolean isMaximum) {
    this.in = in;
    this.out = out;
    this.isMaximum = isMaximum;
    places = firsts(in.places(), window);
    gradientPlaces = firsts(in.gradientPlaces(), window);
    taps = others(in.places(), window);
    gradientTaps = others(in.gradientPlaces(), window);
    outPlaces = out.places();
    outGradientPlaces = out.gradientPlaces();
  }

  private int[] firsts(int[] all, int window) {
    int[] firsts = new int[out.height * out.width];
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = all[i / out.width * window * in.width + i % out.width * window];
    }
    return firsts;
  }

  private int[] others(int[] all, int window) {
    int[] others = new int[window * window];
    for (int i = 0; i < others.length; i++) {
      others[i] = all[i / window * in.width + i % window] - all[0];
    }
    return others;
  }

  @Override
  public void forward() {
    for (int channel = 0; channel < in.channels; channel++) {
      int from = channel * in.stride();
      int to = channel * out.stride();
      for (int i = 0; i < places.length; i++) {
        FloatVector pooled = isMaximum ? maximum(from + places[i]) : mean(from + places[i]);
        (out.isRectified ? pooled.max(0) : pooled).intoArray(out.values, to + outPlaces[i]);
      }
    }
  }

  private FloatVector maximum(int at) {
    FloatVector maximum = fromArray(SPECIES, in.values, at);
    for (int i = 1; i < taps.length; i++) {
      maximum = maximum.max(fromArray(SPECIES, in.values, at + taps[i]));
    }
    return maximum;
  }

  private FloatVector mean(int at) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int tap : taps) {
      sum = sum.add(fromArray(SPECIES, in.values, at + tap));
    }
    return sum.mul(1f / taps.length);
  }

  @Override
  public void backward() {
    for (int channel = 0; channel < in.channels; channel++) {
      int values = channel * in.stride();
      int gradients = channel * in.gradientStride();
      int outValues = channel * out.stride();
      int outGradients = channel * out.gradientStride();
      for (int i = 0; i < places.length; i++) {
        FloatVector gradient =
            fromArray(SPECIES, out.gradient, outGradients + outGradientPlaces[i]);
        if (isMaximum) {
          FloatVector maximum = fromArray(SPECIES, out.values, outValues + outPlaces[i]);
          spreadMaximum(values + places[i], gradients + gradientPlaces[i], maximum, gradient);
        } else {
          spreadMean(values + places[i], gradients + gradientPlaces[i], gradient);
        }
      }
    }
  }

  /** The first of the values that are as great as the greatest gets all. */
  private void spreadMaximum(int at, int to, FloatVector maximum, FloatVector gradient) {
    FloatVector left = gradient;
    for (int i = 0; i < taps.length; i++) {
      VectorMask<Float> isGreatest =
          fromArray(SPECIES, in.values, at + taps[i]).compare(VectorOperators.EQ, maximum);
      FloatVector.zero(SPECIES)
          .blend(left, isGreatest)
          .intoArray(in.gradient, to + gradientTaps[i]);
      left = left.blend(0, isGreatest);
    }
  }

  private void spreadMean(int at, int to, FloatVector gradient) {
    FloatVector share = gradient.mul(1f / taps.length);
    for (int i = 0; i < taps.length; i++) {
      FloatVector own = in.isRectified ? Vectors.gated(share, in.values, at + taps[i]) : share;
      own.intoArray(in.gradient, to + gradientTaps[i]);
    }
  }
}
