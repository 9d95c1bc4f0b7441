package dev.inkling.ui.builder;

import dev.inkling.layer.Brick;
import dev.inkling.layer.Layer;
import dev.inkling.layer.LayerEdit;
import dev.inkling.model.Architecture;
import dev.inkling.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a network differs from another: layers that were added, changed, or removed.
 *
 * @param layers a mark for each layer of the network
 * @param removedBehind text forms of what the other has behind the last layer
 * @param pixels true where something else is done to pixels
 */
record Marks(List<Mark> layers, List<String> removedBehind, boolean pixels) {
  /** Nothing differs, or nothing is compared. */
  static final Marks NONE = new Marks(List.of(), List.of(), false);

  /**
   * What a layer has of its own.
   *
   * @param isAdded whether the other has none in its place
   * @param before text form of the other's in its place; null where they are the same
   * @param removed text forms of what the other has between this layer and the one before
   */
  record Mark(boolean isAdded, @Nullable String before, List<String> removed) {
    static final Mark SAME = new Mark(false, null, List.of());
  }

  static Marks between(@Nullable Origin other, Architecture network) {
    if (other == null) {
      return NONE;
    }
    List<Layer> before = other.parsedLayers();
    Set<Integer> gone = new HashSet<>();
    Map<Integer, LayerEdit> edits = new HashMap<>();
    for (LayerEdit edit : LayerEdit.between(before, network.layers())) {
      if (edit.after() == null) {
        gone.add(edit.place());
      } else {
        edits.put(edit.place(), edit);
      }
    }
    List<Mark> marks = new ArrayList<>();
    int place = 0; // in the other
    for (int i = 0; i < network.layers().size(); i++) {
      LayerEdit edit = edits.get(i);
      Brick old = edit == null ? null : edit.before();
      boolean isAdded = edit != null && old == null;
      List<String> removed = new ArrayList<>();
      while (!isAdded && gone.contains(place)) {
        removed.add(before.get(place++).text());
      }
      place += isAdded ? 0 : 1;
      marks.add(new Mark(isAdded, old == null ? null : old.layer().text(), removed));
    }
    return new Marks(
        List.copyOf(marks),
        before.subList(place, before.size()).stream().map(Layer::text).toList(),
        !other.normalization().equals(network.normalization()));
  }

  /** Of a layer. */
  Mark of(int place) {
    return place < layers.size() ? layers.get(place) : Mark.SAME;
  }

  /** What stands behind a layer in the other alone. */
  List<String> behind(int place) {
    return place == layers.size() - 1 ? removedBehind : List.of();
  }

  /** How many layers were added. */
  long added() {
    return layers.stream().filter(Mark::isAdded).count();
  }

  /** How many were changed. */
  long changed() {
    return layers.stream().filter(mark -> mark.before != null).count();
  }

  /** How many were removed. */
  long removed() {
    return removedBehind.size() + layers.stream().mapToLong(mark -> mark.removed.size()).sum();
  }
}
