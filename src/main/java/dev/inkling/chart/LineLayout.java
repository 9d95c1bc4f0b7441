package dev.inkling.chart;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a line chart lies in an area: found once, then drawn with any painter and
 * asked what is below the pointer.
 */
public final class LineLayout {
  /** Air at the left and at the right. */
  static final double MARGIN = 10;

  /** From a label to the vertical axis. */
  static final double LABEL_GAP = 8;

  /** Between two labels of the vertical axis, from middle to middle, at least. */
  private static final double Y_STEP = 38;

  /** Between two labels of the horizontal axis, from end to end, at least. */
  private static final double X_GAP = 26;

  private static final int MOST_X = 10;

  /** One label says nothing about a scale: a low plot takes this many steps rather than that. */
  private static final int MOST_WHEN_LOW = 6;

  private final Painter painter;
  private final Type type;
  private final @Nullable View full;
  private final double width;
  private final Axes axes;
  private final @Nullable PictureLegend legend;
  private final Rows rows;
  private Box plot;
  private @Nullable Scale x;
  private @Nullable Scale y;
  private @Nullable Ticks xTicks;
  private @Nullable Ticks yTicks;

  private LineLayout(LineFigure figure, Painter painter, Look look, double width, double height) {
    this.painter = painter;
    this.width = width;
    axes = figure.axes();
    type = look.label();
    full = Fit.of(figure).orElse(null);
    legend =
        figure.legend() == Legend.NONE || full == null
            ? null
            : PictureLegend.of(figure, painter, look, MARGIN, width - MARGIN);
    rows = Rows.of(figure, look, full == null, legend == null ? 0 : legend.height(), height);
    placePlot(MARGIN);
    if (full != null) {
      View view = figure.view();
      placeAxes(figure.axes(), view != null && canShow(view, figure.axes()) ? view : full, full);
    }
  }

  /** Lays a figure out in an area whose upper left corner is 0, 0. */
  public static LineLayout of(
      LineFigure figure, Painter painter, Look look, double width, double height) {
    return new LineLayout(figure, painter, look, width, height);
  }

  private static boolean canShow(View view, Axes axes) {
    return !axes.isLogY() || view.y().low() > 0;
  }

  private void placePlot(double left) {
    double top = Math.rint(rows.plotTop());
    double bottom = Math.rint(rows.plotBottom());
    plot = new Box(left, top, Math.max(1, width - left - MARGIN), bottom - top);
  }

  /** The labels of the vertical axis say how much of the width is left for the horizontal one. */
  private void placeAxes(Axes axes, View view, View all) {
    yTicks = yTicks(axes, view.y());
    // What is zoomed leaves room for all of it: the plot does not jump while the wheel turns.
    double labels =
        Math.max(widest(axes.yFormat(), yTicks), widest(axes.yFormat(), yTicks(axes, all.y())));
    placePlot(Math.rint(MARGIN + labels + LABEL_GAP));
    y = new Scale(view.y(), plot.bottom(), plot.y(), axes.isLogY());
    x = new Scale(view.x(), plot.x(), plot.right(), false);
    xTicks = xTicks(axes.xFormat(), view.x());
  }

  private Ticks xTicks(ValueFormat format, Range range) {
    int most = MOST_X;
    Ticks ticks;
    do {
      ticks = format.ticks(range, most, false);
      most--;
    } while (most > 1 && !isRoomy(format, ticks, range));
    return ticks;
  }

  private Ticks yTicks(Axes axes, Range range) {
    int most = Math.max(2, (int) (plot.height() / Y_STEP));
    Ticks ticks;
    do {
      ticks = axes.yFormat().ticks(range, most, axes.isLogY());
      most++;
    } while (ticks.major().length < 2 && most <= MOST_WHEN_LOW);
    return ticks;
  }

  private boolean isRoomy(ValueFormat format, Ticks ticks, Range range) {
    double step = ticks.step() / range.size() * plot.width();
    return widest(format, ticks) + X_GAP <= step;
  }

  private double widest(ValueFormat format, Ticks ticks) {
    double widest = 0;
    for (double value : ticks.major()) {
      widest = Math.max(widest, painter.width(format.tick(value, ticks.step()), type));
    }
    return widest;
  }

  /** Whether there are no data, and so no axes. */
  public boolean isEmpty() {
    return full == null;
  }

  /** The rectangle between the axes. */
  public Box plot() {
    return plot;
  }

  /** The horizontal axis; not without data. */
  public Scale x() {
    return withData(x);
  }

  /** The vertical axis; not without data. */
  public Scale y() {
    return withData(y);
  }

  /**
   * What is shown after zooming about a point: both axes above the plot, one axis beside it.
   *
   * @param factor less than 1 to see less
   * @return nothing when all is shown then
   */
  public Optional<View> zoom(double px, double py, double factor) {
    boolean isBelow = py > plot.bottom();
    boolean isBeside = px < plot.x();
    Range xs =
        isBeside && !isBelow
            ? x().range()
            : x().zoom(px, factor, full().x(), least(axes.xFormat()));
    Range ys =
        isBelow && !isBeside
            ? y().range()
            : y().zoom(py, factor, full().y(), least(axes.yFormat()));
    return part(new View(xs, ys));
  }

  /** A fifth of what an axis shows at least: somebody who zooms wants to see it closely. */
  private static double least(ValueFormat format) {
    return format == ValueFormat.COUNT ? format.finest() : format.finest() / 5;
  }

  /** What is shown after moving the curves by some pixels; nothing when that is all. */
  public Optional<View> pan(double dx, double dy) {
    return part(new View(x().pan(dx, full().x()), y().pan(dy, full().y())));
  }

  private Optional<View> part(View view) {
    boolean isAll = x().isAll(view.x(), full().x()) && y().isAll(view.y(), full().y());
    return isAll ? Optional.empty() : Optional.of(view);
  }

  private View full() {
    return withData(full);
  }

  private static <T> T withData(@Nullable T part) {
    return Objects.requireNonNull(part, "no data");
  }

  double width() {
    return width;
  }

  Rows rows() {
    return rows;
  }

  @Nullable PictureLegend legend() {
    return legend;
  }

  Ticks xTicks() {
    return withData(xTicks);
  }

  Ticks yTicks() {
    return withData(yTicks);
  }
}
