package dev.inkling.run;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a run has come to, in so few numbers that a list can show them of many runs.
 *
 * @param epochs that have ended
 * @param accuracy on the held-out images after the epoch to keep, 0…1; null before the first
 * @param losses of training, means of at most {@value #POINTS} equal stretches; none before an
 *     epoch has ended
 */
public record RunSummary(int epochs, @Nullable Double accuracy, List<Double> losses) {
  /** Points of the small curve. */
  public static final int POINTS = 40;

  /** Of a run that nothing is known of yet. */
  public static final RunSummary NONE = new RunSummary(0, null, List.of());

  public RunSummary {
    losses = List.copyOf(losses);
  }

  /**
   * Reads a run's metrics.
   *
   * @throws dev.inkling.text.Problem when they cannot be read
   */
  public static RunSummary of(Run run, RunInfo info) {
    List<EpochRow> epochs = EpochRow.read(run);
    if (epochs.isEmpty()) {
      return NONE;
    }
    double accuracy = kept(epochs, info).valAccuracy();
    return new RunSummary(
        epochs.getLast().epoch(),
        Double.isFinite(accuracy) ? accuracy : null,
        means(BatchRow.read(run).stream().mapToDouble(BatchRow::loss).toArray()));
  }

  /** The epoch that {@link Run#epochToSave} means. */
  static EpochRow kept(List<EpochRow> epochs, RunInfo info) {
    return info.recipe().patience() == 0
        ? epochs.getLast()
        : epochs.stream()
            .filter(row -> Double.isFinite(row.valLoss()))
            .min(Comparator.comparingDouble(EpochRow::valLoss))
            .orElse(epochs.getLast());
  }

  private static List<Double> means(double[] losses) {
    int points = Math.min(POINTS, losses.length);
    return IntStream.range(0, points)
        .mapToObj(i -> mean(losses, bound(losses, i, points), bound(losses, i + 1, points)))
        .toList();
  }

  private static int bound(double[] losses, int point, int points) {
    return (int) ((long) losses.length * point / points);
  }

  private static double mean(double[] losses, int from, int to) {
    return IntStream.range(from, to).mapToDouble(i -> losses[i]).average().orElse(Double.NaN);
  }
}
