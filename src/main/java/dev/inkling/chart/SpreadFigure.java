package dev.inkling.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parts of 1 that were measured several times at each of some sizes: a line through their means, on
 * a band from the lowest to the highest. The horizontal axis is logarithmic.
 *
 * @param captions its words
 * @param xs the sizes, above 0, rising
 * @param means as many
 * @param lows as many
 * @param highs as many
 */
public record SpreadFigure(
    ChartCaptions captions, double[] xs, double[] means, double[] lows, double[] highs)
    implements Figure {
  private static final double EDGE = 10;
  private static final double TICK_STEP = 70;
  private static final double ROW_STEP = 40;
  private static final double FAINT = 0.5;
  private static final double BAND = 0.22;
  private static final double DOT = 3.5;
  private static final double WIDTH = 2;

  /** Air beyond the first and the last size, as a ratio. */
  private static final double BESIDE = 1.15;

  /** Air above and below, as a part of what is shown. */
  private static final double AIR = 0.06;

  /** Refuses lists of unequal lengths. */
  public SpreadFigure {
    if (xs.length != means.length || xs.length != lows.length || xs.length != highs.length) {
      throw new IllegalArgumentException(xs.length + " sizes");
    }
  }

  @Override
  public String title() {
    return captions.title();
  }

  @Override
  public String words() {
    return xs.length == 0
        ? captions.title() + ": " + captions.empty()
        : IntStream.range(0, xs.length)
            .mapToObj(i -> ValueFormat.COUNT.exact(xs[i]) + ": " + ValueFormat.percent(means[i], 2))
            .collect(Collectors.joining(", ", captions.title() + ", " + captions.x() + " ", ""));
  }

  @Override
  public Optional<String> csv() {
    StringBuilder text = new StringBuilder("x,mean,low,high\n");
    for (int i = 0; i < xs.length; i++) {
      text.append(
          String.format(Locale.ROOT, "%.0f,%.5f,%.5f,%.5f\n", xs[i], means[i], lows[i], highs[i]));
    }
    return Optional.of(text.toString());
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    Type type = look.label();
    double room = Math.max(1, width - 2 * EDGE);
    double top = EDGE / 2;
    top += painter.line(captions.title(), new Box(EDGE, top, room, 0), look.title(), look.text());
    if (xs.length == 0) {
      Box area = new Box(EDGE, top, room, height - top);
      painter.note(captions.empty(), area, type, look.muted());
      return;
    }
    top += painter.line(captions.y(), new Box(EDGE, top, room, 0), type, look.muted());
    double left = EDGE + painter.width("99.5%", type) + Rows.TICK_GAP;
    double bottom = height - EDGE / 2 - 2 * type.line() - Rows.TICK_GAP;
    double upper = top + type.line() / 2;
    Box plot = new Box(left, upper, Math.max(1, width - EDGE - left), Math.max(1, bottom - upper));
    paint(painter, look, plot);
  }

  private void paint(Painter painter, Look look, Box plot) {
    Range sizes = new Range(xs[0] / BESIDE, xs[xs.length - 1] * BESIDE);
    Scale across = new Scale(sizes, plot.x(), plot.right(), true);
    Scale up = new Scale(shown(), plot.bottom(), plot.y(), false);
    grid(painter, look, plot, across, up);
    int color = look.curve(0);
    double[] pixels = Arrays.stream(xs).map(across::toPixel).toArray();
    if (xs.length > 1) {
      band(painter, pixels, up, Palette.fade(color, BAND));
      double[] ys = Arrays.stream(means).map(up::toPixel).toArray();
      painter.polyline(pixels, ys, xs.length, new Pen(color, WIDTH, false));
    }
    for (int i = 0; i < xs.length; i++) {
      painter.dot(pixels[i], up.toPixel(means[i]), DOT, color);
    }
    painter.rule(plot.x(), plot.bottom(), plot.right(), plot.bottom(), look.axis());
  }

  /** What there is with some air, and no more than all. */
  private Range shown() {
    double low = Arrays.stream(lows).min().orElse(0);
    double high = Arrays.stream(highs).max().orElse(1);
    double air = Math.max(AIR * (high - low), ValueFormat.PERCENT.finest());
    return new Range(Math.max(0, low - air), Math.min(1, high + air));
  }

  private void band(Painter painter, double[] pixels, Scale up, int color) {
    int columns = (int) Math.max(1, pixels[pixels.length - 1] - pixels[0]);
    double[] tops = new double[columns];
    double[] bottoms = new double[columns];
    int right = 1;
    for (int c = 0; c < columns; c++) {
      double x = pixels[0] + c + 0.5;
      while (right < pixels.length - 1 && pixels[right] < x) {
        right++;
      }
      double part = (x - pixels[right - 1]) / Math.max(1e-9, pixels[right] - pixels[right - 1]);
      tops[c] = up.toPixel(between(highs, right, part));
      bottoms[c] = up.toPixel(between(lows, right, part));
    }
    painter.columns(pixels[0], 1, tops, bottoms, color);
  }

  private static double between(double[] values, int right, double part) {
    return values[right - 1] + part * (values[right] - values[right - 1]);
  }

  private void grid(Painter painter, Look look, Box plot, Scale across, Scale up) {
    Type type = look.label();
    Ticks beside = Ticks.linear(up.range(), Math.max(2, (int) (plot.height() / ROW_STEP)), 0);
    for (double value : beside.major()) {
      double y = up.toPixel(value);
      painter.rule(plot.x(), y, plot.right(), y, look.grid());
      String text = ValueFormat.PERCENT.tick(value, beside.step());
      double end = plot.x() - Rows.TICK_GAP;
      painter.text(text, end, y + type.middle(), Painter.Align.RIGHT, type, look.muted());
    }
    Ticks below = Ticks.log(across.range(), Math.max(2, (int) (plot.width() / TICK_STEP)));
    for (double value : below.minor()) {
      vertical(painter, plot, across.toPixel(value), Palette.fade(look.grid(), FAINT));
    }
    double line = plot.bottom() + Rows.TICK_GAP + type.line() / 2 + type.middle();
    for (double value : below.major()) {
      double x = across.toPixel(value);
      vertical(painter, plot, x, look.grid());
      String text = ValueFormat.COUNT.exact(value);
      painter.text(text, x, line, Painter.Align.CENTER, type, look.muted());
    }
    double middle = plot.x() + plot.width() / 2;
    String x = painter.fit(captions.x(), plot.width(), type);
    painter.text(x, middle, line + type.line(), Painter.Align.CENTER, type, look.muted());
  }

  private static void vertical(Painter painter, Box plot, double x, int color) {
    painter.rule(x, plot.y(), x, plot.bottom(), color);
  }
}
