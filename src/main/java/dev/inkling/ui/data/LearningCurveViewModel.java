package dev.inkling.ui.data;

import dev.inkling.data.DataSet;
import dev.inkling.train.LearningCurve;
import dev.inkling.train.LearningCurve.Measured;
import dev.inkling.train.LearningPoints;
import dev.inkling.train.QuickNetwork;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers.Kind;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Accuracy against the number of images, while it is measured. Used on the FX thread alone. */
final class LearningCurveViewModel implements Measurement {
  private final DataTools tools;
  private final QuickNetwork network;
  private final Background background;
  private final Notices.Topic topic;
  private final Exports exports;
  private final Job job;
  private List<Measured> measured = new ArrayList<>();

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable LoadedImages> images =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<LearningPoints> points =
      new ReadOnlyObjectWrapper<>(new LearningPoints(List.of()));

  /**
   * Nothing is measured yet.
   *
   * @param network that learns
   */
  LearningCurveViewModel(DataTools tools, QuickNetwork network) {
    this.tools = tools;
    this.network = network;
    background = tools.workers().on(Kind.MEASUREMENT);
    topic = tools.notices().topic("learning curve");
    exports = new Exports(tools.workers().on(Kind.FILES), tools.notices().topic("curve as a file"));
    job = new Job(background);
  }

  /** What is measured on; null while there is nothing. */
  ReadOnlyObjectProperty<@Nullable LoadedImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** What was measured so far. */
  ReadOnlyObjectProperty<LearningPoints> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  @Override
  public ReadOnlyDoubleProperty progressProperty() {
    return job.progressProperty();
  }

  /** Writes pictures of the curve. */
  Exports exports() {
    return exports;
  }

  /** False where there are too few images to learn from. */
  boolean isPossible() {
    LoadedImages now = images.get();
    return now != null && LearningCurve.sizes(now.data()).size() > 1;
  }

  /** How many networks are trained in all. */
  int networks() {
    LoadedImages now = images.get();
    return now == null ? 0 : LearningCurve.SEEDS * LearningCurve.sizes(now.data()).size();
  }

  /** How many were trained. */
  int trained() {
    return measured.size();
  }

  // Commands

  /** Other images have another curve. */
  void show(@Nullable LoadedImages other) {
    stop();
    clear();
    images.set(other);
  }

  private void clear() {
    measured = new ArrayList<>();
    points.set(new LearningPoints(List.of()));
  }

  /** Measures from the beginning, with labels as a training would have them. */
  void measure() {
    LoadedImages now = images.get();
    if (now == null || !isPossible()) {
      return;
    }
    topic.over();
    clear();
    job.begin(
        listener ->
            () -> {
              DataSet data = tools.source().corrected(now.data());
              return new LearningCurve(network, data, one -> hear(listener, one), listener::tell)
                  .run();
            },
        _ -> {},
        topic::fail);
  }

  private void hear(Job.Listener listener, Measured one) {
    background
        .fx()
        .execute(
            () -> {
              if (listener.isWaiting()) {
                measured.add(one);
                points.set(LearningPoints.of(measured));
              }
            });
  }

  /** Gives up what is under way; what was measured stays. */
  void stop() {
    job.cancel();
  }
}
