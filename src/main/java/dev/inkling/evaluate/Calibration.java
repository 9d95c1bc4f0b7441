package dev.inkling.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model is right as often as it is sure (Guo, Pleiss, Sun, Weinberger: On Calibration of
 * Modern Neural Networks, 2017).
 *
 * @param error expected calibration error, 0…1: the mean distance of confidence and accuracy over
 *     the bins, weighted by their counts
 * @param bins {@value #BINS} of equal width, from 0 to 1
 */
public record Calibration(double error, List<Bin> bins) {
  /** As many as in the paper. */
  public static final int BINS = 15;

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * The images whose confidence lies in (low, high].
   *
   * @param low end of the bin, not in it
   * @param high end of the bin, in it
   * @param count of images
   * @param confidence their mean, null when there is none
   * @param accuracy part of them read right, 0…1; null when there is none
   */
  public record Bin(
      double low, double high, int count, @Nullable Double confidence, @Nullable Double accuracy) {
    /** How far confidence and accuracy are apart, 0…1. */
    private double gap() {
      return confidence == null || accuracy == null ? 0 : Math.abs(confidence - accuracy);
    }
  }

  /** The calibration of what was read. */
  public static Calibration of(Predictions predictions) {
    int[] counts = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    for (int i = 0; i < predictions.count(); i++) {
      double sure = predictions.confidence(i);
      int bin = Math.clamp((int) Math.ceil(sure * BINS) - 1, 0, BINS - 1);
      counts[bin]++;
      right[bin] += predictions.isRight(i) ? 1 : 0;
      confidence[bin] += sure;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      bins.add(bin(b, counts[b], confidence[b], right[b]));
    }
    double gaps = bins.stream().mapToDouble(bin -> bin.count * bin.gap()).sum();
    return new Calibration(gaps / predictions.count(), bins);
  }

  private static Bin bin(int b, int count, double confidence, int right) {
    return new Bin(
        (double) b / BINS,
        (b + 1.0) / BINS,
        count,
        count == 0 ? null : Double.valueOf(confidence / count),
        count == 0 ? null : Double.valueOf((double) right / count));
  }
}
