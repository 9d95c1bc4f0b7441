package dev.inkling.bench;

import dev.inkling.file.AppFolders;
import dev.inkling.file.Folders;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.ui.shell.Display;
import dev.inkling.ui.shell.Inkling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;

/** Opens the window and measures what it does; once in a process. */
final class WindowBench {
  private final AppFolders folders;

  /** A probe of a user's window, whose runs it leaves alone. */
  WindowBench(AppFolders folders) {
    this.folders =
        new AppFolders(
            folders.settings(),
            folders.cache().resolve("bench"),
            folders.cache(),
            folders.shipped());
  }

  /** Measures in a folder of the cache; with a training it takes some minutes. */
  List<BenchRow> measure(boolean isTraining) throws Exception {
    chooseDisplay();
    Inkling inkling = opened().get();
    List<BenchRow> results = new ArrayList<>();
    results.add(BenchRow.of("pointer-to-bars", "ms", pad(inkling)));
    results.addAll(new InsideLoad(inkling).measure(""));
    if (isTraining) {
      results.addAll(new TrainingLoad(inkling, folders).measure());
      deleteRuns();
    }
    return results;
  }

  /** Measures a run in the window while one looks at its layers. */
  List<BenchRow> layers() throws Exception {
    chooseDisplay();
    List<BenchRow> results = new TrainingLoad(opened().get(), folders).layers();
    deleteRuns();
    return results;
  }

  private void deleteRuns() throws IOException {
    RunStore store = new RunStore(folders);
    for (Run run : store.list()) {
      Folders.delete(store.delete(run).place());
    }
  }

  /** Measures a map in the window. */
  List<BenchRow> map() throws Exception {
    chooseDisplay();
    return new MapLoad(opened().get()).measure();
  }

  private static double[] pad(Inkling inkling) throws Exception {
    return new PadLatency(inkling, inkling.studio().pad().currentProperty()::get).measure();
  }

  /** The display that there is, or where there is none the memory. */
  private static void chooseDisplay() {
    if (Display.missing().isPresent()) {
      Display.useHeadless();
    }
  }

  /**
   * Opens the window, has a digit read in it and measures both.
   *
   * @param begin when the program was started, in milliseconds as the system's clock counts them
   */
  List<BenchRow> opening(long begin) throws Exception {
    chooseDisplay();
    CompletableFuture<Double> drawn = new CompletableFuture<>();
    CompletableFuture<Double> read = new CompletableFuture<>();
    opened(shown -> afterFirstFrame(() -> drawn.complete(since(begin))))
        .thenAccept(ready -> drawSample(ready, () -> read.complete(since(begin))))
        .get();
    List<BenchRow> results =
        List.of(
            BenchRow.of("start-to-window", "ms", drawn.get()),
            BenchRow.of("start-to-recognition-in-window", "ms", read.get()));
    hold();
    return results;
  }

  private static void drawSample(Inkling inkling, Runnable onRead) {
    inkling.studio().pad().drawSample();
    inkling
        .studio()
        .pad()
        .currentProperty()
        .subscribe(
            isCurrent -> {
              if (isCurrent) {
                onRead.run();
              }
            });
  }

  /** Holds the FX thread for good: a frame drawn while the process ends would fail loudly. */
  private static void hold() {
    CompletableFuture<Void> isHeld = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          isHeld.complete(null);
          new CompletableFuture<Void>().join();
        });
    isHeld.join();
  }

  private static double since(long begin) {
    return System.currentTimeMillis() - begin;
  }

  /** The second frame begins when the first one is drawn. */
  private static void afterFirstFrame(Runnable then) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        frames++;
        if (frames == 2) {
          stop();
          then.run();
        }
      }
    }.start();
  }

  private CompletableFuture<Inkling> opened() {
    return opened(inkling -> {});
  }

  /** The window, when it has a network to read with; on the FX thread. */
  private CompletableFuture<Inkling> opened(Consumer<Inkling> onShown) {
    CompletableFuture<Inkling> ready = new CompletableFuture<>();
    Inkling.start(
        folders,
        inkling -> {
          onShown.accept(inkling);
          inkling
              .studio()
              .pad()
              .cardProperty()
              .subscribe(card -> complete(ready, inkling, card != null));
        });
    return ready;
  }

  private static void complete(CompletableFuture<Inkling> shown, Inkling inkling, boolean isReady) {
    if (isReady) {
      // Controls make their parts, the pad's canvas among them, before the first frame: a quick
      // start is here earlier.
      Parent root = inkling.stage().getScene().getRoot();
      root.applyCss();
      root.layout();
      shown.complete(inkling);
    }
  }
}
