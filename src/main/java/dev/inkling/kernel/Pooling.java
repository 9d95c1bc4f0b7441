package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Maximum or mean of square windows that do not overlap. */
final class Pooling implements Step {
  private final Maps in;
  private final Maps out;
  private final boolean isMaximum;
  private final Squares squares;
  private final int[] outPlaces;

  /** Where the first place of each window is in channel 0, and its places from there. */
  record Squares(int[] firsts, int[] taps) {
    /**
     * The windows over a map.
     *
     * @param all its places
     * @param out what becomes of it
     */
    static Squares of(int[] all, int width, int window, Maps out) {
      int[] firsts = new int[out.height * out.width];
      Arrays.setAll(firsts, i -> all[i / out.width * window * width + i % out.width * window]);
      int[] taps = new int[window * window];
      Arrays.setAll(taps, i -> all[i / window * width + i % window] - all[0]);
      return new Squares(firsts, taps);
    }
  }

  Pooling(Maps in, Maps out, int window, boolean isMaximum) {
    this.in = in;
    this.out = out;
    this.isMaximum = isMaximum;
    squares = Squares.of(in.places(), in.width, window, out);
    outPlaces = out.places();
  }

  @Override
  public void run() {
    int[] firsts = squares.firsts;
    float floor = out.isRectified ? 0 : Float.NEGATIVE_INFINITY;
    for (int channel = 0; channel < in.channels; channel++) {
      int from = channel * in.stride();
      int to = channel * out.stride();
      for (int i = 0; i < firsts.length; i++) {
        FloatVector pooled = isMaximum ? maximum(from + firsts[i]) : mean(from + firsts[i]);
        pooled.blend(floor, pooled.compare(LT, floor)).intoArray(out.values, to + outPlaces[i]);
      }
    }
  }

  /** By comparison: Java's own maximum looks after the signs of zeros, which takes longer. */
  private FloatVector maximum(int at) {
    int[] taps = squares.taps;
    float[] values = in.values;
    FloatVector maximum = fromArray(SPECIES, values, at);
    for (int i = 1; i < taps.length; i++) {
      FloatVector other = fromArray(SPECIES, values, at + taps[i]);
      maximum = maximum.blend(other, maximum.compare(LT, other));
    }
    return maximum;
  }

  private FloatVector mean(int at) {
    float[] values = in.values;
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int tap : squares.taps) {
      sum = sum.add(fromArray(SPECIES, values, at + tap));
    }
    return sum.mul(1f / squares.taps.length);
  }
}
