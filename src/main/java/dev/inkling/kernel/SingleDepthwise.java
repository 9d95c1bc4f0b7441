package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.SingleImage.Part.Depthwise;
import jdk.incubator.vector.FloatVector;

/** A filter for each map of one image. */
final class SingleDepthwise implements Pieces {
  private final SingleMaps in;
  private final SingleMaps out;
  private final int kernel;
  private final float slope;
  private final int[] windows;
  private final int[] results;

  /** Tap by tap, all channels. */
  private final Memory.Room weights;

  private final Memory.Room bias;

  SingleDepthwise(Memory memory, SingleMaps in, SingleMaps out, Depthwise filters) {
    this.in = in;
    this.out = out;
    kernel = filters.kernel();
    slope = filters.slope();
    windows = in.windows(out.height, out.width, filters.stride(), filters.padding());
    results = out.places();
    int area = kernel * kernel;
    weights = memory.take(area * in.stride / LANES);
    for (int i = 0; i < filters.weights().length; i++) {
      int to = i % area * in.stride + i / area;
      weights.numbers()[weights.first() + to] = filters.weights()[i];
    }
    bias = SingleConvolution.bias(memory, filters.bias(), in.stride / LANES);
  }

  @Override
  public int count() {
    return windows.length;
  }

  @Override
  public void run(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int channel = 0; channel < in.stride; channel += LANES) {
        vector(windows[i] + channel, channel, results[i] + channel);
      }
    }
  }

  private void vector(int at, int channel, int to) {
    float[] w = weights.numbers();
    FloatVector sum = fromArray(SPECIES, bias.numbers(), bias.first() + channel);
    int weight = weights.first() + channel;
    for (int y = 0; y < kernel; y++) {
      for (int x = 0; x < kernel; x++) {
        int place = at + y * in.rowLength + x * in.stride;
        sum = fromArray(SPECIES, w, weight).fma(fromArray(SPECIES, in.values, place), sum);
        weight += in.stride;
      }
    }
    sum.max(sum.mul(slope)).intoArray(out.values, to);
  }
}
