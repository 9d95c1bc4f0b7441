package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How large a network in a file may be, looked at before anything is allocated: a few bytes of text
 * can describe a network that takes all memory, or minutes for one image.
 */
final class NetworkBounds {
  private NetworkBounds() {}

  /**
   * Looks whether layers are so few that each can be looked at.
   *
   * @param where they stand, a file, to be named
   * @throws Problem when there are more than {@value Bound#LAYERS}
   */
  static void checkCount(List<?> layers, Object where) {
    check(where, "model.bound.layers", layers.size(), Bound.LAYERS);
  }

  /**
   * Looks whether a network is small enough to be read with.
   *
   * @param image that it is given
   * @param where it stands, a file, to be named
   * @throws Problem that says what is too large, and the bound
   */
  static void check(List<Layer> layers, Size image, Object where) {
    checkCount(layers, where);
    Map<Bound, Double> sums = new EnumMap<>(Bound.class);
    Size size = image;
    for (Layer layer : layers) {
      for (Bound bound : Bound.values()) {
        double sum = sums.merge(bound, bound.of(layer, size), Double::sum);
        check(where, bound.key(), sum, bound.most());
      }
      size = layer.output(size);
    }
  }

  private static void check(Object where, String what, double is, long most) {
    if (is > most) {
      throw new Problem("problem.model.large", where, new Phrase(what, most));
    }
  }
}
