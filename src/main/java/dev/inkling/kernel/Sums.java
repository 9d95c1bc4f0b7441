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

  /** How the sums of weights lie. */
  enum Layout {
    /** Numbers in rows, like {@link Parameters#weights}. */
    ROWS,
    /** A vector for each, as {@link Correlation} has them. */
    LANES,
    /** Channels in lanes, by filter, by part: as {@link WinogradGradient} has them. */
    PARTS
  }

  final Layout layout;

  final Memory.Room weights;
  final Memory.Room bias;

  /**
   * True until the first chunk of a batch, whose gradients are put here instead of added: that
   * takes less than zeros that somebody has to write and read.
   */
  private boolean isEmpty = true;

  private Sums(Memory memory, Parameters like, Layout layout, int vectors) {
    this.layout = layout;
    weights = memory.take(vectors);
    bias = memory.take(Product.rows(like.rows));
  }

  /** Of a layer that takes every input to every output. */
  static Sums rows(Memory memory, Parameters like) {
    return new Sums(memory, like, Layout.ROWS, like.weights.length / LANES);
  }

  /**
   * Of filters: a vector for each weight, as {@link Correlation} lays them out, or a number where
   * these would be too many.
   */
  static Sums filters(Memory memory, Parameters like) {
    if (like.isWinograd) {
      int vectors = part(Transform.PARTS, 0, like.rows, like.channels()) / LANES;
      return new Sums(memory, like, Layout.PARTS, vectors);
    }
    int vectors = Correlation.sums(like.rows, like.columns);
    return vectors > FEW && like.columns % LANES == 0
        ? rows(memory, like)
        : new Sums(memory, like, Layout.LANES, vectors);
  }

  /** From a filter's first sum of a part to the next filter's. */
  static int row(int channels) {
    return MatrixProduct.places(channels / LANES) * LANES;
  }

  /** Where a filter's sums of a part are; an odd number of vectors lies between parts. */
  static int part(int part, int filter, int filters, int channels) {
    return part * (filters * row(channels) + LANES) + filter * row(channels);
  }

  /** Whether the next chunk's gradients are the first. */
  boolean isEmpty() {
    return isEmpty;
  }

  /** Says that a chunk's gradients, those of weights and biases, are there. */
  void hold() {
    isEmpty = false;
  }

  /**
   * Adds to the biases' sums.
   *
   * @param stride from a filter's gradients to the next one's
   * @param rows of the first filter's gradients, each of {@code length} numbers
   */
  void addToBias(float[] gradient, int filters, int stride, int[] rows, int length) {
    float[] numbers = bias.numbers();
    for (int filter = 0; filter < filters; filter++) {
      int at = bias.first() + filter * LANES;
      FloatVector sum = isEmpty ? FloatVector.zero(SPECIES) : fromArray(SPECIES, numbers, at);
      for (int row : rows) {
        int begin = filter * stride + row;
        for (int i = begin; i < begin + length; i += LANES) {
          sum = sum.add(fromArray(SPECIES, gradient, i));
        }
      }
      sum.intoArray(numbers, at);
    }
  }

  /**
   * Adds up what all threads have, a share of the rows.
   *
   * @param all of one layer
   * @param into of that layer
   * @param share every so manieth row from this one on
   */
  static void addUp(List<Sums> all, Parameters into, int share, int shares) {
    Memory.Room[] weights =
        all.stream()
            .filter(own -> !own.isEmpty)
            .map(own -> own.weights)
            .toArray(Memory.Room[]::new);
    Memory.Room[] biases =
        all.stream().filter(own -> !own.isEmpty).map(own -> own.bias).toArray(Memory.Room[]::new);
    float[] lanes = new float[LANES];
    Folding folding = new Folding(into.area());
    for (int row = share; row < into.rows; row += shares) {
      switch (all.getFirst().layout) {
        case ROWS -> addRow(weights, into, row);
        case LANES -> addLanes(weights, into, row, lanes);
        case PARTS -> folding.addParts(weights, into, row);
      }
      into.bias[row] = Vectors.sumOfLanes(taken(biases, row * LANES), lanes);
    }
  }

  /** Says that what was here has been added up. */
  void clear() {
    isEmpty = true;
  }

  private static void addRow(Memory.Room[] all, Parameters into, int row) {
    int from = row * into.rowLength;
    for (int i = from; i < from + into.rowLength; i += LANES) {
      taken(all, i).intoArray(into.weights, i);
    }
  }

  private static void addLanes(Memory.Room[] all, Parameters into, int row, float[] lanes) {
    for (int i = 0; i < into.columns; i++) {
      int at = Correlation.sum(row, i, into.columns) * LANES;
      into.weights[row * into.rowLength + i] = Vectors.sumOfLanes(taken(all, at), lanes);
    }
  }

  /** The gradients of filters from those of their parts. */
  private static final class Folding {
    private static final int SIDE = Transform.WINDOW_SIDE * LANES;

    private final float[] parts = new float[Transform.PARTS * LANES];
    private final float[] scratch = new float[parts.length];
    private final float[] filter;
    private final int[] lanes;

    Folding(int area) {
      filter = new float[area * LANES];
      lanes = Vectors.steps(LANES, area);
    }

    void addParts(Memory.Room[] all, Parameters into, int row) {
      for (int channel = 0; channel < into.channels(); channel += LANES) {
        for (int part = 0; part < Transform.PARTS; part++) {
          int at = part(part, row, into.rows, into.channels()) + channel;
          taken(all, at).intoArray(parts, part * LANES);
        }
        Transform.FILTER_GRADIENT.square(parts, 0, SIDE, LANES, filter, 0, LANES, scratch);
        int to = row * into.rowLength + channel * into.area();
        for (int i = 0; i < into.area(); i++) {
          fromArray(SPECIES, filter, i * LANES).intoArray(into.weights, to + i, lanes, 0);
        }
      }
    }
  }

  private static FloatVector taken(Memory.Room[] all, int at) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (Memory.Room own : all) {
      sum = sum.add(fromArray(SPECIES, own.numbers(), own.first() + at));
    }
    return sum;
  }
}
