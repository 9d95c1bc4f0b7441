package dev.inkling.chart;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A reliability diagram: of the images that a model is so sure of, what part it reads right. On the
 * dashed diagonal it is right as often as it is sure. Bars of few images are pale.
 *
 * @param title above; empty takes no room
 * @param x what is measured below
 * @param empty what is said while there are no bars
 * @param accuracies of bins of equal width from 0 to 1, parts of 1; NaN for a bin without images
 * @param counts of images in the bins, as many
 */
public record ReliabilityFigure(
    String title, String x, String empty, double[] accuracies, int[] counts) implements Figure {
  private static final double EDGE = 10;
  private static final double TICK_STEP = 60;

  /** Opacity of a bar that stands for one image. */
  private static final double PALEST = 0.3;

  private static final Range ALL = new Range(0, 1);

  /** Refuses lists of unequal lengths. */
  public ReliabilityFigure {
    if (accuracies.length != counts.length) {
      throw new IllegalArgumentException(accuracies.length + " and " + counts.length);
    }
  }

  @Override
  public String words() {
    String bins =
        IntStream.range(0, counts.length)
            .filter(bin -> counts[bin] > 0)
            .mapToObj(this::words)
            .collect(Collectors.joining(", "));
    return bins.isEmpty() ? title : title + ", " + x + ": " + bins;
  }

  private String words(int bin) {
    return ValueFormat.percent((double) bin / counts.length, 0)
        + " – "
        + ValueFormat.percent((bin + 1.0) / counts.length, 0)
        + " → "
        + ValueFormat.percent(accuracies[bin], 1);
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    Type type = look.label();
    double top = EDGE / 2;
    if (!title.isEmpty()) {
      Type bold = look.title();
      double middle = top + bold.line() / 2 + bold.middle();
      String fitting = painter.fit(title, width - 2 * EDGE, bold);
      painter.text(fitting, EDGE, middle, Painter.Align.LEFT, bold, look.text());
      top += bold.line();
    }
    if (accuracies.length == 0) {
      Box area = new Box(EDGE, top, width - 2 * EDGE, height - top);
      painter.note(empty, area, type, look.muted());
      return;
    }
    double left = EDGE + painter.width("100%", type) + Rows.TICK_GAP;
    double bottom = height - EDGE / 2 - 2 * type.line() - Rows.TICK_GAP;
    double right = Math.max(left + 1, width - EDGE - painter.width("100%", type) / 2);
    double upper = top + type.line() / 2;
    paint(painter, look, new Box(left, upper, right - left, Math.max(1, bottom - upper)));
  }

  private void paint(Painter painter, Look look, Box plot) {
    Scale across = new Scale(ALL, plot.x(), plot.right(), false);
    Scale up = new Scale(ALL, plot.bottom(), plot.y(), false);
    grid(painter, look, plot, across, up);
    double most = Math.log1p(Arrays.stream(counts).max().orElse(1));
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] > 0) {
        double opacity = PALEST + (1 - PALEST) * Math.log1p(counts[bin]) / most;
        bar(painter, Palette.fade(look.bar(), opacity), bin, across, up);
      }
    }
    painter.polyline(
        new double[] {plot.x(), plot.right()},
        new double[] {plot.bottom(), plot.y()},
        2,
        new Pen(look.text(), 1.2, true));
    painter.rule(plot.x(), plot.bottom(), plot.right(), plot.bottom(), look.axis());
  }

  private void grid(Painter painter, Look look, Box plot, Scale across, Scale up) {
    Type type = look.label();
    double ticks = plot.bottom() + Rows.TICK_GAP + type.line() / 2 + type.middle();
    Ticks below = Ticks.linear(ALL, Math.clamp((int) (plot.width() / TICK_STEP), 2, 10), 0);
    for (double value : below.major()) {
      String text = ValueFormat.PERCENT.tick(value, below.step());
      painter.text(text, across.toPixel(value), ticks, Painter.Align.CENTER, type, look.muted());
    }
    Ticks beside = Ticks.linear(ALL, Math.clamp((int) (plot.height() / TICK_STEP), 2, 10), 0);
    for (double value : beside.major()) {
      double y = up.toPixel(value);
      painter.rule(plot.x(), y, plot.right(), y, look.grid());
      String text = ValueFormat.PERCENT.tick(value, beside.step());
      double x = plot.x() - Rows.TICK_GAP;
      painter.text(text, x, y + type.middle(), Painter.Align.RIGHT, type, look.muted());
    }
    String fitting = painter.fit(x, plot.width(), type);
    double middle = (plot.x() + plot.right()) / 2;
    painter.text(fitting, middle, ticks + type.line(), Painter.Align.CENTER, type, look.muted());
  }

  private void bar(Painter painter, int color, int bin, Scale across, Scale up) {
    double left = Math.rint(across.toPixel((double) bin / counts.length)) + 1;
    double right = Math.rint(across.toPixel((bin + 1.0) / counts.length)) - 1;
    double top = up.toPixel(accuracies[bin]);
    // One that is never right is still there.
    double height = Math.max(2, up.toPixel(0) - top);
    painter.rect(
        new Box(left, up.toPixel(0) - height, Math.max(1, right - left), height), 0, color);
  }
}
