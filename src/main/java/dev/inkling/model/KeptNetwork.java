package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.text.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network within a file of settings, where any part may be missing.
 *
 * @param layers in their text forms
 * @param origin what it was copied from, if anything
 */
public record KeptNetwork(
    @Nullable String name,
    @Nullable Normalization normalization,
    @Nullable List<String> layers,
    @Nullable Recipe recipe,
    @Nullable Origin origin) {

  /** A network to be kept. */
  public static KeptNetwork of(Architecture network) {
    return new KeptNetwork(
        network.name(),
        network.normalization(),
        Layer.texts(network.layers()),
        network.recipe(),
        network.origin());
  }

  /** The network, which may be wrong still; nothing where a part cannot be used. */
  public Optional<Architecture> network() {
    if (name == null || layers == null || layers.contains(null) || layers.size() > Bound.LAYERS) {
      return Optional.empty();
    }
    if (normalization == null || !normalization.isPossible()) {
      return Optional.empty();
    }
    if (recipe == null || RecipeField.wrongIn(recipe).isPresent()) {
      return Optional.empty();
    }
    try {
      List<Layer> parsed = layers.stream().map(Layer::parse).toList();
      return Optional.of(
          new Architecture(name, normalization, parsed, recipe).from(Origin.kept(origin)));
    } catch (Problem problem) { // of another version, whose layers nobody knows
      return Optional.empty();
    }
  }
}
