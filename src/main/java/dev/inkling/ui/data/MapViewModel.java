package dev.inkling.ui.data;

import dev.inkling.data.Digits;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.ui.data.ImageMap.Readings;
import dev.inkling.ui.data.MapMaker.Made;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A map of the images, on which what is alike lies together. Used on the FX thread alone. */
final class MapViewModel {
  /** What the colours say. */
  enum Colour {
    LABEL,
    READ,
    CONFIDENCE
  }

  /** Images that are taken around a point by a key. */
  private static final int AROUND = 50;

  private final DataTools tools;
  private final Job job;
  private final Job reading;
  private final Notices.Topic topic;
  private final Exports exports;
  private final MapMaker maker;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable LoadedImages> images =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<Optional<Entry>> networks =
      FXCollections.observableArrayList(List.of(Optional.<Entry>empty()));
  private final ObjectProperty<Optional<Entry>> network =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Colour> colour = new SimpleObjectProperty<>(Colour.LABEL);
  private final ObjectProperty<Optional<Integer>> lit =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable ImageMap> map = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Double> agreement = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Readings> readings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Integer> pointed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Integer>> region =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<@Nullable Integer> selected = new SimpleObjectProperty<>();

  private boolean isChoosing;

  MapViewModel(DataTools tools) {
    this.tools = tools;
    job = new Job(tools.workers().on(Kind.EXPLORATION));
    reading = new Job(tools.workers().on(Kind.EXPLORATION));
    topic = tools.notices().topic("map of a data set");
    exports = new Exports(tools.workers().on(Kind.FILES), tools.notices().topic("exports"));
    maker = new MapMaker(tools.pool());
    network.addListener(
        _ -> {
          if (!isChoosing) {
            make();
          }
        });
  }

  /** The images; null while there are none. */
  ReadOnlyObjectProperty<@Nullable LoadedImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** To choose from: the pixels alone, and networks that tell these classes apart. */
  ObservableList<Optional<Entry>> networks() {
    return networks;
  }

  /** What says which images are alike: a network's features, or the pixels. */
  ObjectProperty<Optional<Entry>> networkProperty() {
    return network;
  }

  /** What the colours say. */
  ObjectProperty<Colour> colourProperty() {
    return colour;
  }

  /** The class that is lit while the others are pale. */
  ObjectProperty<Optional<Integer>> litProperty() {
    return lit;
  }

  /** The map, as far as it has settled; null before. */
  ReadOnlyObjectProperty<@Nullable ImageMap> mapProperty() {
    return map.getReadOnlyProperty();
  }

  /** Of the images the part that lies beside one of its own class; null while it settles. */
  ReadOnlyObjectProperty<@Nullable Double> agreementProperty() {
    return agreement.getReadOnlyProperty();
  }

  /** What the network reads; null while that is not known. */
  ReadOnlyObjectProperty<@Nullable Readings> readingsProperty() {
    return readings.getReadOnlyProperty();
  }

  /** The point that is pointed at, or null. */
  ReadOnlyObjectProperty<@Nullable Integer> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /** The images of the region that was selected, as places among all. */
  ReadOnlyObjectProperty<List<Integer>> regionProperty() {
    return region.getReadOnlyProperty();
  }

  /** The image that is looked at, as its place among all, or null. */
  ObjectProperty<@Nullable Integer> selectedProperty() {
    return selected;
  }

  /** True until it has settled. */
  ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  /** Writes what is taken out of the map. */
  Exports exports() {
    return exports;
  }

  /** The class by which a point has its colour; -1 while it is pale. */
  int group(int point) {
    ImageMap now = map.get();
    LoadedImages all = images.get();
    if (now == null || all == null) {
      return -1;
    }
    Readings read = readings.get();
    boolean isByReading = colour.get() == Colour.READ && read != null;
    int own = isByReading ? read.classes()[point] : all.label(now.images()[point]);
    boolean isPale = own == Digits.NONE || (lit.get().isPresent() && lit.get().get() != own);
    return isPale ? -1 : own;
  }

