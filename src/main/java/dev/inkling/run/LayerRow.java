package dev.inkling.run;

import dev.inkling.train.LayerMetrics;
import dev.inkling.train.TrainingListener.LayersMetrics;
import java.util.List;
import java.util.Optional;

/**
 * A line of layers.csv: how a layer learned at one step, see {@link LayerMetrics}. The columns are
 * the components, in their order. Numbers are kept as floats; where nothing was probed, cells are
 * empty.
 *
 * @param epoch counted from 1
 * @param batch in the epoch, counted from 1
 * @param examples trained on since the run began
 * @param layer its name, such as conv1
 * @param weights norm of its weights before the step
 * @param gradient norm of the loss's gradient by them
 * @param update norm of what the step changed in them
 * @param spread of the values behind it from image to image
 * @param dead part of the units behind it that let no gradient through, 0…1
 */
public record LayerRow(
    int epoch,
    int batch,
    long examples,
    String layer,
    double weights,
    double gradient,
    double update,
    double spread,
    double dead) {
  /** The first line of the file. */
  public static final String HEADER =
      "epoch,batch,examples,layer,weights,gradient,update,spread,dead";

  /** The rows of what a training told, the first layer's first. */
  public static List<LayerRow> of(LayersMetrics m) {
    return m.layers().stream().map(layer -> of(m, layer)).toList();
  }

  private static LayerRow of(LayersMetrics m, LayerMetrics layer) {
    return new LayerRow(
        m.epoch(),
        m.batch(),
        m.examples(),
        layer.layer(),
        layer.weights(),
        layer.gradient(),
        layer.update(),
        layer.spread(),
        layer.dead());
  }

  /**
   * The rows of a run so far; empty before it began, and of a run that an earlier version trained.
   *
   * @throws dev.inkling.text.Problem when the file cannot be read
   */
  public static List<LayerRow> read(Run run) {
    return MetricsFile.read(run.layers(), LayerRow::parse, LayerRow::examples);
  }

  /** The row of a line; nothing when it was cut off, or its counts are none. */
  static Optional<LayerRow> parse(String line) {
    return Cells.parse(
        line,
        HEADER,
        cells ->
            new LayerRow(
                cells.count(),
                cells.count(),
                cells.largeCount(),
                cells.text(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number()));
  }

  /** The row as a line, its end included. */
  public String write() {
    return Cells.line(
        epoch,
        batch,
        examples,
        layer,
        cell(weights),
        cell(gradient),
        cell(update),
        cell(spread),
        cell(dead));
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : String.valueOf((float) value);
  }
}
