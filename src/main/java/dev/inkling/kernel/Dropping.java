package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;

/**
 * Dropout: while training, each value becomes 0 with a given probability, and what is left is
 * scaled so that the mean stays (Srivastava and others, 2014). What is dropped depends on the seed,
 * the batch and the image's place in it, not on which thread computes it.
 */
final class Dropping {
  /** What 16 bits can be. */
  private static final int RANGE = 1 << 16;

  private final Maps in;
  private final Chunk chunk;
  private final int layer;

  /** Random numbers below this drop a value. */
  private final int limit;

  private final float scale;
  private final int[] places;
  private final int[] outPlaces;
  private final int[] gradientPlaces;
  private final int[] outGradientPlaces;

  /** Where the numbers that the values are multiplied with are, in the maps' array. */
  private final int factors;

  /**
   * Dropout between maps of one size.
   *
   * @param layer which of the layers it is: each drops others
   * @param factors where there is room for as many vectors as there are places
   */
  Dropping(Maps in, Maps out, Chunk chunk, int layer, double rate, int factors) {
    this.in = in;
    this.chunk = chunk;
    this.layer = layer;
    this.factors = factors;
    limit = (int) Math.round(rate * RANGE);
    scale = (float) (1 / (1 - rate));
    places = in.allPlaces();
    outPlaces = out.allPlaces();
    gradientPlaces = in.allGradientPlaces();
    outGradientPlaces = out.allGradientPlaces();
  }

  /** Drops, or hands on what comes where nothing is trained. */
  void forward() {
    float[] values = in.values;
    if (chunk.isTraining()) {
      draw(values);
    }
    for (int i = 0; i < places.length; i++) {
      FloatVector value = fromArray(SPECIES, values, places[i]);
      if (chunk.isTraining()) {
        value = value.mul(fromArray(SPECIES, values, factors + i * LANES));
      }
      value.intoArray(values, outPlaces[i]);
    }
  }

  /** Four numbers of each 64 random bits. */
  private void draw(float[] to) {
    SplittableRandom random = new SplittableRandom(chunk.seed() * 31 + layer);
    for (int i = factors; i < factors + places.length * LANES; i += 4) {
      long bits = random.nextLong();
      for (int k = 0; k < 4; k++) {
        to[i + k] = ((bits >>> (16 * k)) & (RANGE - 1)) < limit ? 0 : scale;
      }
    }
  }

  /** What was dropped gets no gradient. */
  void back() {
    float[] gradient = in.gradient;
    for (int i = 0; i < places.length; i++) {
      fromArray(SPECIES, gradient, outGradientPlaces[i])
          .mul(fromArray(SPECIES, gradient, factors + i * LANES))
          .intoArray(gradient, gradientPlaces[i]);
    }
  }
}
