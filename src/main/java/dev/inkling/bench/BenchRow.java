package dev.inkling.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of some work.
 *
 * @param low the 10th percentile
 * @param high the 90th percentile
 * @param p99 the 99th percentile
 * @param samples how many there were
 * @param gigaflops 10⁹ additions and multiplications a second at the median, or null where the work
 *     is more than arithmetic
 */
record BenchRow(
    String work,
    String unit,
    double median,
    double low,
    double high,
    double p99,
    int samples,
    @Nullable Double gigaflops) {

  static BenchRow of(String work, String unit, double... samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new BenchRow(
        work,
        unit,
        sorted[sorted.length / 2],
        percentile(sorted, 0.1),
        percentile(sorted, 0.9),
        percentile(sorted, 0.99),
        sorted.length,
        null);
  }

  /** The medians of the same works in several rounds, each of them a sample. */
  static List<BenchRow> ofMedians(List<List<BenchRow>> rounds) {
    List<BenchRow> first = rounds.getFirst();
    return IntStream.range(0, first.size())
        .mapToObj(
            i ->
                of(
                    first.get(i).work,
                    first.get(i).unit,
                    rounds.stream().mapToDouble(rows -> rows.get(i).median).toArray()))
        .toList();
  }

  private static double percentile(double[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * part))];
  }

  /** This with its arithmetic, where the unit is something a second. */
  BenchRow withOperations(double each) {
    return new BenchRow(work, unit, median, low, high, p99, samples, median * each / 1e9);
  }
}
