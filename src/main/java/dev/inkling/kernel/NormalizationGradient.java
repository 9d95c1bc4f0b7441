package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** The way back through a {@link Normalization}: what the chunk says, and then the gradient. */
final class NormalizationGradient {
  private final Maps in;
  private final Maps out;
  private final Norm norm;
  private final Chunk chunk;

  /** Where each row of channel 0 begins: values, their gradients, and those of what goes out. */
  private final int[] rows;

  private final int[] gradientRows;
  private final int[] outRows;
  private final int length;
  private final float[] sums = new float[LANES];
  private final float[] products = new float[LANES];

  NormalizationGradient(Maps in, Maps out, Norm norm, Chunk chunk) {
    this.in = in;
    this.out = out;
    this.norm = norm;
    this.chunk = chunk;
    rows = Correlation.firsts(in.places(), in.width);
    gradientRows = Correlation.firsts(in.gradientPlaces(), in.width);
    outRows = Correlation.firsts(out.gradientPlaces(), out.width);
    length = in.width * LANES;
  }

  /** Adds up the gradients of each channel, and their products with the values' distances. */
  void measure() {
    float[] values = in.values;
    float[] gradient = out.gradient;
    for (int channel = 0; channel < in.channels; channel++) {
      float mean = norm.center[channel];
      FloatVector sum = FloatVector.zero(SPECIES);
      FloatVector product = FloatVector.zero(SPECIES);
      for (int row = 0; row < rows.length; row++) {
        int from = channel * in.stride() + rows[row];
        int at = channel * out.gradientStride() + outRows[row];
        for (int i = 0; i < length; i += LANES) {
          FloatVector own = fromArray(SPECIES, gradient, at + i);
          sum = sum.add(own);
          product = own.fma(fromArray(SPECIES, values, from + i).sub(mean), product);
        }
      }
      sum.intoArray(sums, 0);
      product.intoArray(products, 0);
      norm.put(
          chunk.number(), channel, Vectors.sumOfLanes(sums, 0), Vectors.sumOfLanes(products, 0));
    }
  }

  /** The gradient by what went in; lanes without an image keep none. */
  void apply() {
    float[] values = in.values;
    float[] gradient = out.gradient;
    float[] to = in.gradient;
    VectorMask<Float> isImage = SPECIES.indexInRange(0, chunk.images());
    for (int channel = 0; channel < in.channels; channel++) {
      FloatVector scale = broadcast(SPECIES, norm.scale[channel]);
      FloatVector factor = broadcast(SPECIES, norm.valueFactor[channel]);
      FloatVector constant = broadcast(SPECIES, norm.constant[channel]);
      for (int row = 0; row < rows.length; row++) {
        int from = channel * in.stride() + rows[row];
        int at = channel * out.gradientStride() + outRows[row];
        int own = channel * in.gradientStride() + gradientRows[row];
        for (int i = 0; i < length; i += LANES) {
          FloatVector by = fromArray(SPECIES, values, from + i).fma(factor, constant);
          by = fromArray(SPECIES, gradient, at + i).fma(scale, by);
          FloatVector.zero(SPECIES).blend(by, isImage).intoArray(to, own + i);
        }
      }
      if (in.isRectified) {
        close(channel);
      }
    }
  }

  /** Sets the gradients to 0 where what went in had been rectified. */
  private void close(int channel) {
    float[] to = in.gradient;
    for (int row = 0; row < rows.length; row++) {
      int from = channel * in.stride() + rows[row];
      int own = channel * in.gradientStride() + gradientRows[row];
      for (int i = 0; i < length; i += LANES) {
        Vectors.gated(fromArray(SPECIES, to, own + i), in.values, from + i).intoArray(to, own + i);
      }
    }
  }
}
