package dev.inkling.train;

import dev.inkling.model.Model;

/** Hears how a training run goes on, from the training thread. What it is told never changes. */
public interface TrainingListener {
  /** After each batch. */
  default void onBatch(BatchMetrics metrics) {}

  /**
   * After each epoch.
   *
   * @param model as it is now
   */
  default void onEpoch(EpochMetrics metrics, Model model) {}

  /**
   * One step.
   *
   * @param epoch counted from 1
   * @param batch in the epoch, counted from 1
   * @param batches an epoch has
   * @param loss mean cross-entropy of the batch, in nats
   * @param imagesPerSecond trained since the epoch began
   */
  record BatchMetrics(int epoch, int batch, int batches, double loss, double imagesPerSecond) {}

  /**
   * One epoch.
   *
   * @param epoch counted from 1
   * @param trainLoss mean over the epoch's batches while the weights moved, in nats
   * @param valLoss on held-out images after the epoch, in nats
   * @param valAccuracy on held-out images after the epoch, 0…1
   * @param seconds of training alone, without the evaluation
   * @param imagesPerSecond trained in these seconds
   */
  record EpochMetrics(
      int epoch,
      double trainLoss,
      double valLoss,
      double valAccuracy,
      double seconds,
      double imagesPerSecond) {}
}
