package dev.inkling.support;

import dev.inkling.layer.Kind;
import dev.inkling.layer.Kinds;
import dev.inkling.layer.Layer;
import java.util.List;
import java.util.stream.Stream;

/** Layers of all kinds there are, each with what can be said of it. */
public final class LayerTexts {
  private LayerTexts() {}

  /** Text forms of layers that can follow maps. */
  public static Stream<String> all() {
    return Stream.concat(
        Kinds.ALL.stream().map(Kind::example),
        Stream.of(
            "conv 3@4x4 pad 2",
            "conv 5@3x3 stride 2 pad 1 no-bias",
            "conv 9@1x1 no-bias",
            "depthwise 3x3 stride 2 no-bias",
            "depthwise 2x2 pad 1",
            "max-pool 5",
            "max-pool 3 stride 2",
            "avg-pool 3 stride 1",
            "avg-pool 2 stride 3",
            "leaky-relu 0.2",
            "residual 4@3x3",
            "residual 6@3x3 stride 2",
            "residual 4@5x5 stride 2 no-norm",
            "residual 4@1x1 no-norm"));
  }

  /** Likewise, between two layers with weights, in a network of ten outputs. */
  public static Stream<List<Layer>> networks() {
    return all().map(LayerTexts::around);
  }

  /** A small network with a layer in its middle that is given 4 maps of 8×8. */
  public static List<Layer> around(String layer) {
    return Layer.list("conv 4@5x5 stride 3, " + layer + ", dense 10");
  }
}
