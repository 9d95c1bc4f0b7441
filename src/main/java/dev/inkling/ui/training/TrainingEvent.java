package dev.inkling.ui.training;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;

/** What the training thread tells the window. */
sealed interface TrainingEvent {
  /** How far a download is, in bytes; the total is -1 when the server does not say. */
  record Download(String file, long bytes, long total) implements TrainingEvent {}

  /** A step was made. */
  record Batch(BatchMetrics metrics) implements TrainingEvent {}

  /** A part of the validation images was read in the midst of an epoch. */
  record Probe(long examples, Evaluation evaluation) implements TrainingEvent {}

  /** An epoch has ended. */
  record Epoch(EpochMetrics metrics) implements TrainingEvent {}

  /** An epoch is kept, so that it can be loaded. */
  record Kept(int epoch) implements TrainingEvent {}
}
