package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;

import java.util.Arrays;

/**
 * Batch norm: each channel is shifted and scaled to a mean of 0 and a variance of 1, and then by
 * what is learned. All threads share it: what they find in their chunks is put together when all
 * have come there, in the chunks' order, so that the same numbers come out each time.
 */
final class Norm {
  /** Of the running mean and variance; that of the engine's. */
  private static final float MOMENTUM = 0.9f;

  /** What keeps a variance off zero; that of the engine's. */
  private static final float EPSILON = 1e-5f;

  final float[] gamma;
  final float[] beta;
  final float[] mean;
  final float[] variance;
  final float[] gammaGradient;
  final float[] betaGradient;

  /** What is subtracted from a value, and what that is multiplied with before beta is added. */
  final float[] center;

  final float[] scale;

  /** The gradient by a value: that by what it becomes, the value and one multiplied with these. */
  final float[] valueFactor;

  final float[] constant;

  private final int channels;
  private final int area;
  private final double[] inverse;
  private int images;

  /** For each chunk and channel: mean and sum of squares off it, later the gradients' two sums. */
  private double[][] found = {};

  /**
   * A norm that changes nothing.
   *
   * @param area places of a channel
   */
  Norm(int channels, int area) {
    this.channels = channels;
    this.area = area;
    gamma = new float[channels];
    beta = new float[channels];
    mean = new float[channels];
    variance = new float[channels];
    gammaGradient = new float[channels];
    betaGradient = new float[channels];
    center = new float[channels];
    scale = new float[channels];
    valueFactor = new float[channels];
    constant = new float[channels];
    inverse = new double[channels];
    Arrays.fill(gamma, 1);
    Arrays.fill(variance, 1);
  }

  /** A parameter or a running statistic, by what is behind the dot of its name. */
  float[] part(String part) {
    return switch (part) {
      case "gamma" -> gamma;
      case "beta" -> beta;
      case "mean" -> mean;
      case "variance" -> variance;
      default -> throw new IllegalArgumentException(part);
    };
  }

  /** The newest gradient by a parameter. */
  float[] gradient(String part) {
    return part.equals("gamma") ? gammaGradient : betaGradient;
  }

  /** Begins a batch. */
  void begin(int images) {
    this.images = images;
    int chunks = Math.ceilDiv(images, LANES);
    if (found.length < chunks) {
      found = new double[chunks][2 * channels];
    }
  }

  /** Keeps what a chunk says of a channel. */
  void put(int chunk, int channel, double first, double second) {
    found[chunk][channel] = first;
    found[chunk][channels + channel] = second;
  }

  /** Goes by the running statistics. */
  void useRunning() {
    for (int c = 0; c < channels; c++) {
      scale(c, mean[c], variance[c]);
    }
  }

  /** Goes by the statistics of the batch (Chan, Golub and LeVeque, 1979), and lets them run. */
  void useBatch() {
    for (int c = 0; c < channels; c++) {
      double count = 0;
      double average = 0;
      double squares = 0;
      for (int chunk = 0; chunk * LANES < images; chunk++) {
        double own = (double) Math.min(LANES, images - chunk * LANES) * area;
        double off = found[chunk][c] - average;
        average += off * own / (count + own);
        squares += found[chunk][channels + c] + off * off * count * own / (count + own);
        count += own;
      }
      scale(c, average, squares / count);
      mean[c] = MOMENTUM * mean[c] + (1 - MOMENTUM) * (float) average;
      variance[c] = MOMENTUM * variance[c] + (1 - MOMENTUM) * (float) (squares / count);
    }
  }

  private void scale(int c, double average, double ownVariance) {
    center[c] = (float) average;
    inverse[c] = 1 / Math.sqrt(ownVariance + EPSILON);
    scale[c] = (float) (gamma[c] * inverse[c]);
  }

  /**
   * The gradients, where each chunk has put the sum of the gradients by what went out, and that of
   * their products with how far a value is off the mean.
   */
  void goBack() {
    double count = (double) images * area;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double products = 0;
      for (int chunk = 0; chunk * LANES < images; chunk++) {
        sum += found[chunk][c];
        products += found[chunk][channels + c];
      }
      betaGradient[c] = (float) sum;
      gammaGradient[c] = (float) (products * inverse[c]);
      double own = gamma[c] * inverse[c];
      double factor = -own * inverse[c] * inverse[c] * products / count;
      valueFactor[c] = (float) factor;
      constant[c] = (float) (-own * sum / count - factor * center[c]);
    }
  }
}
