package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.SingleImage.Part.Window;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Maximum or mean of windows over the maps of one image. */
final class SinglePooling implements Pieces {
  private final SingleMaps in;
  private final SingleMaps out;
  private final Window window;
  private final int[] windows;
  private final int[] results;

  /** From a window's first place to each of its places. */
  private final int[] taps;

  SinglePooling(SingleMaps in, SingleMaps out, Window window) {
    this.in = in;
    this.out = out;
    this.window = window;
    windows = in.windows(out.height, out.width, window.stride(), 0);
    results = out.places();
    taps = new int[window.height() * window.width()];
    Arrays.setAll(taps, i -> i / window.width() * in.rowLength + i % window.width() * in.stride);
  }

  @Override
  public int count() {
    return windows.length;
  }

  @Override
  public void run(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int channel = 0; channel < in.stride; channel += LANES) {
        if (window.isMaximum()) {
          maximum(windows[i] + channel, results[i] + channel);
        } else {
          mean(windows[i] + channel, results[i] + channel);
        }
      }
    }
  }

  private void maximum(int at, int to) {
    float[] x = in.values;
    int[] places = taps;
    FloatVector maximum = fromArray(SPECIES, x, at);
    for (int tap = 1; tap < places.length; tap++) {
      maximum = maximum.max(fromArray(SPECIES, x, at + places[tap]));
    }
    maximum.max(maximum.mul(window.slope())).intoArray(out.values, to);
  }

  private void mean(int at, int to) {
    float[] x = in.values;
    int[] places = taps;
    FloatVector sum = fromArray(SPECIES, x, at);
    for (int tap = 1; tap < places.length; tap++) {
      sum = sum.add(fromArray(SPECIES, x, at + places[tap]));
    }
    FloatVector mean = sum.mul(1f / places.length);
    mean.max(mean.mul(window.slope())).intoArray(out.values, to);
  }
}
