package dev.inkling.run;

import dev.inkling.chart.ValueFormat;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What is seen of each layer while it learns, over the examples. A new one is an entry here, with
 * the texts {@code layers.measure.NAME} and {@code layers.measure.NAME.help}.
 */
public enum LayerMeasure {
  /** Norm of the loss's gradient by the weights. */
  GRADIENT(true, ValueFormat.PLAIN, LayerRow::gradient),
  /**
   * How far a step goes: the norm of what it changes, of that of the weights. About a thousandth is
   * a rule of thumb.
   *
   * @see <a href="https://cs231n.github.io/neural-networks-3/#ratio">Karpathy, CS231n</a>
   */
  STEP(true, ValueFormat.PLAIN, row -> row.update() / row.weights()),
  /** Norm of the weights. */
  WEIGHTS(true, ValueFormat.PLAIN, LayerRow::weights),
  /** Of values from image to image. */
  SPREAD(true, ValueFormat.PLAIN, LayerRow::spread),
  /** Part of the units that let no gradient through. */
  DEAD(false, ValueFormat.PERCENT, LayerRow::dead);

  private final boolean isLog;
  private final ValueFormat format;
  private final ToDoubleFunction<LayerRow> value;

  LayerMeasure(boolean isLog, ValueFormat format, ToDoubleFunction<LayerRow> value) {
    this.isLog = isLog;
    this.format = format;
    this.value = value;
  }

  /** Key of its name. */
  public String key() {
    return "layers.measure." + name().toLowerCase(Locale.ROOT);
  }

  /** Whether equal ratios are equally far apart: layers may differ by many powers of ten. */
  public boolean isLog() {
    return isLog;
  }

  /** How its numbers are written. */
  public ValueFormat format() {
    return format;
  }

  /** Its value in a row; NaN where there is none. */
  public double of(LayerRow row) {
    return value.applyAsDouble(row);
  }
}
