package dev.inkling.run;

import dev.inkling.chart.CurveStyle;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The curves of a training over the examples seen, the same in the window and in a report. A new
 * one is an entry here, with its name as the text {@code training.curve.KEY}.
 */
public enum TrainingCurve {
  TRAIN_LOSS("training.curve.trainLoss", CurveStyle.of(0).smoothed(), BatchRow::loss, null),
  VAL_LOSS("training.curve.valLoss", CurveStyle.of(1).marked(), null, EpochRow::valLoss),
  TRAIN_ACCURACY(
      "training.curve.trainAccuracy", CurveStyle.of(0).marked(), null, EpochRow::trainAccuracy),
  VAL_ACCURACY(
      "training.curve.valAccuracy", CurveStyle.of(1).marked(), null, EpochRow::valAccuracy),
  LEARNING_RATE("training.curve.learningRate", CurveStyle.of(2), BatchRow::learningRate, null);

  private final String key;
  private final CurveStyle style;
  private final @Nullable ToDoubleFunction<BatchRow> ofBatch;
  private final @Nullable ToDoubleFunction<EpochRow> ofEpoch;

  /** What takes points, such as a chart's series. */
  public interface Points {
    /** A point behind the last one. */
    void append(double x, double y);
  }

  TrainingCurve(
      String key,
      CurveStyle style,
      @Nullable ToDoubleFunction<BatchRow> ofBatch,
      @Nullable ToDoubleFunction<EpochRow> ofEpoch) {
    this.key = key;
    this.style = style;
    this.ofBatch = ofBatch;
    this.ofEpoch = ofEpoch;
  }

  /** Key of its name. */
  public String key() {
    return key;
  }

  /** How it is drawn. */
  public CurveStyle style() {
    return style;
  }

  /** Adds the point of a batch, if the curve has one for each. */
  public void append(BatchRow row, Points points) {
    if (ofBatch != null) {
      points.append(row.examples(), ofBatch.applyAsDouble(row));
    }
  }

  /** Adds the point of an epoch, if the curve has one for each. */
  public void append(EpochRow row, Points points) {
    if (ofEpoch != null) {
      points.append(row.examples(), ofEpoch.applyAsDouble(row));
    }
  }
}
