package dev.inkling.train;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Model;
import java.util.List;

/** Hears how a training run goes on, from the training thread. What it is told never changes. */
public interface TrainingListener {
  /** After each batch. */
  default void onBatch(BatchMetrics metrics) {}

  /**
   * How many times in the first epoch a part of the validation images is read, so that there is
   * something to see before the epoch ends. It costs time, so nobody who does not look should ask.
   */
  default int probesInFirstEpoch() {
    return 0;
  }

  /**
   * After a part of the validation images was read.
   *
   * @param examples trained on since the run began
   */
  default void onProbe(long examples, Evaluation evaluation) {}

  /** Whether {@link #onLayers} is heard of a few steps of each epoch without being asked for. */
  default boolean wantsLayers() {
    return false;
  }

  /** After some steps, and after {@link Training#askForLayers}: how each layer learns. */
  default void onLayers(LayersMetrics metrics) {}

  /**
   * After each epoch.
   *
   * @param model as it is now
   */
  default void onEpoch(EpochMetrics metrics, Model model) {}

  /** After each epoch, when {@link #onEpoch} was heard: all that is needed to go on from here. */
  default void onCheckpoint(Checkpoint checkpoint) {}

  /** The network as it is now, after {@link Training#askForWeights}. */
  default void onWeights(Model model) {}

  /**
   * One step.
   *
   * @param epoch counted from 1
   * @param batch in the epoch, counted from 1
   * @param batches an epoch has
   * @param examples trained on since the run began
   * @param loss mean cross-entropy of the batch, in nats
   * @param learningRate of the step
   * @param imagesPerSecond trained since the epoch began
   */
  record BatchMetrics(
      int epoch,
      int batch,
      int batches,
      long examples,
      double loss,
      double learningRate,
      double imagesPerSecond) {}

  /**
   * How the layers learn at one step.
   *
   * @param epoch counted from 1
   * @param batch in the epoch, counted from 1
   * @param examples trained on since the run began
   * @param layers those with weights, from the first to the last
   */
  record LayersMetrics(int epoch, int batch, long examples, List<LayerMetrics> layers) {
    public LayersMetrics {
      layers = List.copyOf(layers);
    }
  }

  /**
   * One epoch.
   *
   * @param epoch counted from 1
   * @param examples trained on since the run began
   * @param trainLoss mean over the epoch's batches while the weights moved, above the least that
   *     the targets allow, in nats
   * @param trainAccuracy likewise, 0…1
   * @param validation held-out images read after the epoch
   * @param seconds of training alone, without the evaluation and without pauses
   * @param imagesPerSecond trained in these seconds
   */
  record EpochMetrics(
      int epoch,
      long examples,
      double trainLoss,
      double trainAccuracy,
      Evaluation validation,
      double seconds,
      double imagesPerSecond) {
    /** Mean cross-entropy of the held-out images, in nats. */
    public double valLoss() {
      return validation.loss();
    }

    /** Part of the held-out images read right, 0…1. */
    public double valAccuracy() {
      return validation.accuracy();
    }
  }
}
