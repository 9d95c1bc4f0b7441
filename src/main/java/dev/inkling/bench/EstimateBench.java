package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import dev.inkling.train.SpeedProbe;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is said of how long a training will take, beside how long it takes: at first, while Java
 * compiles, and a moment later, when the window has tried again.
 */
final class EstimateBench {
  /** Epochs at most: what takes minutes says no more. */
  private static final int EPOCHS = 3;

  private EstimateBench() {}

  /** Estimates, then trains, each network after the other. */
  static List<BenchRow> measure(List<String> architectures, DataSet data) {
    return architectures.stream().flatMap(name -> of(Architecture.named(name), data)).toList();
  }

  private static Stream<BenchRow> of(Architecture architecture, DataSet data) {
    Recipe recipe =
        architecture
            .recipe()
            .with(
                r -> {
                  r.epochs = Math.min(EPOCHS, r.epochs);
                  r.patience = 0;
                });
    int images = data.train().count();
    double first = new SpeedProbe().seconds(architecture, recipe, images);
    double again = new SpeedProbe().seconds(architecture, recipe, images);
    long begin = System.nanoTime();
    new Training("bench", architecture, recipe, data, new TrainingListener() {}).run();
    double taken = (System.nanoTime() - begin) / 1e9;
    String work = "estimate-" + architecture.name();
    return Stream.of(
        BenchRow.of(work + "-at-first", "of what it took", first / taken),
        BenchRow.of(work, "of what it took", again / taken));
  }
}
