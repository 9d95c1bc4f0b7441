package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.run.BatchRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunTrainer;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.TrainingListener;
import dev.inkling.ui.shell.Inkling;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.RunPage;
import dev.inkling.ui.training.TrainingViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;

/**
 * Measures the window while a run is in training in it at full speed, its charts open with curves
 * of 100,000 samples; and the same run without the window.
 */
final class TrainingLoad {
  /** Small steps: that many of them a second give the window the most to do. */
  private static final String ARCHITECTURE = "lenet5-relu";

  private static final int SAMPLES = 100_000;
  private static final int WARM_UP = 120;
  private static final int FRAMES = 600;
  private static final int ROUNDS = 5;

  /** Whole epochs without the window that are timed, after one that is not. */
  private static final int EPOCHS = 16;

  /** As many as a run may have: more than a round takes. */
  private static final int MOST_EPOCHS = 1_000;

  /** That the window is timed for, after its first epoch. */
  private static final int SECONDS = 6;

  private final Inkling inkling;
  private final TrainingViewModel training;
  private final DataSet data = Synthetic.dataSet();
  private final RunStore store;

  private record Progress(long images, long nanoseconds) {}

  /** Measures a window that has these folders. */
  TrainingLoad(Inkling inkling, AppFolders folders) {
    this.inkling = inkling;
    training = inkling.studio().training();
    store = new RunStore(folders);
  }

  /** A run with long curves, a new one for each round, so that none comes to its last epoch. */
  private Run newRun() throws Exception {
    Run run =
        store.create(
            ARCHITECTURE,
            Architecture.named(ARCHITECTURE).recipe().with(r -> r.epochs = MOST_EPOCHS),
            DataSource.SYNTHETIC);
    trainAlone(run, 1).get();
    lengthen(run);
    return run;
  }

  /** As if the first epoch had had as many batches. */
  private void lengthen(Run run) throws IOException {
    StringBuilder rows = new StringBuilder(BatchRow.HEADER).append('\n');
    for (int i = 1; i <= SAMPLES; i++) {
      double part = (double) i / SAMPLES;
      long examples = Math.round(part * data.train().count());
      double loss = 0.1 + 2.2 * Math.exp(-9 * part) * (0.7 + 0.6 * Math.sin(1e4 * part));
      rows.append(new BatchRow(1, i, examples, loss, 0.02, 0).write());
    }
    Files.writeString(run.batches(), rows, StandardOpenOption.TRUNCATE_EXISTING);
  }

