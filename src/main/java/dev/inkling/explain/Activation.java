package dev.inkling.explain;

import dev.inkling.chart.SignedShades;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Stage;
import java.util.Arrays;

/**
 * What a layer made of one picture.
 *
 * @param stage the layer in its place: name, sizes, parameter count
 * @param values row-major, the channel outermost; not to be changed
 */
public record Activation(Stage stage, float[] values) {
  public Activation {
    if (values.length != stage.output().count()) {
      throw new IllegalArgumentException(stage.name() + " with " + values.length);
    }
  }

  /** The value of one cell. */
  public float at(Cell cell) {
    return values[cell.index(stage.output())];
  }

  /** One feature map, row-major, height × width values; of a dense layer one value. */
  public float[] map(int channel) {
    int size = stage.output().height() * stage.output().width();
    return Arrays.copyOfRange(values, channel * size, (channel + 1) * size);
  }

  /** The largest absolute value, what a colour scale for the layer ends at. */
  public float strongest() {
    return SignedShades.strongest(values);
  }
}
