package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.text.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a network was copied from, as it was then: it may have changed since, or be gone.
 *
 * @param name of a network, or of the model or run that has it
 * @param layers in their text forms
 * @param normalization of its input
 */
public record Origin(String name, List<String> layers, Normalization normalization) {

  /** A network as an origin, under a name. */
  public static Origin of(String name, Architecture network) {
    return new Origin(name, Layer.texts(network.layers()), network.normalization());
  }

  /** What a file says, where it can be used; null otherwise: a network does not depend on it. */
  public static @Nullable Origin kept(@Nullable Origin said) {
    return said != null && said.isWhole() && said.readLayers().isPresent() ? said : null;
  }

  /** False where a file lacks a part. */
  private boolean isWhole() {
    return Stream.of(name, layers, normalization).allMatch(Objects::nonNull)
        && !layers.contains(null)
        && layers.size() <= Bound.LAYERS
        && normalization.isPossible();
  }

  private Optional<List<Layer>> readLayers() {
    try {
      return Optional.of(layers.stream().map(Layer::parse).toList());
    } catch (Problem problem) {
      return Optional.empty();
    }
  }

  /** The layers as data; none where this Inkling does not know one of them. */
  public List<Layer> parsedLayers() {
    return readLayers().orElse(List.of());
  }
}
