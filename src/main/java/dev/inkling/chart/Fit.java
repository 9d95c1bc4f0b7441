package dev.inkling.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the part of the axes that shows all data. */
final class Fit {
  /** Air above and below the curves, as a part of their height. */
  private static final double AIR = 0.05;

  /** An axis begins at 0 when the lowest value is so near to it, as a part of the highest. */
  private static final double NEAR_ZERO_Y = 0.25;

  private static final double NEAR_ZERO_X = 0.02;

  /** Values that differ by less than this part of them are the same, but for rounding. */
  private static final double FLAT = 1e-3;

  private Fit() {}

  /** All of the curves that are shown, or of all curves while none is; nothing without data. */
  static Optional<View> of(LineFigure figure) {
    Predicate<Curve> hasData = curve -> hasData(curve, figure.axes().isLogY());
    List<Curve> curves = figure.curves().stream().filter(hasData).toList();
    List<Curve> shown = curves.stream().filter(Curve::isShown).toList();
    return curves.isEmpty()
        ? Optional.empty()
        : Optional.of(of(shown.isEmpty() ? curves : shown, figure.axes()));
  }

  private static boolean hasData(Curve curve, boolean log) {
    return Double.isFinite(curve.points().lowest(log));
  }

  private static View of(List<Curve> curves, Axes axes) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      Points points = curve.points();
      left = Math.min(left, points.x(0));
      right = Math.max(right, points.x(points.size() - 1));
      low = Math.min(low, points.lowest(axes.isLogY()));
      high = Math.max(high, points.highest());
    }
    return new View(horizontal(left, right), vertical(low, high, axes));
  }

  /** A sample alone lies in the middle of an axis from 0: what it counts began there. */
  private static Range horizontal(double left, double right) {
    if (left == right && left >= 0) {
      return new Range(0, Math.max(1, 2 * left));
    }
    boolean isFromZero = left > 0 && left < NEAR_ZERO_X * right;
    return Range.around(isFromZero ? 0 : left, right);
  }

  private static Range vertical(double low, double high, Axes axes) {
    Range wanted = axes.yRange();
    if (axes.isLogY()) {
      return logarithmic(low, high, wanted);
    }
    if (wanted != null) {
      return wanted;
    }
    Range range = linear(low, high, axes.yFormat());
    // Nothing is more than all.
    boolean isPart = axes.yFormat() == ValueFormat.PERCENT && low >= 0 && high <= 1;
    if (isPart && range.high() > 1) {
      return new Range(Math.min(range.low(), 1 - axes.yFormat().finest()), 1);
    }
    return low >= 0 && range.low() < 0 ? new Range(0, range.high() - range.low()) : range;
  }

  private static Range linear(double low, double high, ValueFormat format) {
    double greatest = Math.max(Math.abs(low), Math.abs(high));
    double rounding = format == ValueFormat.PERCENT ? 0 : FLAT * greatest;
    if (high - low <= rounding) {
      double margin = greatest / 10;
      return low == 0 && high == 0
          ? new Range(0, 1)
          : new Range(low - margin, high + margin).atLeast(format.finest());
    }
    double air = AIR * (high - low);
    boolean isFromZero = low >= 0 && (low < NEAR_ZERO_Y * high || low < air);
    return new Range(isFromZero ? 0 : low - air, high + air).atLeast(format.finest());
  }

  private static Range logarithmic(double low, double high, @Nullable Range wanted) {
    double ratio = low < high ? Math.pow(high / low, AIR) : 2;
    double bottom = wanted != null && wanted.low() > 0 ? wanted.low() : low / ratio;
    double top = wanted != null && wanted.high() > bottom ? wanted.high() : high * ratio;
    return new Range(bottom, top);
  }
}
