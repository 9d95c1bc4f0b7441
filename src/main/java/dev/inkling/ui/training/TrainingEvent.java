package dev.inkling.ui.training;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Model;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.train.TrainingListener.LayersMetrics;

/** What the training thread tells the window. */
sealed interface TrainingEvent {
  /** How far a download is, in bytes; the total is -1 when the server does not say. */
  record Download(String file, long bytes, long total) implements TrainingEvent {}

  /** A step was made. */
  record Batch(BatchMetrics metrics) implements TrainingEvent {}

  /** A part of the validation images was read in the midst of an epoch. */
  record Probe(long examples, Evaluation evaluation) implements TrainingEvent {}

  /** Layers were looked at. */
  record Layers(LayersMetrics metrics) implements TrainingEvent {}

  /** An epoch has ended, with a network as it is now. */
  record Epoch(EpochMetrics metrics, Model model) implements TrainingEvent {}

  /** An epoch is kept, so that it can be loaded. */
  record Kept(int epoch) implements TrainingEvent {}
}
