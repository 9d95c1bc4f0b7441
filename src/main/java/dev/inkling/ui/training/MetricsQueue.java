package dev.inkling.ui.training;

import dev.inkling.data.Mnist;
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
final class MetricsQueue implements TrainingListener, Mnist.Progress {
  private static final int PROBES = 8;

  private final ConcurrentLinkedQueue<Object> events = new ConcurrentLinkedQueue<>();
  private final Consumer<Model> onWeights;

  /** A part of the validation images, read in the midst of an epoch. */
  record Probe(long examples, Evaluation evaluation) {}

  /** An epoch that is kept, so that it can be loaded. */
  record Kept(int epoch) {}

  /** An epoch's end. */
  record EpochEnd(EpochMetrics metrics, Model model) {}

  /** How far a download is; the total is -1 when the server does not say. */
  record Download(String file, long bytes, long total) {}

  MetricsQueue(Consumer<Model> onWeights) {
    this.onWeights = onWeights;
  }

  /** Hands all events over, in their order. */
  void drain(Consumer<Object> taker) {
    for (Object event = events.poll(); event != null; event = events.poll()) {
      taker.accept(event);
    }
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    events.add(new Download(file, bytes, total));
  }

  @Override
  public void onBatch(BatchMetrics metrics) {
    events.add(metrics);
  }

  @Override
  public int probesInFirstEpoch() {
    return PROBES;
  }

  @Override
  public void onProbe(long examples, Evaluation evaluation) {
    events.add(new Probe(examples, evaluation));
  }

  @Override
  public void onEpoch(EpochMetrics metrics, Model model) {
    events.add(new EpochEnd(metrics, model));
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    events.add(new Kept(checkpoint.epoch()));
  }

  @Override
  public void onWeights(Model model) {
    onWeights.accept(model);
  }
}
