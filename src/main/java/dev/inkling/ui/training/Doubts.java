package dev.inkling.ui.training;

import dev.inkling.chart.ValueFormat;
import dev.inkling.data.DataSet;
import dev.inkling.evaluate.DataDoubt;
import dev.inkling.model.ModelLibrary;
import dev.inkling.text.Problem;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.kit.Notices;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Tells of a training that goes on but is hardly worth it. */
final class Doubts {
  private final ModelLibrary library;
  private final Executor fx;
  private final Notices.Topic images;
  private final Notices.Topic chance;
  private boolean isChanceTold;

  Doubts(ModelLibrary library, Executor fx, Notices notices) {
    this.library = library;
    this.fx = fx;
    images = notices.topic("images to train on");
    chance = notices.topic("training at chance");
  }

  /** Looks at images before they are trained on; off the FX thread, as it takes a moment. */
  void lookAt(DataSet data) {
    OptionalDouble accuracy = DataDoubt.of(data, library);
    fx.execute(() -> tell(data, accuracy));
  }

  private void tell(DataSet data, OptionalDouble accuracy) {
    images.over();
    accuracy.ifPresent(
        part ->
            images.fail(
                new Problem("training.doubt.images", ValueFormat.percent(part, 0), data.name())));
  }

  /** Another run begins. */
  void begun() {
    chance.over();
    isChanceTold = false;
  }

  /** The run has ended: its result says what may be wrong. */
  void ended() {
    chance.over();
  }

  /**
   * An epoch of the run has ended; null when another begins. What is told is of the newest epoch;
   * once put away it is not told again.
   */
  void epochEnded(@Nullable EpochMetrics epoch) {
    if (epoch == null || (isChanceTold && !chance.isTold())) {
      return;
    }
    chance.over();
    if (epoch.validation().isNoBetterThanChance()) {
      isChanceTold = true;
      chance.fail(
          new Problem(
              "training.doubt.chance",
              epoch.epoch(),
              ValueFormat.percent(epoch.valAccuracy(), 2),
              ValueFormat.loss(epoch.valLoss())));
    }
  }
}
