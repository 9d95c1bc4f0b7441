package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/** Takes maps through a {@link Norm}: what the chunk says of it, and then what it makes of that. */
final class Normalization {
  private final Maps in;
  private final Maps out;
  private final Norm norm;
  private final Chunk chunk;

  /** Where each row of channel 0 begins, of what goes in and what goes out. */
  private final int[] rows;

  private final int[] outRows;
  private final int length;
  private final float[] lanes = new float[LANES];

  Normalization(Maps in, Maps out, Norm norm, Chunk chunk) {
    this.in = in;
    this.out = out;
    this.norm = norm;
    this.chunk = chunk;
    rows = Correlation.firsts(in.places(), in.width);
    outRows = Correlation.firsts(out.places(), out.width);
    length = in.width * LANES;
  }

  /** Mean and squares of each channel; twice over the maps, so that little is lost to rounding. */
  void measure() {
    if (!chunk.isTraining()) {
      return;
    }
    int count = chunk.images() * in.height * in.width;
    for (int channel = 0; channel < in.channels; channel++) {
      double mean = sum(channel) / count;
      norm.put(chunk.number(), channel, mean, squares(channel, (float) mean));
    }
  }

  private double sum(int channel) {
    float[] values = in.values;
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int row : rows) {
      int from = channel * in.stride() + row;
      for (int i = from; i < from + length; i += LANES) {
        sum = sum.add(fromArray(SPECIES, values, i));
      }
    }
    sum.intoArray(lanes, 0);
    return sumOfImages();
  }

  private double squares(int channel, float mean) {
    float[] values = in.values;
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int row : rows) {
      int from = channel * in.stride() + row;
      for (int i = from; i < from + length; i += LANES) {
        FloatVector off = fromArray(SPECIES, values, i).sub(mean);
        sum = off.fma(off, sum);
      }
    }
    sum.intoArray(lanes, 0);
    return sumOfImages();
  }

  private double sumOfImages() {
    double sum = 0;
    for (int lane = 0; lane < chunk.images(); lane++) {
      sum += lanes[lane];
    }
    return sum;
  }

  /** Scales and shifts. */
  void apply() {
    float[] values = in.values;
    float[] to = out.values;
    float floor = out.isRectified ? 0 : Float.NEGATIVE_INFINITY;
    for (int channel = 0; channel < in.channels; channel++) {
      FloatVector scale = FloatVector.broadcast(SPECIES, norm.scale[channel]);
      FloatVector beta = FloatVector.broadcast(SPECIES, norm.beta[channel]);
      float center = norm.center[channel];
      for (int row = 0; row < rows.length; row++) {
        int from = channel * in.stride() + rows[row];
        int own = channel * out.stride() + outRows[row];
        for (int i = 0; i < length; i += LANES) {
          FloatVector value = fromArray(SPECIES, values, from + i).sub(center).fma(scale, beta);
          value.blend(floor, value.compare(LT, floor)).intoArray(to, own + i);
        }
      }
    }
  }
}
