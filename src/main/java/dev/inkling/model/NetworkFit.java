package dev.inkling.model;

import dev.inkling.layer.Brick;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.text.Problem;
import java.util.List;

/**
 * Whether layers make a network: each can follow the one before, and the last gives what it must.
 */
final class NetworkFit {
  private NetworkFit() {}

  /**
   * Looks at layers before anything is computed.
   *
   * @param classes how many are told apart
   * @param where the layers stand, to be named: a file or an option
   * @throws Problem that names the layer that does not fit, or what is too large
   */
  static void check(List<Layer> layers, Task task, int classes, Object where) {
    NetworkBounds.check(layers, task.image(), where);
    List<Brick> possible = Brick.possible(layers, task.image());
    if (possible.size() < layers.size()) {
      throw new Problem("problem.model.layerOf", where, layers.get(possible.size()).text());
    }
    Size size = layers.isEmpty() ? task.image() : possible.getLast().output();
    boolean isFlat = layers.stream().anyMatch(Layer::flattens);
    if (!task.fits(size, isFlat, classes)) {
      throw new Problem("problem.model.classes", where, size.count(), classes);
    }
  }
}
