package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.SingleImage.Part.Units;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Every number of an image to every unit. */
final class SingleDense implements Pieces {
  /** Sums of a vector that do not wait for each other. */
  private static final int SUMS = 8;

  private final SingleMaps in;
  private final SingleMaps out;
  private final float slope;

  /** Where the inputs are, as they lie; the last ones may be the first once more. */
  private final int[] inputs;

  private final Memory.Room weights;
  private final Memory.Room bias;

  SingleDense(Memory memory, SingleMaps in, SingleMaps out, Units units) {
    this.in = in;
    this.out = out;
    slope = units.slope();
    inputs = new int[Math.ceilDiv(in.size(), SUMS) * SUMS];
    Arrays.fill(inputs, in.at(0, 0));
    weights = memory.take(out.stride / LANES * inputs.length);
    bias = SingleConvolution.bias(memory, units.bias(), out.stride / LANES);
    pack(units);
  }

  private void pack(Units units) {
    for (int i = 0; i < in.size(); i++) {
      int channel = i % in.channels;
      int place = i / in.channels;
      inputs[i] = in.at(place / in.width, place % in.width) + channel;
      int from = channel * in.height * in.width + place;
      for (int unit = 0; unit < units.count(); unit++) {
        int to = (unit / LANES * inputs.length + i) * LANES + unit % LANES;
        weights.numbers()[weights.first() + to] = units.weights()[unit * in.size() + from];
      }
    }
  }

  @Override
  public int count() {
    return out.stride / LANES;
  }

  @Override
  public void run(int worker, int from, int to) {
    for (int unit = from * LANES; unit < to * LANES; unit += LANES) {
      vector(weights.first() + unit * inputs.length, unit);
    }
  }

  private void vector(int first, int unit) {
    float[] w = weights.numbers();
    float[] x = in.values;
    int[] at = inputs;
    FloatVector a = fromArray(SPECIES, bias.numbers(), bias.first() + unit);
    FloatVector b = FloatVector.zero(SPECIES);
    FloatVector c = b;
    FloatVector d = b;
    FloatVector e = b;
    FloatVector f = b;
    FloatVector g = b;
    FloatVector h = b;
    int own = first;
    for (int i = 0; i < at.length; i += SUMS) {
      a = fromArray(SPECIES, w, own).fma(broadcast(SPECIES, x[at[i]]), a);
      b = fromArray(SPECIES, w, own + LANES).fma(broadcast(SPECIES, x[at[i + 1]]), b);
      c = fromArray(SPECIES, w, own + 2 * LANES).fma(broadcast(SPECIES, x[at[i + 2]]), c);
      d = fromArray(SPECIES, w, own + 3 * LANES).fma(broadcast(SPECIES, x[at[i + 3]]), d);
      e = fromArray(SPECIES, w, own + 4 * LANES).fma(broadcast(SPECIES, x[at[i + 4]]), e);
      f = fromArray(SPECIES, w, own + 5 * LANES).fma(broadcast(SPECIES, x[at[i + 5]]), f);
      g = fromArray(SPECIES, w, own + 6 * LANES).fma(broadcast(SPECIES, x[at[i + 6]]), g);
      h = fromArray(SPECIES, w, own + 7 * LANES).fma(broadcast(SPECIES, x[at[i + 7]]), h);
      own += SUMS * LANES;
    }
    FloatVector sum = a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h)));
    sum.max(sum.mul(slope)).intoArray(out.values, out.at(0, 0) + unit);
  }
}
