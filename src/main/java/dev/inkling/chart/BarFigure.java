package dev.inkling.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bar for each class, such as the accuracy of each digit.
 *
 * @param title above; empty takes no room
 * @param note above the bars while the axis does not start at 0: that the lengths do not compare
 * @param empty what is said while there are no bars
 * @param labels of the classes
 * @param values parts of 1, one for each class; NaN for a class that has none
 * @param lengths where the bars end: the values, or what glides to them
 * @param start value at which the axis begins, 0 or more, less than 1
 * @param isVertical whether the bars stand or lie
 */
public record BarFigure(
    String title,
    String note,
    String empty,
    List<String> labels,
    double[] values,
    double[] lengths,
    double start,
    boolean isVertical)
    implements Figure {
  /** Refuses lists of unequal lengths and an axis without room. */
  public BarFigure {
    labels = List.copyOf(labels);
    if (labels.size() != values.length || values.length != lengths.length) {
      throw new IllegalArgumentException(labels.size() + " labels, " + values.length + " values");
    }
    if (!(start >= 0 && start < 1)) {
      throw new IllegalArgumentException("start " + start);
    }
  }

  /** Bars at rest. */
  public static BarFigure of(
      String title, String note, List<String> labels, double[] values, double start) {
    return new BarFigure(title, note, "", labels, values, values, start, false);
  }

  @Override
  public String words() {
    String bars =
        IntStream.range(0, values.length)
            .filter(k -> Double.isFinite(values[k]))
            .mapToObj(k -> labels.get(k) + " " + ValueFormat.percent(values[k], 1))
            .collect(Collectors.joining(", "));
    String what = bars.isEmpty() ? empty : bars;
    return what.isEmpty() ? title : title + ": " + what;
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    BarPainting painting =
        isVertical ? new StandingBars(this, painter, look) : new LyingBars(this, painter, look);
    painting.paint(width, height);
  }
}
