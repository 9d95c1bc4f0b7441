package dev.inkling.ui.chart;

import dev.inkling.chart.Curve;
import dev.inkling.chart.LineFigure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a curve says near a place.
 *
 * @param curve that was asked
 * @param x of its nearest sample
 * @param value of its line there: the smoothed one where that is drawn in full colour
 */
record CurveReading(Curve curve, double x, double value) {
  /** What the visible curves with samples say near x. */
  static List<CurveReading> all(LineFigure figure, double x) {
    return figure.curves().stream()
        .filter(Curve::isShown)
        .map(curve -> of(curve, figure, x))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<CurveReading> of(Curve curve, LineFigure figure, double x) {
    int i = curve.points().nearest(x, figure.axes().isLogY());
    return i < 0
        ? Optional.empty()
        : Optional.of(
            new CurveReading(curve, curve.points().x(i), curve.value(i, figure.smoothing())));
  }

  /** Where a sample lies nearest to x; the readings are not empty. */
  static double nearest(List<CurveReading> readings, double x) {
    return readings.stream()
        .mapToDouble(CurveReading::x)
        .boxed()
        .min(Comparator.comparingDouble(value -> Math.abs(value - x)))
        .orElseThrow();
  }
}
