package dev.inkling.ui.training;

import dev.inkling.data.DownloadProgress;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Model;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.TrainingListener;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Takes what the training thread tells and hands it over when the window has time. Nothing is left
 * out, and the training thread never waits.
 */
final class MetricsQueue implements TrainingListener, DownloadProgress {
  private static final int PROBES = 8;

  private final ConcurrentLinkedQueue<TrainingEvent> events = new ConcurrentLinkedQueue<>();
  private final Consumer<Model> onWeights;

  /**
   * Nothing is told yet.
   *
   * @param onWeights hears of weights at once, on the training thread
   */
  MetricsQueue(Consumer<Model> onWeights) {
    this.onWeights = onWeights;
  }

  /** Hands all events over, in their order. */
  void drain(Consumer<TrainingEvent> taker) {
    for (TrainingEvent event = events.poll(); event != null; event = events.poll()) {
      taker.accept(event);
    }
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    events.add(new TrainingEvent.Download(file, bytes, total));
  }

  @Override
  public void onBatch(BatchMetrics metrics) {
    events.add(new TrainingEvent.Batch(metrics));
  }

  @Override
  public int probesInFirstEpoch() {
    return PROBES;
  }

  @Override
  public void onProbe(long examples, Evaluation evaluation) {
    events.add(new TrainingEvent.Probe(examples, evaluation));
  }

  @Override
  public void onLayers(LayersMetrics metrics) {
    events.add(new TrainingEvent.Layers(metrics));
  }

  @Override
  public void onEpoch(EpochMetrics metrics, Model model) {
    events.add(new TrainingEvent.Epoch(metrics, model));
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    events.add(new TrainingEvent.Kept(checkpoint.epoch()));
  }

  @Override
  public void onWeights(Model model) {
    onWeights.accept(model);
  }
}
