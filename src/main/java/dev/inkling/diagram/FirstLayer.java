package dev.inkling.diagram;

import dev.inkling.chart.SignedShades;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import java.util.Arrays;
import java.util.Optional;

/**
 * The weights that a network lays on the picture itself: for each filter of its first layer, or for
 * each unit, a picture.
 *
 * @param stage the first layer with weights
 * @param tiles a picture for each, of the first 64
 */
public record FirstLayer(Stage stage, Tiles tiles) {
  private static final int MOST = 64;

  /** Nothing where the first layer with weights looks at more than one map. */
  public static Optional<FirstLayer> of(Model model) {
    return Stage.of(model.card().parsedLayers()).stream()
        .filter(Stage::isWeighted)
        .findFirst()
        .flatMap(stage -> of(stage, model.weights().tensor(stage.parameter("weight")).values()));
  }

  private static Optional<FirstLayer> of(Stage stage, float[] weights) {
    int side = stage.layer().kernel();
    Size size = side > 0 ? new Size(1, side, side) : stage.input();
    int count = Math.min(MOST, stage.output().channels());
    int used = count * size.height() * size.width();
    return size.channels() == 1 && stage.input().channels() == 1 && used <= weights.length
        ? Optional.of(
            new FirstLayer(
                stage, new Tiles(count, size.width(), size.height(), Arrays.copyOf(weights, used))))
        : Optional.empty();
  }

  /** The largest absolute weight, which has the full colour. */
  public float strongest() {
    return SignedShades.strongest(tiles.values());
  }
}
