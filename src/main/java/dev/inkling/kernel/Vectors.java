package dev.inkling.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What the kernels do with vectors. */
final class Vectors {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Images in a chunk, a lane each. */
  static final int LANES = SPECIES.length();

  private Vectors() {}

  /** 0, step, 2·step … */
  static int[] steps(int count, int step) {
    int[] steps = new int[count];
    for (int i = 0; i < count; i++) {
      steps[i] = i * step;
    }
    return steps;
  }

  /** first, first + step, first + 2·step … */
  static int[] steps(int first, int count, int step) {
    int[] steps = steps(count, step);
    for (int i = 0; i < count; i++) {
      steps[i] += first;
    }
    return steps;
  }

  /** Adds a number to all lanes of a vector. */
  static void add(float[] numbers, int at, float more) {
    fromArray(SPECIES, numbers, at).add(more).intoArray(numbers, at);
  }

  /** Makes a vector of numbers that lie anywhere, each lane's so far from the first place. */
  static void gather(float[] from, int at, int[] lanes, float[] to, int first) {
    fromArray(SPECIES, from, at, lanes, 0).intoArray(to, first);
  }

  /**
   * Turns a square of as many vectors as they have lanes, so that lanes become vectors.
   *
   * @param lanes how far each vector is from the first
   */
  static void turn(float[] from, int at, int[] lanes, float[] to, int first, int distance) {
    for (int i = 0; i < LANES; i++) {
      gather(from, at + i, lanes, to, first + i * distance);
    }
  }

  /** A vector where the gate is above 0, else 0. */
  static FloatVector gated(FloatVector vector, float[] gate, int at) {
    return FloatVector.zero(SPECIES)
        .blend(vector, fromArray(SPECIES, gate, at).compare(VectorOperators.GT, 0));
  }

  /** Likewise, of a vector; the array is room for it. */
  static float sumOfLanes(FloatVector vector, float[] lanes) {
    vector.intoArray(lanes, 0);
    return sumOfLanes(lanes, 0);
  }

  /**
   * The sum of a vector's lanes in one order, whether this is compiled yet or not: Java's own
   * reduction takes another then, and a training could not be repeated to the last digit.
   *
   * @param at of the vector's first lane
   */
  static float sumOfLanes(float[] lanes, int at) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int lane = at; lane < at + LANES; lane += 4) {
      a += lanes[lane];
      b += lanes[lane + 1];
      c += lanes[lane + 2];
      d += lanes[lane + 3];
    }
    return (a + b) + (c + d);
  }
}