  // Commands

  /** Makes a map of other images, or none. */
  void show(@Nullable LoadedImages other) {
    job.cancel();
    clear();
    images.set(other);
    lit.set(Optional.empty());
    if (other != null) {
      List<Entry> models = List.copyOf(tools.models());
      topic.over();
      tools
          .workers()
          .on(Kind.EXPLORATION)
          .run(
              () -> MapMaker.fitting(models, other.classes()),
              fitting -> offer(other, fitting),
              topic::fail);
    }
  }

  private void offer(LoadedImages of, List<Entry> fitting) {
    if (images.get() != of) {
      return; // others were chosen meanwhile
    }
    isChoosing = true;
    networks.setAll(
        Stream.concat(Stream.of(Optional.<Entry>empty()), fitting.stream().map(Optional::of))
            .toList());
    network.set(
        fitting.stream()
            .filter(entry -> entry.name().equals(ModelLibrary.DEFAULT))
            .findFirst()
            .or(() -> fitting.stream().findFirst()));
    isChoosing = false;
    make();
  }

  private void clear() {
    reading.cancel();
    map.set(null);
    agreement.set(null);
    readings.set(null);
    pointed.set(null);
    region.set(List.of());
    selected.set(null);
  }

  private void make() {
    LoadedImages all = images.get();
    if (all == null || all.count() < 3) {
      return;
    }
    clear();
    topic.over();
    Entry by = network.get().orElse(null);
    job.begin(
        listener -> () -> maker.make(all, by, listener, new Glimpses<>(fx(listener), map::set)),
        made -> settled(all, by, made),
        topic::fail);
  }

  /** Does on the FX thread what is still wanted there. */
  private Executor fx(Job.Listener listener) {
    return task ->
        tools
            .workers()
            .fx()
            .execute(
                () -> {
                  if (listener.isWaiting()) {
                    task.run();
                  }
                });
  }

  private void settled(LoadedImages all, @Nullable Entry by, Made made) {
    map.set(made.map());
    agreement.set(made.agreement());
    if (by == null || !all.areLabeled()) {
      colour.set(Colour.LABEL);
      return;
    }
    reading.begin(
        listener -> () -> maker.read(all, made.map(), by, listener), readings::set, topic::fail);
  }

  /** Points at the image that is the nearest to a place; at none where all are further off. */
  void point(double x, double y, double most) {
    ImageMap now = map.get();
    int nearest = now == null ? -1 : now.nearest(x, y, most);
    pointed.set(nearest < 0 ? null : Integer.valueOf(nearest));
  }

  /** Points at the next image in a direction, or at the first one. */
  void step(int right, int down) {
    ImageMap now = map.get();
    if (now != null) {
      Integer from = pointed.get();
      int to = from == null ? now.nearest(0, 0, Double.MAX_VALUE) : now.next(from, right, down);
      pointed.set(to);
      selected.set(now.images()[to]);
    }
  }

  /** Looks at the image that is pointed at. */
  void lookAtPointed() {
    ImageMap now = map.get();
    Integer point = pointed.get();
    selected.set(now == null || point == null ? null : Integer.valueOf(now.images()[point]));
  }

  /** Selects the images within a polygon. */
  void select(double[] xs, double[] ys) {
    ImageMap now = map.get();
    if (now != null) {
      region.set(now.within(xs, ys).stream().map(point -> now.images()[point]).toList());
    }
  }

  /** Selects what lies around the image that is pointed at. */
  void selectAround() {
    ImageMap now = map.get();
    Integer point = pointed.get();
    if (now != null && point != null) {
      region.set(now.around(point, AROUND).stream().map(each -> now.images()[each]).toList());
    }
  }

  /** Selects nothing. */
  void unselect() {
    region.set(List.of());
    selected.set(null);
  }
}
