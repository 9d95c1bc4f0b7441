package dev.inkling.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line chart at one moment.
 *
 * @param captions its words
 * @param axes how it measures
 * @param curves its curves, the last one on top
 * @param smoothing weight of the moving average, 0…1; 0 smooths nothing
 * @param view what part is shown, or null for all
 * @param legend where the names of the curves are
 */
public record LineFigure(
    ChartCaptions captions,
    Axes axes,
    List<Curve> curves,
    double smoothing,
    @Nullable View view,
    Legend legend)
    implements Figure {
  /** A copy of the list, not of the samples. */
  public LineFigure {
    curves = List.copyOf(curves);
  }

  /** All of some curves, with their names below. */
  public static LineFigure of(
      ChartCaptions captions, Axes axes, double smoothing, List<Curve> curves) {
    return new LineFigure(captions, axes, curves, smoothing, null, Legend.BELOW);
  }

  /** Whether a part has something of a curve that is shown: who zooms there does not get lost. */
  public boolean isSeenIn(View part) {
    return curves.stream().filter(Curve::isShown).anyMatch(curve -> curve.isIn(part, smoothing));
  }

  @Override
  public String title() {
    return captions.title();
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    paint(painter, look, LineLayout.of(this, painter, look, width, height));
  }

  /** Draws all of it as laid out before. */
  public void paint(Painter painter, Look look, LineLayout layout) {
    new LinePainting(this, painter, look, layout).paint();
  }
}
