package dev.inkling.ui;

import dev.inkling.cli.Commands.Measurement;
import dev.inkling.file.AppFolders;
import dev.inkling.run.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Parent;

/** Opens the window in memory and measures what it does. */
public final class WindowBench {
  private WindowBench() {}

  /**
   * Measures the pad and the picture of the network, and on request what it costs that a run is in
   * training.
   *
   * @param isTraining whether to train too, in a folder of the cache; takes some minutes
   */
  public static List<Measurement> measure(AppFolders folders, boolean isTraining) throws Exception {
    Display.useHeadless();
    AppFolders own =
        new AppFolders(
            folders.settings(),
            folders.cache().resolve("bench"),
            folders.cache(),
            folders.shipped());
    Inkling inkling = open(own);
    List<Measurement> results = new ArrayList<>();
    results.add(new Measurement("pointer-to-bars", "ms", pad(inkling)));
    results.addAll(new InsideLoad(inkling).measure(""));
    if (isTraining) {
      results.addAll(new TrainingLoad(inkling, own).measure());
      RunStore store = new RunStore(own);
      store.list().forEach(store::delete);
      store.emptyBin();
    }
    return results;
  }

  private static double[] pad(Inkling inkling) throws Exception {
    return new PadLatency(inkling, inkling.pad().currentProperty()::get).measure();
  }

  private static Inkling open(AppFolders folders) throws Exception {
    CompletableFuture<Inkling> shown = new CompletableFuture<>();
    Inkling.start(
        folders,
        inkling ->
            inkling.pad().cardProperty().subscribe(card -> complete(shown, inkling, card != null)));
    return shown.get();
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
