package dev.inkling.run;

import dev.inkling.chart.ValueFormat;
import dev.inkling.model.Model;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes all that a run tells into its folder. */
final class RunRecorder implements TrainingListener, AutoCloseable {
  /**
   * What is told is on disk after at most so long, in nanoseconds: a run that is cut off in an
   * epoch of minutes has its curves all the same. More often would cost the training time.
   */
  private static final long UNWRITTEN = 2_000_000_000;

  private final Run run;
  private final Writer batches;
  private final Writer layers;
  private double seconds;
  private long written = System.nanoTime();
  private @Nullable Model model;

  /**
   * Begins or goes on.
   *
   * @param epoch the last whole one; what was written after it is dropped
   * @param secondsBefore trained until then
   */
  RunRecorder(Run run, int epoch, double secondsBefore) {
    this.run = run;
    seconds = secondsBefore;
    try {
      MetricsFile.keep(run.batches(), BatchRow.HEADER, epoch);
      MetricsFile.keep(run.epochs(), EpochRow.HEADER, epoch);
      MetricsFile.keep(run.classes(), ClassRow.header(run.info().names().size()), epoch);
      MetricsFile.keep(run.layers(), LayerRow.HEADER, epoch);
      batches = Files.newBufferedWriter(run.batches(), StandardOpenOption.APPEND);
      layers = Files.newBufferedWriter(run.layers(), StandardOpenOption.APPEND);
      run.sweep();
      run.change(info -> info.withStatus(RunInfo.Status.OPEN, null, seconds));
      long passedOver = run.checkpointEpochs().stream().filter(later -> later > epoch).count();
      log(
          "begins after epoch "
              + epoch
              + (passedOver == 0 ? "" : "; checkpoints that cannot be read: " + passedOver));
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  @Override
  public void onBatch(BatchMetrics m) {
    try {
      batches.write(BatchRow.of(m).write());
      if (System.nanoTime() - written > UNWRITTEN) {
        flush();
      }
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  @Override
  public void onLayers(LayersMetrics m) {
    try {
      for (LayerRow row : LayerRow.of(m)) {
        layers.write(row.write());
      }
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  @Override
  public void onEpoch(EpochMetrics m, Model now) {
    model = now;
    seconds += m.seconds();
    try {
      flush();
      append(run.epochs(), EpochRow.of(m).write());
      append(
          run.classes(),
          ClassRow.of(m).stream().map(ClassRow::write).collect(Collectors.joining()));
      log(
          String.format(
              Locale.ROOT,
              "epoch %d: validation loss %s",
              m.epoch(),
              ValueFormat.loss(m.valLoss())));
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    run.write(checkpoint, Objects.requireNonNull(model, "no epoch"), seconds);
    run.change(info -> info.withStatus(RunInfo.Status.OPEN, null, seconds));
  }

  private void flush() throws IOException {
    batches.flush();
    layers.flush();
    written = System.nanoTime();
  }

  /** Says how the run ended. */
  void end(RunInfo.Status status, @Nullable String reason) {
    try {
      run.change(info -> info.withStatus(status, reason, seconds));
      flush();
      log(status + (reason == null ? "" : ": " + reason));
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  private void log(String line) throws IOException {
    append(
        run.log(),
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS)
            + " "
            + line
            + "\n");
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public void close() {
    try (Writer _ = layers) {
      batches.close();
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }
}
