package dev.inkling.train;

import dev.inkling.train.LearningCurve.Measured;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was measured of a learning curve so far, a point for each size, the smallest first. */
public record LearningPoints(List<Point> all) {
  /**
   * One size.
   *
   * @param images learned from
   * @param mean accuracy of the networks, 0…1
   * @param low the lowest of them
   * @param high the highest of them
   * @param networks how many there are by now
   */
  public record Point(int images, double mean, double low, double high, int networks) {}

  public LearningPoints {
    all = List.copyOf(all);
  }

  /** The points of some results. */
  public static LearningPoints of(List<Measured> measured) {
    return new LearningPoints(
        measured.stream()
            .collect(
                Collectors.groupingBy(
                    Measured::images,
                    TreeMap::new,
                    Collectors.summarizingDouble(Measured::accuracy)))
            .entrySet()
            .stream()
            .map(
                size ->
                    new Point(
                        size.getKey(),
                        size.getValue().getAverage(),
                        size.getValue().getMin(),
                        size.getValue().getMax(),
                        (int) size.getValue().getCount()))
            .toList());
  }

  /** As CSV: a line for each size. */
  public String csv() {
    StringBuilder text = new StringBuilder("images,mean,low,high,networks\n");
    for (Point point : all) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.5f,%.5f,%.5f,%d\n",
              point.images(),
              point.mean(),
              point.low(),
              point.high(),
              point.networks()));
    }
    return text.toString();
  }
}
