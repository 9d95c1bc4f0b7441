package dev.inkling.report;

import dev.inkling.chart.ReliabilityFigure;
import dev.inkling.evaluate.Calibration;
import dev.inkling.evaluate.Calibration.Bin;
import java.util.List;

/** The calibration of a model as a diagram. */
public final class Reliability {
  private Reliability() {}

  /**
   * A diagram.
   *
   * @param title above; empty takes no room
   * @param x what is measured below
   */
  public static ReliabilityFigure figure(Calibration calibration, String title, String x) {
    List<Bin> bins = calibration.bins();
    return new ReliabilityFigure(
        title,
        x,
        "",
        bins.stream()
            .mapToDouble(bin -> bin.accuracy() == null ? Double.NaN : bin.accuracy())
            .toArray(),
        bins.stream().mapToInt(Bin::count).toArray());
  }
}
