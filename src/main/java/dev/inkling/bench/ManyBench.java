package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.Idx;
import dev.inkling.data.Idx.Part;
import dev.inkling.data.Synthetic;
import dev.inkling.file.Folders;
import dev.inkling.model.Architecture;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What a process takes that trains on as many images as EMNIST has digits. */
final class ManyBench {
  private static final int IMAGES = 240_000;

  /** So many are written; the others are the same again. */
  private static final int WRITTEN = 2_000;

  private ManyBench() {}

  /** Loads them from IDX files and trains an epoch, in a folder that is deleted afterwards. */
  static List<BenchRow> measure(DataSource source) throws IOException {
    Path folder = Files.createTempDirectory("inkling-many");
    try {
      write(folder);
      long begin = System.nanoTime();
      DataSet data = source.load(folder.toString(), DownloadProgress.SILENT);
      double loaded = (System.nanoTime() - begin) / 1e9;
      Architecture sprint = Architecture.named("sprint");
      new Training(
              "bench",
              sprint,
              sprint.recipe().with(r -> r.epochs = 1),
              data,
              new TrainingListener() {})
          .run();
      return List.of(
          BenchRow.of("many-load", "s", loaded),
          BenchRow.of("many-load-and-epoch", "s", (System.nanoTime() - begin) / 1e9),
          BenchRow.of("many-most-memory", "MB", Memory.mostMegabytes()));
    } finally {
      Folders.delete(folder);
    }
  }

  private static void write(Path folder) {
    Digits some = Synthetic.digits(WRITTEN, 1);
    Idx.write(folder, Part.TEST, some);
    int[] places = IntStream.range(0, IMAGES).map(i -> i % WRITTEN).toArray();
    Idx.write(folder, Part.TRAIN, some.only(places));
  }
}
