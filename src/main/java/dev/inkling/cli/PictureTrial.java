package dev.inkling.cli;

import dev.inkling.image.PictureFile;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.PictureReader;
import dev.inkling.recognize.PictureReader.Seen;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures how pictures are read. A folder has them and a file {@value #LABELS}: a line each, the
 * picture's name, a tab, and what is written, "/" for a new line; or it has such folders.
 */
final class PictureTrial {
  private static final String LABELS = "labels.tsv";

  private final Shell shell;
  private final Classifier classifier;
  private final LineReader lines;
  private final boolean isJson;

  PictureTrial(Shell shell, Classifier classifier, LineReader lines, boolean isJson) {
    this.shell = shell;
    this.classifier = classifier;
    this.lines = lines;
    this.isJson = isJson;
  }

  /**
   * How the pictures of a folder were read.
   *
   * @param right the part of pictures whose whole text was answered, 0…1
   * @param wrong the part of pictures for which another text was answered; the rest was declined
   * @param milliseconds for a picture from its file to the answer, the median
   */
  private record Row(
      String source, int pictures, double right, double wrong, double milliseconds) {}

  /** A picture and what is written there. */
  private record Labelled(Path file, String text) {}

  /**
   * Measures a folder, or the folders in it.
   *
   * @throws Problem when there is no file of labels or it cannot be read
   */
  void run(Path folder) {
    if (Files.exists(folder.resolve(LABELS))) {
      measure(folder);
      return;
    }
    List<Path> sources;
    try (Stream<Path> all = Files.list(folder)) {
      sources = all.filter(each -> Files.exists(each.resolve(LABELS))).sorted().toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
    if (sources.isEmpty()) {
      throw new Problem("problem.labels.none", folder);
    }
    sources.stream().takeWhile(_ -> !shell.isOutputLost()).forEach(this::measure);
  }

  private void measure(Path folder) {
    List<Labelled> pictures = labelled(folder.resolve(LABELS));
    double[] times = new double[pictures.size()];
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < times.length; i++) {
      long begin = System.nanoTime();
      Optional<String> answer = answer(pictures.get(i).file);
      times[i] = (System.nanoTime() - begin) / 1e6;
      boolean isRight = answer.equals(Optional.of(pictures.get(i).text));
      right += isRight ? 1 : 0;
      wrong += answer.isPresent() && !isRight ? 1 : 0;
    }
    Arrays.sort(times);
    double count = Math.max(1, times.length);
    print(
        new Row(
            folder.getFileName().toString(),
            times.length,
            right / count,
            wrong / count,
            times.length == 0 ? 0 : times[times.length / 2]));
  }

  private static List<Labelled> labelled(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(line -> labelled(file, line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  private static Labelled labelled(Path file, String[] parts) {
    if (parts.length < 2) {
      throw new Problem("problem.labels.line", file, parts[0]);
    }
    return new Labelled(file.resolveSibling(parts[0]), parts[1].replace('/', '\n'));
  }

  /** What is answered; nothing where it is declined. */
  private Optional<String> answer(Path file) {
    try {
      Seen seen = PictureReader.read(PictureFile.read(file), file.getFileName(), classifier, lines);
      return seen.isAnswer() ? Optional.of(seen.reading().text()) : Optional.empty();
    } catch (Problem problem) {
      return Optional.empty();
    }
  }

  private void print(Row row) {
    if (isJson) {
      shell.json(row);
    } else {
      shell.result(
          "cli.evaluate.pictures",
          shell.format("%-16s", row.source),
          shell.format("%5d", row.pictures),
          shell.format("%5.1f", row.right * 100),
          shell.format("%5.1f", row.wrong * 100),
          shell.format("%5.1f", Math.max(0, 1 - row.right - row.wrong) * 100),
          shell.format("%.0f", row.milliseconds));
    }
  }
}
