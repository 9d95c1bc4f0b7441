package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * How far vectors are from others, a block of them at once, by the processor's vectors where Java
 * brings them. Immutable.
 */
public final class Distances {
  /** Vectors in a block; the last one may have fewer. */
  public static final int BLOCK = 256;

  private final int width;
  private final boolean areVectorsHere = Kernels.areHere();

  /** In each block first all first values, then all second ones. */
  private final float[] blocks;

  /**
   * Distances from these.
   *
   * @param vectors of {@code width} values each, one after the other
   */
  public Distances(float[] vectors, int width) {
    this.width = width;
    int count = vectors.length / width;
    blocks = new float[(count + BLOCK - 1) / BLOCK * BLOCK * width];
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < width; d++) {
        blocks[(i / BLOCK * width + d) * BLOCK + i % BLOCK] = vectors[i * width + d];
      }
    }
  }

  /**
   * The squares of the distances of a vector from all of a block. Safe from any thread.
   *
   * @param from an array with the vector, from {@code at} on
   * @param squares {@link #BLOCK} numbers; behind the last vector they say nothing
   */
  public void squares(float[] from, int at, int block, float[] squares) {
    if (areVectorsHere) {
      Quick.squares(blocks, block * width * BLOCK, width, from, at, squares);
      return;
    }
    Arrays.fill(squares, 0);
    for (int d = 0; d < width; d++) {
      int row = (block * width + d) * BLOCK;
      for (int k = 0; k < BLOCK; k++) {
        float apart = blocks[row + k] - from[at + d];
        squares[k] += apart * apart;
      }
    }
  }

  /** Apart, as the module of the processor's vectors may not be there. */
  private static final class Quick {
    /** Two vectors at a time: the sum of each waits for itself. */
    static void squares(
        float[] blocks, int start, int width, float[] from, int at, float[] squares) {
      for (int k = 0; k < BLOCK; k += 2 * LANES) {
        FloatVector left = FloatVector.zero(SPECIES);
        FloatVector right = FloatVector.zero(SPECIES);
        for (int d = 0; d < width; d++) {
          int row = start + d * BLOCK + k;
          FloatVector a = FloatVector.fromArray(SPECIES, blocks, row).sub(from[at + d]);
          FloatVector b = FloatVector.fromArray(SPECIES, blocks, row + LANES).sub(from[at + d]);
          left = a.fma(a, left);
          right = b.fma(b, right);
        }
        left.intoArray(squares, k);
        right.intoArray(squares, k + LANES);
      }
    }
  }
}
