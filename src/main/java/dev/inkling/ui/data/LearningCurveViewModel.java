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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Accuracy against the number of images, while it is measured. Used on the FX thread alone. */
final class LearningCurveViewModel extends Measurement {
  private final DataTools tools;
  private final QuickNetwork network;
  private final Background background;
  private final Notices.Topic topic;
  private final Exports exports;
  private List<Measured> measured = new ArrayList<>();

  // Properties
  private final ReadOnlyObjectWrapper<LearningPoints> points =
      new ReadOnlyObjectWrapper<>(new LearningPoints(List.of()));

  /**
   * Nothing is measured yet.
   *
   * @param network that learns
   */
  LearningCurveViewModel(DataTools tools, QuickNetwork network) {
    super(tools.workers().on(Kind.MEASUREMENT));
    this.tools = tools;
    this.network = network;
    background = tools.workers().on(Kind.MEASUREMENT);
    topic = tools.notices().topic("learning curve");
    exports = new Exports(tools.workers().on(Kind.FILES), tools.notices().topic("curve as a file"));
  }

  /** What was measured so far. */
  ReadOnlyObjectProperty<LearningPoints> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** Writes pictures of the curve. */
  Exports exports() {
    return exports;
  }

  /** False where there are too few images to learn from. */
  boolean isPossible() {
    LoadedImages now = imagesProperty().get();
    return now != null && LearningCurve.sizes(now.data()).size() > 1;
  }

  /** How many networks are trained in all. */
  int networks() {
    LoadedImages now = imagesProperty().get();
    return now == null ? 0 : LearningCurve.SEEDS * LearningCurve.sizes(now.data()).size();
  }

  /** How many were trained. */
  int trained() {
    return measured.size();
  }

  // Commands

  @Override
  void forget() {
    measured = new ArrayList<>();
    points.set(new LearningPoints(List.of()));
  }

  /** Measures from the beginning, with labels as a training would have them. */
  void measure() {
    LoadedImages now = imagesProperty().get();
    if (now == null || !isPossible()) {
      return;
    }
    topic.over();
    forget();
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
}
