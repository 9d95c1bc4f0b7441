package dev.inkling.ui.training;

import dev.inkling.diagram.FirstLayer;
import dev.inkling.model.Model;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.train.TrainingListener.LayersMetrics;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the run in training tells, or the one that was last told. */
public final class LiveMetrics {
  private final ShownRun shown;
  private final DigitOnPad digit;
  private final Executor fx;
  private final MetricsQueue queue = new MetricsQueue(this::lookAtWeights);

  // Properties
  private final ReadOnlyObjectWrapper<TrainingEvent.@Nullable Download> download =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable BatchMetrics> batch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable EpochMetrics> epoch = new ReadOnlyObjectWrapper<>();

  /** Trained in whole epochs, of which this many examples were seen. */
  private double secondsOfEpochs;

  private long examplesOfEpochs;

  /**
   * Nothing is told yet.
   *
   * @param shown whose curves grow
   * @param fx where weights in training are looked at
   */
  LiveMetrics(ShownRun shown, DigitOnPad digit, Executor fx) {
    this.shown = shown;
    this.digit = digit;
    this.fx = fx;
  }

  /** The download of the images that is going on, or null. */
  ReadOnlyObjectProperty<TrainingEvent.@Nullable Download> downloadProperty() {
    return download.getReadOnlyProperty();
  }

  /** The newest batch, or null. */
  public ReadOnlyObjectProperty<@Nullable BatchMetrics> batchProperty() {
    return batch.getReadOnlyProperty();
  }

  /** The newest epoch, or null. */
  public ReadOnlyObjectProperty<@Nullable EpochMetrics> epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /**
   * Time that the run has been in training, as it stands in the list of runs and their reports; the
   * speed of the present batch would tell of the present epoch alone.
   */
  double seconds() {
    BatchMetrics now = batch.get();
    return now == null
        ? secondsOfEpochs
        : secondsOfEpochs + Math.max(0, now.examples() - examplesOfEpochs) / now.imagesPerSecond();
  }

  /** Where the training thread tells it all. */
  MetricsQueue queue() {
    return queue;
  }

  // Commands

  /** Another run begins. */
  void clear() {
    endDownload();
    batch.set(null);
    epoch.set(null);
    digit.forget();
    begin(0, 0);
  }

  /**
   * A run begins, or goes on.
   *
   * @param seconds that it was trained before
   * @param examples that it saw in these
   */
  void begin(double seconds, long examples) {
    secondsOfEpochs = seconds;
    examplesOfEpochs = examples;
  }

  /** Whether it was finished or not. */
  void endDownload() {
    download.set(null);
  }

  /** Takes over what was told since the last time. */
  void drain() {
    queue.drain(this::take);
    // With all else that is new: drawing the window twice would cost the training twice.
    digit.addTo(shown.curves());
  }

  private void take(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Download now -> download.set(now);
      case TrainingEvent.Batch(BatchMetrics metrics) -> {
        batch.set(metrics);
        shown.curves().add(metrics);
      }
      case TrainingEvent.Probe probe -> shown.curves().add(probe.examples(), probe.evaluation());
      case TrainingEvent.Layers(LayersMetrics metrics) -> shown.layers().add(metrics);
      case TrainingEvent.Epoch(EpochMetrics metrics, Model model) -> {
        shown.look(FirstLayer.of(model).orElse(null));
        begin(secondsOfEpochs + metrics.seconds(), metrics.examples());
        epoch.set(metrics);
        shown.curves().add(metrics);
      }
      case TrainingEvent.Kept kept -> shown.kept(kept.epoch());
    }
  }

  /** On the training thread: only hands the network on. */
  private void lookAtWeights(Model model) {
    FirstLayer first = FirstLayer.of(model).orElse(null);
    fx.execute(() -> look(model, first));
  }

  private void look(Model model, @Nullable FirstLayer first) {
    BatchMetrics now = batch.get();
    if (now != null) {
      shown.look(first);
      digit.read(model, now.examples());
    }
  }
}
