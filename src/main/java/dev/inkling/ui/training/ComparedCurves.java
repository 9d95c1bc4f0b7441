package dev.inkling.ui.training;

import dev.inkling.chart.CurveStyle;
import dev.inkling.run.BatchRow;
import dev.inkling.run.EpochRow;
import dev.inkling.ui.chart.Series;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The curves of one of the runs that are compared, all in its colour; x is the number of examples
 * seen. They stay the same while the run stays among the compared ones, and with them what somebody
 * hid.
 */
public final class ComparedCurves {
  private final int color;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty trainName = new SimpleStringProperty("");
  private final Series trainLoss;
  private final Series valLoss;
  private final Series valAccuracy;
  private final LayerCurves layers = new LayerCurves();

  /**
   * Without points.
   *
   * @param color index of a colour of the palette
   */
  ComparedCurves(int color) {
    this.color = color;
    CurveStyle style = CurveStyle.of(color);
    trainLoss = new Series(trainName, style.dashed().smoothed());
    valLoss = new Series(name, style.marked());
    valAccuracy = new Series(name, style.marked());
  }

  /** Index of the run's colour. */
  int color() {
    return color;
  }

  /** What the run is called among these runs, and with it the curves of validation. */
  StringProperty nameProperty() {
    return name;
  }

  /** Name of the curve of training; for the view to bind. */
  StringProperty trainNameProperty() {
    return trainName;
  }

  Series trainLoss() {
    return trainLoss;
  }

  Series valLoss() {
    return valLoss;
  }

  Series valAccuracy() {
    return valAccuracy;
  }

  /** How its layers learn, each in a colour of its own. */
  LayerCurves layers() {
    return layers;
  }

  /** Shows what was read. */
  void fill(List<BatchRow> batches, List<EpochRow> epochs, LayerCurves.Saved ofLayers) {
    layers.show(ofLayers, !batches.isEmpty());
    List.of(trainLoss, valLoss, valAccuracy).forEach(Series::clear);
    batches.forEach(row -> trainLoss.append(row.examples(), row.loss()));
    for (EpochRow row : epochs) {
      valLoss.append(row.examples(), row.valLoss());
      valAccuracy.append(row.examples(), row.valAccuracy());
    }
  }
}
