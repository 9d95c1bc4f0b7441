package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * The gradients of a layer's parameters, summed over the chunks that one thread has taken through
 * it. Where each weight has a vector, its lanes are still to be added up; biases always have one.
 */
final class Sums {
  /** Vectors of sums up to which they stay in the second cache. */
  private static final int FEW = 1 << 13;

  /** Whether the weights are numbers in rows, like {@link Parameters#weights}. */
  final boolean areRows;

  final Memory.Room weights;
  final Memory.Room bias;

  private Sums(Memory memory, Parameters like, boolean areRows, int vectors) {
    this.areRows = areRows;
    weights = memory.take(vectors);
    bias = memory.take(Product.rows(like.rows));
  }

  /** Of a layer that takes every input to every output. */
  static Sums rows(Memory memory, Parameters like) {
    return new Sums(memory, like, true, like.weights.length / LANES);
  }

  /**
   * Of filters: a vector for each weight, as {@link Correlation} lays them out, or a number where
   * these would be too many.
   */
  static Sums filters(Memory memory, Parameters like) {
    int vectors = Correlation.sums(like.rows, like.columns);
    return vectors > FEW && like.columns % LANES == 0
        ? rows(memory, like)
        : new Sums(memory, like, false, vectors);
  }

  /**
   * Adds up what all threads have, a share of the rows, and leaves zeros there.
   *
   * @param all of one layer
   * @param into of that layer
   * @param share every so manieth row from this one on
   */
  static void addUp(List<Sums> all, Parameters into, int share, int shares) {
    float[] lanes = new float[LANES];
    boolean areRows = all.getFirst().areRows;
    for (int row = share; row < into.rows; row += shares) {
      int from = row * into.rowLength;
      if (areRows) {
        for (int i = from; i < from + into.rowLength; i += LANES) {
          taken(all, true, i).intoArray(into.weights, i);
        }
      } else {
        for (int i = 0; i < into.columns; i++) {
          int at = Correlation.sum(row, i, into.columns) * LANES;
          into.weights[from + i] = Vectors.sumOfLanes(taken(all, true, at), lanes);
        }
      }
      into.bias[row] = Vectors.sumOfLanes(taken(all, false, row * LANES), lanes);
    }
  }

  private static FloatVector taken(List<Sums> all, boolean areWeights, int at) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < all.size(); i++) {
      Memory.Room own = areWeights ? all.get(i).weights : all.get(i).bias;
      sum = sum.add(fromArray(SPECIES, own.numbers(), own.first() + at));
      FloatVector.zero(SPECIES).intoArray(own.numbers(), own.first() + at);
    }
    return sum;
  }
}
