package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

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
    for (int channel = 0; channel < in.channels; channel++) {
      int from = channel * in.stride();
      int to = channel * out.stride();
      for (int i = 0; i < firsts.length; i++) {
        FloatVector pooled = isMaximum ? maximum(from + firsts[i]) : mean(from + firsts[i]);
        (out.isRectified ? pooled.max(0) : pooled).intoArray(out.values, to + outPlaces[i]);
      }
    }
  }

  private FloatVector maximum(int at) {
    int[] taps = squares.taps;
    FloatVector maximum = fromArray(SPECIES, in.values, at);
    for (int i = 1; i < taps.length; i++) {
      maximum = maximum.max(fromArray(SPECIES, in.values, at + taps[i]));
    }
    return maximum;
  }

  private FloatVector mean(int at) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int tap : squares.taps) {
      sum = sum.add(fromArray(SPECIES, in.values, at + tap));
    }
    return sum.mul(1f / squares.taps.length);
  }
}
