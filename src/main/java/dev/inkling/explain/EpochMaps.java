package dev.inkling.explain;

import dev.inkling.chart.ScatterFigure.Area;
import dev.inkling.explore.Projection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the same images lie after each epoch of a run, by what the network makes of them. All maps
 * are of one plane, that in which the features after the last epoch differ most, and of one scale:
 * what moves from one to the next has changed in the network.
 *
 * @param places x and y of each image, epoch by epoch; null for an epoch that was not looked at
 * @param area that has room for all of them
 */
public record EpochMaps(List<float @Nullable []> places, Area area) {
  public EpochMaps {
    places = Collections.unmodifiableList(new ArrayList<>(places));
  }

  /**
   * The maps of some epochs.
   *
   * @param looks of all epochs in order, at the same images; null for those to come. Without the
   *     last one there is no plane
   */
  public static EpochMaps of(List<@Nullable EpochLook> looks) {
    EpochLook last = looks.isEmpty() ? null : looks.getLast();
    List<float @Nullable []> places = new ArrayList<>();
    Projection plane =
        last == null ? null : Projection.of(last.features().values(), last.features().width());
    for (EpochLook look : looks) {
      places.add(plane != null && look != null ? plane.places(look.features().values()) : null);
    }
    return new EpochMaps(places, Area.of(places.stream().filter(Objects::nonNull).toList()));
  }
}