  List<BenchRow> measure() throws Exception {
    onFx(inkling.studio().pad()::drawSample);
    double[] alone = new double[ROUNDS];
    double[] inWindow = new double[ROUNDS];
    double[] frames = {};
    double[] latencies = {};
    List<BenchRow> inside = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      Run run = newRun();
      alone[round] = trainAlone(run, EPOCHS + 1).get();
      show("#window-training");
      CompletableFuture<Void> warm = firstEpoch();
      onFx(() -> training.queue().resume(run));
      warm.get();
      inWindow[round] = speedInWindow();
      if (round == ROUNDS - 1) {
        frames = frames();
        show("#window-pad");
        latencies =
            new PadLatency(inkling, inkling.studio().pad().currentProperty()::get).measure();
        inside = new InsideLoad(inkling).measure("-in-training");
      }
      stop();
    }
    List<BenchRow> all = new ArrayList<>();
    all.add(BenchRow.of("frame-while-training", "ms", frames));
    all.add(BenchRow.of("pointer-to-bars-in-training", "ms", latencies));
    all.addAll(inside);
    all.add(BenchRow.of("training-without-window", "images/s", alone));
    all.add(BenchRow.of("training-in-window", "images/s", inWindow));
    return all;
  }

  /** The same run in the window with its curves open and with its layers, in turn. */
  List<BenchRow> layers() throws Exception {
    show("#window-training");
    double[] parts = new double[ROUNDS];
    double[] frames = {};
    for (int round = 0; round < ROUNDS; round++) {
      CompletableFuture<Void> warm = firstEpoch();
      Run run = newRun();
      onFx(() -> training.queue().resume(run));
      warm.get();
      boolean isFirst = round % 2 == 0; // neither page is always the first
      double one = speedWith(isFirst ? RunPage.CURVES : RunPage.LAYERS);
      double other = speedWith(isFirst ? RunPage.LAYERS : RunPage.CURVES);
      parts[round] = isFirst ? other / one : one / other;
      if (round == ROUNDS - 1) {
        onFx(() -> training.pageProperty().set(RunPage.LAYERS));
        frames = frames();
      }
      stop();
    }
    return List.of(
        BenchRow.of("frame-beside-layers", "ms", frames),
        BenchRow.of("training-with-layers-open", "of its speed", parts));
  }

  private double speedWith(RunPage page) throws InterruptedException {
    onFx(() -> training.pageProperty().set(page));
    return speedInWindow();
  }

  /** On a thread of its own: this one lets the engine have one processor only. */
  private CompletableFuture<Double> trainAlone(Run run, int epochs) {
    return CompletableFuture.supplyAsync(
        () -> train(run, epochs), task -> new Thread(task, "training").start());
  }

  /** Images a second by the clock on the wall, all that happens between epochs included. */
  private double train(Run run, int epochs) {
    long[] ends = new long[epochs];
    int[] done = {0};
    RunTrainer[] trainer = new RunTrainer[1];
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochMetrics metrics, Model model) {
            ends[done[0]] = System.nanoTime();
            done[0]++;
          }

          @Override
          public void onCheckpoint(Checkpoint checkpoint) {
            if (done[0] == epochs) {
              trainer[0].training().stop();
            }
          }
        };
    trainer[0] = new RunTrainer(run, data, listener);
    trainer[0].train();
    return speed((epochs - 1L) * data.train().count(), ends[epochs - 1] - ends[0]);
  }

  /** Done when the run that begins next has finished its first epoch. */
  private CompletableFuture<Void> firstEpoch() {
    CompletableFuture<Void> first = new CompletableFuture<>();
    onFx(
        () ->
            training
                .live()
                .metrics()
                .epochProperty()
                .subscribe(
                    (_, epoch) -> {
                      if (epoch != null) {
                        first.complete(null);
                      }
                    }));
    return first;
  }

  private double speedInWindow() throws InterruptedException {
    Progress before = progress();
    Thread.sleep(SECONDS * 1000);
    Progress after = progress();
    return speed(after.images - before.images, after.nanoseconds - before.nanoseconds);
  }

  private static double speed(long images, long nanoseconds) {
    return images / (nanoseconds / 1e9);
  }

  /** Images so far, and when that was; the window asks only a few times a second. */
  private Progress progress() {
    CompletableFuture<Progress> now = new CompletableFuture<>();
    onFx(
        () -> {
          training.live().drain();
          now.complete(
              new Progress(
                  training.live().metrics().batchProperty().get().examples(), System.nanoTime()));
        });
    return now.join();
  }

  /** Milliseconds from each frame to the next. */
  private static double[] frames() throws Exception {
    CompletableFuture<double[]> all = new CompletableFuture<>();
    AnimationTimer timer =
        new AnimationTimer() {
          private final double[] frames = new double[FRAMES];
          private int count = -WARM_UP;
          private long last;

          @Override
          public void handle(long now) {
            long time = System.nanoTime();
            if (count >= 0 && count < FRAMES) {
              frames[count] = (time - last) / 1e6;
            }
            last = time;
            count++;
            if (count == FRAMES) {
              stop();
              all.complete(frames);
            }
          }
        };
    onFx(timer::start);
    return all.get();
  }

  private void show(String button) {
    onFx(() -> ((ToggleButton) inkling.stage().getScene().lookup(button)).fire());
  }

  private void stop() throws Exception {
    CompletableFuture<Void> idle = new CompletableFuture<>();
    onFx(training.live()::stop);
    onFx(() -> complete(idle, training.live().stateProperty()));
    idle.get();
  }

  private static void complete(CompletableFuture<Void> idle, ObservableValue<State> state) {
    state.subscribe(
        now -> {
          if (now == State.IDLE) {
            idle.complete(null);
          }
        });
  }

  private static void onFx(Runnable work) {
    CompletableFuture.runAsync(work, Platform::runLater).join();
  }
}
