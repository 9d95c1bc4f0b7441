package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network that somebody built, as it stands in files, where any part may be missing.
 *
 * @param normalization of its input
 * @param layers in their text forms
 * @param recipe its own
 */
public record NetworkText(
    @Nullable Normalization normalization, @Nullable List<String> layers, @Nullable Recipe recipe) {

  /** The text of a network. */
  public static NetworkText of(Architecture network) {
    return new NetworkText(
        network.normalization(),
        network.layers().stream().map(Layer::text).toList(),
        network.recipe());
  }

  /** False when a part is missing, or is none. */
  public boolean isWhole() {
    return normalization != null
        && Float.isFinite(normalization.mean())
        && Float.isFinite(normalization.std())
        && normalization.std() > 0
        && layers != null
        && !layers.contains(null)
        && recipe != null
        && RecipeField.wrongIn(recipe).isEmpty();
  }

  /**
   * The network, which may be one that cannot be trained.
   *
   * @param name of it
   * @throws Problem when it is not whole, or a layer cannot be read, with the file's name
   */
  public Architecture network(String name, Path file) {
    if (!isWhole()) {
      throw new Problem("problem.network.text", file);
    }
    NetworkBounds.checkCount(layers, file);
    return new Architecture(
        name, normalization, layers.stream().map(text -> parse(text, file)).toList(), recipe);
  }

  private static Layer parse(String text, Path file) {
    try {
      return Layer.parse(text);
    } catch (Problem problem) {
      throw new Problem(problem, "problem.model.layerOf", file, problem.arguments()[0]);
    }
  }

  /**
   * The network, where it is small enough to be trained.
   *
   * @throws Problem likewise, or when it is too large
   */
  public Architecture trainable(String name, Path file) {
    Architecture network = network(name, file);
    NetworkBounds.check(network.layers(), network.task().image(), file);
    return network;
  }
}
