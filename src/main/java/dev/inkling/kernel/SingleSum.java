package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/** Adds maps of one image. */
final class SingleSum implements Pieces {
  private final SingleMaps one;
  private final SingleMaps other;
  private final SingleMaps out;
  private final float slope;

  SingleSum(SingleMaps one, SingleMaps other, SingleMaps out, float slope) {
    this.one = one;
    this.other = other;
    this.out = out;
    this.slope = slope;
  }

  @Override
  public int count() {
    return out.height;
  }

  @Override
  public void run(int worker, int from, int to) {
    for (int y = from; y < to; y++) {
      int a = one.at(y, 0);
      int b = other.at(y, 0);
      int result = out.at(y, 0);
      for (int i = 0; i < out.width * out.stride; i += LANES) {
        FloatVector sum =
            fromArray(SPECIES, one.values, a + i).add(fromArray(SPECIES, other.values, b + i));
        sum.max(sum.mul(slope)).intoArray(out.values, result + i);
      }
    }
  }
}
