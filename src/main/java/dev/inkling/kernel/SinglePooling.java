package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.SingleImage.Part.Window;
import jdk.incubator.vector.FloatVector;

/** Maximum or mean of windows over the maps of one image. */
final class SinglePooling implements Step {
  private final SingleMaps in;
  private final SingleMaps out;
  private final Window window;
  private final int[] windows;
  private final int[] results;

  SinglePooling(SingleMaps in, SingleMaps out, Window window) {
    this.in = in;
    this.out = out;
    this.window = window;
    windows = in.windows(out.height, out.width, window.stride(), 0);
    results = out.places();
  }

  @Override
  public void run() {
    float slope = window.slope();
    for (int i = 0; i < windows.length; i++) {
      for (int channel = 0; channel < in.stride; channel += LANES) {
        int at = windows[i] + channel;
        FloatVector pooled = window.isMaximum() ? maximum(at) : mean(at);
        pooled.max(pooled.mul(slope)).intoArray(out.values, results[i] + channel);
      }
    }
  }

  private FloatVector maximum(int at) {
    FloatVector maximum = fromArray(SPECIES, in.values, at);
    for (int y = 0; y < window.height(); y++) {
      for (int x = 0; x < window.width(); x++) {
        int place = at + y * in.rowLength + x * in.stride;
        maximum = maximum.max(fromArray(SPECIES, in.values, place));
      }
    }
    return maximum;
  }

  private FloatVector mean(int at) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int y = 0; y < window.height(); y++) {
      for (int x = 0; x < window.width(); x++) {
        sum = sum.add(fromArray(SPECIES, in.values, at + y * in.rowLength + x * in.stride));
      }
    }
    return sum.mul(1f / (window.height() * window.width()));
  }
}
