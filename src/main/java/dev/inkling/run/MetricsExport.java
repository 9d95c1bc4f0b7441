package dev.inkling.run;

import dev.inkling.file.AtomicFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Takes a run's metrics elsewhere, for a spreadsheet. */
public final class MetricsExport {
  private MetricsExport() {}

  /**
   * Copies the four files, each with the run's id before its name, so that the files of several
   * runs can lie side by side.
   *
   * @throws Problem when there is none yet, or the folder cannot be written
   */
  public static void copy(Run run, Path folder) {
    List<Path> files =
        Stream.of(run.batches(), run.epochs(), run.classes(), run.layers())
            .filter(Files::exists)
            .toList();
    if (files.isEmpty()) {
      throw new Problem("report.noMetrics");
    }
    for (Path file : files) {
      Path copy = folder.resolve(run.folder().getFileName() + "-" + file.getFileName());
      try {
        AtomicFile.write(copy, MetricsFile.withoutFormulas(file));
      } catch (IOException e) {
        throw new Problem(e, "problem.file.unwritable", copy);
      }
    }
  }
}
