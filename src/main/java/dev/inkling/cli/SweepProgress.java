package dev.inkling.cli;

import dev.inkling.chart.ValueFormat;
import dev.inkling.train.TrainingListener;

/** How far a trial of a sweep is in its round. */
record SweepProgress(ProgressLine line, int until) implements TrainingListener {
  @Override
  public void onBatch(BatchMetrics metrics) {
    double done = (metrics.epoch() - 1 + (double) metrics.batch() / metrics.batches()) / until;
    line.show(Math.min(1, done), () -> ValueFormat.loss(metrics.loss()));
  }
}
