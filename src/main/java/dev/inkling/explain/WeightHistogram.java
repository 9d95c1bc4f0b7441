package dev.inkling.explain;

import dev.inkling.layer.Stage;

/**
 * How the weights of a layer are distributed.
 *
 * @param stage the layer
 * @param limit the bins, all of one width, reach from −limit to limit
 * @param counts of weights in each bin; what lies on an edge counts upwards, but limit in the last
 * @param mean of all weights
 * @param deviation their standard deviation
 */
public record WeightHistogram(
    Stage stage, double limit, int[] counts, double mean, double deviation) {

  /** Counts the weights of a layer, none of which is beyond the limit. */
  static WeightHistogram of(Stage stage, float[] weights, double limit, int bins) {
    int[] counts = new int[bins];
    for (float weight : weights) {
      // Weights that are all 0 have a limit of 0, and belong in the middle.
      double place = limit == 0 ? 0.5 : (weight + limit) / (2 * limit);
      counts[(int) Math.min(bins - 1, place * bins)]++;
    }
    return new WeightHistogram(stage, limit, counts, mean(weights), deviation(weights));
  }

  private static double mean(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum / weights.length;
  }

  /** The standard deviation of weights. */
  static double deviation(float[] weights) {
    double mean = mean(weights);
    double squares = 0;
    for (float weight : weights) {
      squares += (weight - mean) * (weight - mean);
    }
    return Math.sqrt(squares / weights.length);
  }
}
