package dev.inkling.ui.data;

import dev.inkling.data.DataSource;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The data set that one looks at, and the parts that show it. Used on the FX thread alone. */
public final class DataViewModel {
  private final DataTools tools;
  private final Background files;
  private final Notices.Topic choosing;
  private final Notices.Topic leftOut;
  private final Job job;
  private final List<DataPart> parts;

  /** What each part shows. */
  private final Map<DataPart, LoadedImages> shown = new HashMap<>();

  // Properties
  private final ObservableList<String> dataSets =
      FXCollections.observableArrayList(
          ImageSource.named().stream().map(ImageSource::name).toList());
  private final StringProperty data = new SimpleStringProperty();
  private final ReadOnlyObjectWrapper<@Nullable LoadedImages> images =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper toTrain = new ReadOnlyStringWrapper();
  private final ObjectProperty<DataPart> part;

  /** Looks at nothing yet. */
  public DataViewModel(DataTools tools) {
    this.tools = tools;
    files = tools.workers().on(Kind.FILES);
    choosing = tools.notices().topic("images to look at");
    leftOut = tools.notices().topic("images that are left out");
    job = new Job(tools.workers().on(Kind.EVALUATION));
    parts = DataParts.of(tools);
    part = new SimpleObjectProperty<>(parts.getFirst());
    data.addListener(_ -> look());
    images.addListener(_ -> hand());
    part.addListener(_ -> hand());
  }

  /** The data sets to choose from: those that have a name, and places. */
  public ObservableList<String> dataSets() {
    return FXCollections.unmodifiableObservableList(dataSets);
  }

  /** The data set that is looked at; null before the screen is first opened. */
  public StringProperty dataProperty() {
    return data;
  }

  /** Its images, or null while they are read, or cannot be. */
  ReadOnlyObjectProperty<@Nullable LoadedImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** True while images are read. */
  public ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  /** Part that is read, 0…1; below 0 while that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return job.progressProperty();
  }

  /** Why there are no images, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** True when the images have to be downloaded first. */
  public ReadOnlyBooleanProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** The parts, in their order. */
  List<DataPart> parts() {
    return parts;
  }

  /** The part that is in view. */
  ObjectProperty<DataPart> partProperty() {
    return part;
  }

  /** True when one can train on what is looked at. */
  boolean isForTraining() {
    return images.get() != null && images.get().data().train().count() > 0;
  }

  /** The data set that somebody wants to train on; null before the first time. */
  public ReadOnlyStringProperty toTrainProperty() {
    return toTrain.getReadOnlyProperty();
  }

  /** Where the images are on this computer, in words. */
  Phrase where() {
    return ImageSource.of(data.get()).where(tools.source());
  }

  // Commands

  /**
   * Called whenever the screen is opened: the first time it shows what would be trained on, later
   * it reads again what has changed meanwhile. The disk is asked in the background.
   */
  public void open() {
    LoadedImages before = images.get();
    if (data.get() == null) {
      show(tools.training().form().dataProperty().get());
    }
    files.run(
        () -> new Present(tools.source().others(), isCurrent(before)),
        present -> {
          present.others.forEach(this::offer);
          if (!present.isCurrent && images.get() == before && !job.runningProperty().get()) {
            look();
          }
        },
        choosing::fail);
  }

  /** What is on the disk: data sets to choose from, and whether what is shown is as it was. */
  private record Present(List<String> others, boolean isCurrent) {}

  private boolean isCurrent(@Nullable LoadedImages before) {
    return before != null && before.isCurrent(tools.source());
  }

  /** Looks at a data set. */
  public void show(String name) {
    offer(name);
    data.set(name);
  }

  /** Looks at the images of a folder or a file, which is remembered where it has labels. */
  public void choose(Path folder) {
    choosing.over();
    DataSource source = tools.source();
    files.run(() -> source.remember(folder), this::show, choosing::fail);
  }

  /** Fills the form of the training in with what is looked at, and asks to see it. */
  public void useForTraining() {
    if (tools.training().form().useData(data.get())) {
      toTrain.set(null); // the same data set again counts again
      toTrain.set(data.get());
    }
  }

  /** Gives up all work. */
  public void close() {
    job.cancel();
    parts.forEach(each -> each.show(null));
  }

  private void offer(String name) {
    if (!dataSets.contains(name)) {
      dataSets.add(name);
    }
  }

  /** Reads the images, unless they have to be downloaded. */
  private void look() {
    read(false);
  }

  /** Reads the images even if they have to be downloaded. */
  public void load() {
    read(true);
  }

  private void read(boolean mayDownload) {
    String name = data.get();
    DataSource source = tools.source();
    images.set(null);
    failure.set(null);
    leftOut.over();
    missing.set(false);
    job.begin(
        listener ->
            () ->
                mayDownload || !ImageSource.of(name).needsDownload(source)
                    ? Optional.of(LoadedImages.read(name, source, heard(listener)))
                    : Optional.<LoadedImages>empty(),
        this::show,
        e -> failure.set(Problem.of(e)));
  }

  private static DownloadProgress heard(Job.Listener listener) {
    return (_, bytes, total) -> listener.tell(total > 0 ? (double) bytes / total : -1);
  }

  private void show(Optional<LoadedImages> read) {
    missing.set(read.isEmpty());
    read.flatMap(LoadedImages::leftOut).ifPresent(leftOut::fail);
    read.filter(each -> !each.areLabeled())
        .flatMap(_ -> parts.stream().filter(DataPart::isForUnlabeled).findFirst())
        .ifPresent(part::set);
    images.set(read.orElse(null));
  }

  /** The part in view gets the images; others give up what they had of other images. */
  private void hand() {
    LoadedImages now = images.get();
    for (DataPart each : parts) {
      if (shown.containsKey(each) && !Objects.equals(shown.get(each), now)) {
        shown.remove(each);
        each.show(null);
      }
    }
    if (now != null && !shown.containsKey(part.get())) {
      shown.put(part.get(), now);
      part.get().show(now);
    }
  }
}
