package dev.inkling.ui.data;

import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Job;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Work on a data set that takes a while, and what it is done on. Used on the FX thread alone. */
abstract class Measurement {
  /** The work; what is begun anew gives up what is under way. */
  final Job job;

  private final ReadOnlyObjectWrapper<@Nullable LoadedImages> images =
      new ReadOnlyObjectWrapper<>();

  /**
   * Nothing is begun.
   *
   * @param background where it is done
   */
  Measurement(Background background) {
    job = new Job(background);
  }

  /** What it is done on; null while there is nothing. */
  final ReadOnlyObjectProperty<@Nullable LoadedImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** True while it is under way. */
  final ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  /** Part that is done, 0…1; below 0 while that is not known. */
  final ReadOnlyDoubleProperty progressProperty() {
    return job.progressProperty();
  }

  /** Gives up what is under way; what is there already stays. */
  final void stop() {
    job.cancel();
  }

  /** Other images: what was found in those before is not about them. */
  final void show(@Nullable LoadedImages other) {
    stop();
    forget();
    images.set(other);
    if (other != null) {
      begin(other);
    }
  }

  /** Nothing is known any more. */
  abstract void forget();

  /** What is done of itself as soon as there are images. */
  void begin(LoadedImages of) {}
}
