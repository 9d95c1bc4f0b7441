package dev.inkling.ui.builder;

import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A network as it is being built, which may be wrong, and the layer that is looked at. Immutable.
 *
 * @param network with the recipe that it would be trained by
 * @param selected place of the layer that is looked at; {@link #INPUT} for the picture before the
 *     first
 */
public record Draft(Architecture network, int selected) {
  /** The place of the picture that the first layer is given. */
  static final int INPUT = -1;

  public Draft {
    selected = Math.clamp(selected, INPUT, network.layers().size() - 1);
  }

  /** Its layers, from the picture to the outputs. */
  public List<Layer> layers() {
    return network.layers();
  }

  /** True where a layer is looked at. */
  boolean isLayerSelected() {
    return selected != INPUT;
  }

  /** The layer that is looked at; there has to be one. */
  Layer layer() {
    return layers().get(selected);
  }

  Draft select(int place) {
    return new Draft(network, place);
  }

  /** With more layers behind the one that is looked at; the last of them is looked at then. */
  Draft insert(List<? extends Layer> more) {
    return change(layers -> layers.addAll(selected + 1, more)).select(selected + more.size());
  }

  /** Without the layer that is looked at; the next one is looked at then, or the last. */
  Draft remove() {
    return change(layers -> layers.remove(selected));
  }

  /** With another layer in the place of the one that is looked at. */
  Draft replace(Layer other) {
    return change(layers -> layers.set(selected, other));
  }

  /** With the layer that is looked at in another place, counted as it will be then. */
  Draft move(int to) {
    int place = Math.clamp(to, 0, layers().size() - 1);
    return change(layers -> layers.add(place, layers.remove(selected))).select(place);
  }

  /** With other layers altogether. */
  Draft withLayers(List<Layer> layers) {
    return new Draft(network.withLayers(layers), selected);
  }

  Draft withNormalization(Normalization normalization) {
    return new Draft(network.withNormalization(normalization), selected);
  }

  Draft withName(String name) {
    return new Draft(network.called(name), selected);
  }

  private Draft change(Consumer<List<Layer>> how) {
    List<Layer> layers = new ArrayList<>(layers());
    how.accept(layers);
    return withLayers(layers);
  }
}
