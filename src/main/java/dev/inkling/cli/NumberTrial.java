package dev.inkling.cli;

import dev.inkling.data.DrawingFiles;
import dev.inkling.data.Kept;
import dev.inkling.evaluate.EditDistance;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.NumberWriter;
import dev.inkling.recognize.NumberWriter.Layout;
import dev.inkling.recognize.NumberWriter.WrittenNumber;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognizer;
import dev.inkling.text.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures how numbers are read: single digits, which must stay single, and numbers that are
 * composed of them, from their strokes and from pictures of them.
 */
final class NumberTrial {
  private static final long SEED = 1;

  /** All numbers of a kind are held at once. */
  private static final int MOST_NUMBERS = 10_000;

  private final Shell shell;
  private final Classifier classifier;
  private final LineReader lines;
  private final boolean isJson;

  NumberTrial(Shell shell, Classifier classifier, LineReader lines, boolean isJson) {
    this.shell = shell;
    this.classifier = classifier;
    this.lines = lines;
    this.isJson = isJson;
  }

  /**
   * How a kind of drawing was read.
   *
   * @param digits the part of digits that were read right: 1 less insertions, deletions and
   *     substitutions by digits written
   * @param numbers the part of numbers without a mistake
   * @param lengths the part of numbers of which as many digits were read as written
   */
  private record Row(
      String kind, String from, int count, double digits, double numbers, double lengths) {}

  /**
   * Measures with the labelled digits of a file of strokes.
   *
   * @param count how many numbers of each kind are composed
   */
  void run(Path file, int count) {
    if (count < 1 || count > MOST_NUMBERS) {
      throw new UsageProblem(
          "cli.limit", "--count", count, new Phrase("recipe.whole", 1, MOST_NUMBERS));
    }
    List<Kept> samples = DrawingFiles.drawings(file);
    List<WrittenNumber> single =
        samples.stream()
            .map(s -> new WrittenNumber(String.valueOf(s.label()), s.drawing()))
            .toList();
    measure("single", single);
    for (Layout layout : Layout.values()) {
      NumberWriter writer = new NumberWriter(samples, SEED);
      measure(
          layout.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          Stream.generate(() -> writer.write(layout)).limit(count).toList());
    }
  }

  private void measure(String kind, List<WrittenNumber> numbers) {
    print(
        row(
            kind,
            "strokes",
            numbers,
            numbers.stream().map(NumberTrial::withDefaultBrush).toList()));
    print(row(kind, "pictures", numbers, numbers.stream().map(NumberTrial::picture).toList()));
  }

  /** As a file of strokes has it, which tells no width. */
  private static Drawing withDefaultBrush(WrittenNumber number) {
    return new Drawing(
        number.drawing().marks().stream()
            .map(mark -> (Mark) new Stroke(((Stroke) mark).points(), Stroke.DEFAULT_WIDTH, false))
            .toList());
  }

  private static Drawing picture(WrittenNumber number) {
    return Drawing.EMPTY.with(new Picture(Raster.of(number.drawing())));
  }

  private Row row(String kind, String from, List<WrittenNumber> numbers, List<Drawing> drawings) {
    List<Reading> read = Recognizer.read(drawings, classifier, lines);
    int written = 0;
    int mistakes = 0;
    int right = 0;
    int lengths = 0;
    for (int i = 0; i < read.size(); i++) {
      String text = numbers.get(i).text();
      int distance = EditDistance.of(text, read.get(i).text());
      written += text.replace("\n", "").length();
      mistakes += distance;
      right += distance == 0 ? 1 : 0;
      lengths += text.length() == read.get(i).text().length() ? 1 : 0;
    }
    double count = numbers.size();
    return new Row(
        kind,
        from,
        numbers.size(),
        1 - (double) mistakes / written,
        right / count,
        lengths / count);
  }

  private void print(Row row) {
    if (isJson) {
      shell.json(row);
    } else {
      shell.result(
          "cli.evaluate.numbers",
          shell.format("%-10s", row.kind),
          shell.format("%-9s", row.from),
          shell.format("%5d", row.count),
          percent(row.digits),
          percent(row.numbers),
          percent(row.lengths));
    }
  }

  private String percent(double part) {
    return shell.format("%6.2f", part * 100);
  }
}
