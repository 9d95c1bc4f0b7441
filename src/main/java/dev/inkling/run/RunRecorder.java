package dev.inkling.run;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes all that a run tells into its folder. */
final class RunRecorder implements TrainingListener, AutoCloseable {
  private static final String BATCHES = "epoch,batch,examples,loss,learningRate,imagesPerSecond";
  private static final String EPOCHS =
      "epoch,examples,trainLoss,trainAccuracy,valLoss,valAccuracy,seconds,imagesPerSecond";
  private static final String CLASSES = classesHeader();

  private final Run run;
  private final Writer batches;
  private double seconds;
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
      MetricsFile.keep(run.batches(), BATCHES, epoch);
      MetricsFile.keep(run.epochs(), EPOCHS, epoch);
      MetricsFile.keep(run.classes(), CLASSES, epoch);
      batches = Files.newBufferedWriter(run.batches(), StandardOpenOption.APPEND);
      run.write(run.info().withStatus(RunInfo.Status.OPEN, null, seconds));
      log("begins after epoch " + epoch);
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  private static String classesHeader() {
    StringBuilder header = new StringBuilder("epoch,examples,class,count,accuracy");
    for (int k = 0; k < Digits.CLASSES; k++) {
      header.append(",readAs").append(k);
    }
    return header.toString();
  }

  @Override
  public void onBatch(BatchMetrics m) {
    try {
      batches.write(
          m.epoch()
              + ","
              + m.batch()
              + ","
              + m.examples()
              + ","
              + (float) m.loss()
              + ","
              + (float) m.learningRate()
              + ","
              + Math.round(m.imagesPerSecond())
              + "\n");
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  @Override
  public void onEpoch(EpochMetrics m, Model now) {
    model = now;
    seconds += m.seconds();
    try {
      batches.flush();
      append(
          run.epochs(),
          m.epoch()
              + ","
              + m.examples()
              + ","
              + m.trainLoss()
              + ","
              + m.trainAccuracy()
              + ","
              + m.valLoss()
              + ","
              + m.valAccuracy()
              + ","
              + m.seconds()
              + ","
              + m.imagesPerSecond()
              + "\n");
      append(run.classes(), classes(m));
      log("epoch %d: validation loss %.4f".formatted(m.epoch(), m.valLoss()));
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  private static String classes(EpochMetrics m) {
    StringBuilder lines = new StringBuilder();
    for (Evaluation.PerClass c : m.validation().perClass()) {
      lines.append(m.epoch()).append(',').append(m.examples()).append(',').append(c.label());
      lines.append(',').append(c.count()).append(',');
      lines.append(c.recall() == null ? "" : c.recall());
      for (int readAs : m.validation().confusion()[c.label()]) {
        lines.append(',').append(readAs);
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    run.write(checkpoint, Objects.requireNonNull(model, "no epoch"), seconds);
    run.write(run.info().withStatus(RunInfo.Status.OPEN, null, seconds));
  }

  /** Says how the run ended. */
  void end(RunInfo.Status status, @Nullable String reason) {
    run.write(run.info().withStatus(status, reason, seconds));
    try {
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
    try {
      batches.close();
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }
}
