package dev.inkling.check;

import dev.inkling.layer.Layer;
import dev.inkling.text.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A way to mend a network.
 *
 * @param says what a button says that does it
 * @param layers of the network that comes of it
 */
record Mend(Phrase says, List<Layer> layers) {
  static Mend remove(Draft draft, Place place) {
    return of(draft, new Phrase("check.mend.remove"), layers -> layers.remove(place.index()));
  }

  /** Another layer in its place. */
  static Mend make(Draft draft, Place place, Layer other) {
    return of(
        draft,
        new Phrase("check.mend.make", other.text()),
        layers -> layers.set(place.index(), other));
  }

  static Mend putBefore(Draft draft, Place place, Layer layer) {
    return of(
        draft,
        new Phrase("check.mend.before", layer.text()),
        layers -> layers.add(place.index(), layer));
  }

  static Mend putAfter(Draft draft, Place place, Layer layer) {
    return of(
        draft,
        new Phrase("check.mend.after", layer.text(), place.name()),
        layers -> layers.add(place.index() + 1, layer));
  }

  /** The layer at a place goes before an earlier one. */
  static Mend moveBefore(Draft draft, Place place, Place earlier) {
    return moveBefore(draft, place, place.index() + 1, earlier);
  }

  /** The layers from a place up to, but not including, an index go before an earlier one. */
  static Mend moveBefore(Draft draft, Place place, int end, Place earlier) {
    return of(
        draft,
        new Phrase("check.mend.moveBefore", earlier.name()),
        layers -> Collections.rotate(layers.subList(earlier.index(), end), end - place.index()));
  }

  /** The layer at a place goes behind a later one. */
  static Mend moveBehind(Draft draft, Place place, Place later) {
    return of(
        draft,
        new Phrase("check.mend.moveBehind", later.name()),
        layers -> layers.add(later.index(), layers.remove(place.index())));
  }

  static Mend of(Draft draft, Phrase says, Consumer<List<Layer>> change) {
    List<Layer> layers = new ArrayList<>(draft.layers());
    change.accept(layers);
    return new Mend(says, layers);
  }
}
