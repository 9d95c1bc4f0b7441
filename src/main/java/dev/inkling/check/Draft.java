package dev.inkling.check;

import dev.inkling.layer.Brick;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A network that may be wrong.
 *
 * @param places its layers, from the input to the outputs
 * @param image size of what it is given
 * @param classes how many outputs there have to be
 * @param last the last layer with weights, which gives the outputs; null without any
 */
record Draft(List<Place> places, Size image, int classes, @Nullable Place last) {
  static Draft of(List<? extends Layer> layers, Size image, int classes) {
    List<Place> places = new ArrayList<>(layers.size());
    List<String> names = Brick.names(layers);
    Size size = image;
    Place last = null;
    boolean isFlat = false;
    for (Layer layer : layers) {
      Place place = new Place(places.size(), names.get(places.size()), layer, size, isFlat);
      places.add(place);
      last = place.isWeighted() ? place : last;
      size = place.output();
      isFlat |= layer.flattens();
    }
    return new Draft(List.copyOf(places), image, classes, last);
  }

  List<Layer> layers() {
    return places.stream().map(Place::layer).toList();
  }

  /** Size of what comes out at the end; null where that is nothing. */
  @Nullable Size output() {
    return places.isEmpty() ? image : places.getLast().output();
  }

  /** True behind the last layer with weights. */
  boolean isBehindOutputs(Place place) {
    return last != null && place.index() > last.index();
  }

  /** The layer right before; null for the first. */
  @Nullable Place before(Place place) {
    return place.index() == 0 ? null : places.get(place.index() - 1);
  }

  /** The layer right behind; null for the last. */
  @Nullable Place behind(Place place) {
    return place.index() + 1 == places.size() ? null : places.get(place.index() + 1);
  }

  /** The layer before those that may stand between; null where there is none. */
  @Nullable Place before(Place place, Predicate<Place> mayStandBetween) {
    return last(place.index(), mayStandBetween.negate());
  }

  /** The last layer of some kind before a place; null where there is none. */
  @Nullable Place last(int end, Predicate<Place> isOne) {
    for (int index = end - 1; index >= 0; index--) {
      if (isOne.test(places.get(index))) {
        return places.get(index);
      }
    }
    return null;
  }
}
