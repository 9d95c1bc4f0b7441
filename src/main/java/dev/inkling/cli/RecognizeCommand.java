package dev.inkling.cli;

import dev.inkling.file.NamedPath;
import dev.inkling.file.PngFile;
import dev.inkling.file.WriteProblem;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.PictureFile;
import dev.inkling.ink.StrokesFile;
import dev.inkling.ink.StrokesReader;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.PictureReader;
import dev.inkling.recognize.PictureReader.Doubt;
import dev.inkling.recognize.PictureReader.Seen;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.recognize.SightPicture;
import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads digits from strokes and from pictures. */
@Command(name = "recognize")
final class RecognizeCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private @Nullable String model;

  @Option(names = "--hand", paramLabel = "NAME")
  private @Nullable String hand;

  @Option(names = "--strokes", paramLabel = "FILE.jsonl")
  private @Nullable Path strokes;

  @Option(names = "--explain", paramLabel = "FILE.png")
  private @Nullable Path explain;

  @Option(names = "--csv", paramLabel = "FILE.csv")
  private @Nullable Path csv;

  @Option(names = "--json")
  private boolean isJson;

  @Parameters(paramLabel = "IMAGE|DIR|-", descriptionKey = "cli.recognize.image")
  private List<String> images = List.of();

  /** The model tells other things apart than digits. */
  private boolean areSigns;

  private int exit;

  RecognizeCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(
      String input,
      @Nullable Integer digit,
      @Nullable Float confidence,
      float @Nullable [] probabilities,
      boolean isDigit) {}

  /** What a network answers that tells other things apart than digits. */
  private record SignResult(
      String input,
      @Nullable @com.google.gson.annotations.SerializedName("class") String name,
      @Nullable Float confidence,
      @Nullable Map<String, Float> probabilities) {
    static SignResult of(String input, Recognition read) {
      if (read.isBlank()) {
        return new SignResult(input, null, null, null);
      }
      Map<String, Float> all = new LinkedHashMap<>();
      for (int k = 0; k < read.classes().size(); k++) {
        all.put(read.classes().get(k), read.probabilities()[k]);
      }
      return new SignResult(input, read.name(), read.confidence(), all);
    }
  }

  /** A picture that is not answered, and why. */
  private record DoubtResult(
      String input,
      @Nullable Integer digit,
      @Nullable Float confidence,
      float @Nullable [] probabilities,
      boolean isDigit,
      String why) {}

  private record NumberResult(
      String input, String text, List<DigitResult> digits, List<MarkResult> marks) {}

  /** Its box is as that of a digit. */
  private record MarkResult(String mark, int[] box) {
    static MarkResult of(Reading.Mark mark) {
      return new MarkResult(String.valueOf(mark.symbol()), numbers(mark.box()));
    }
  }

  /** The box is x, y, width and height in the pad's pixels. */
  private record DigitResult(int digit, float confidence, float[] probabilities, int[] box) {
    static DigitResult of(Reading.Digit digit) {
      Recognition read = digit.recognition();
      return new DigitResult(
          read.digit(), read.confidence(), read.probabilities(), numbers(digit.box()));
    }
  }

  /** X, y, width and height, as JSON has a box. */
  static int[] numbers(Box box) {
    return new int[] {box.x(), box.y(), box.width(), box.height()};
  }

  /** The model that was named, or the one that learned a hand. */
  private String reader() {
    return hand != null
        ? shell.networkOf(hand)
        : Objects.requireNonNullElse(model, ModelLibrary.DEFAULT);
  }

  @Override
  public Integer call() {
    if (hand != null && model != null) {
      throw new UsageProblem("cli.together", "--hand", "--model");
    }
    if (strokes == null && images.isEmpty()) {
      throw new UsageProblem("cli.recognize.nothing");
    }
    if (explain != null && csv == null && (strokes != null || images.size() != 1)) {
      throw new UsageProblem("cli.recognize.explainOne");
    }
    if (csv != null) {
      return readPile(csv);
    }
    if (explain != null) {
      WrittenOver.refuse(
          explain, images.stream().filter(NamedPath::isPossible).map(Path::of).toList());
    }
    if (strokes == null) {
      try (Classifier classifier = shell.classifier(reader());
          LineReader lines = shell.lineReader()) {
        areSigns = !classifier.model().card().areDigits();
        readPictures(classifier, lines);
      }
      return exit;
    }
    try (StrokesReader reader = new StrokesReader(strokes)) {
      // Read before the engine is loaded: a typing error should not cost a second.
      List<StrokesFile.Line> first = reader.next();
      try (Classifier classifier = shell.classifier(reader());
          LineReader lines = shell.lineReader()) {
        areSigns = !classifier.model().card().areDigits();
        readStrokes(first, reader, classifier);
        readPictures(classifier, lines);
      }
    }
    return exit;
  }

  private int readPile(Path table) {
    if (strokes != null || explain != null) {
      throw new UsageProblem("cli.together", "--csv", strokes != null ? "--strokes" : "--explain");
    }
    return new PileReading(shell, images, table, isJson).read(shell.model(reader()));
  }

  /** Answers lines as they come, so that the longest file needs no more memory than a short one. */
  private void readStrokes(
      List<StrokesFile.Line> first, StrokesReader reader, Classifier classifier) {
    List<StrokesFile.Line> lines = first;
    while (!lines.isEmpty() && !shell.isOutputLost()) {
      List<Reading> read =
          Recognizer.read(lines.stream().map(StrokesFile.Line::drawing).toList(), classifier);
      for (int i = 0; i < read.size(); i++) {
        print(strokes + ":" + lines.get(i).number(), read.get(i));
      }
      lines = reader.next();
    }
  }

  private void readPictures(Classifier classifier, LineReader lines) {
    PictureNames.of(images)
        .takeWhile(_ -> !shell.isOutputLost())
        .forEach(
            name ->
                orTell(
                    () ->
                        PictureNames.files(name)
                            .forEach(file -> orTell(() -> readPicture(file, classifier, lines)))));
  }

  private void readPicture(Path image, Classifier classifier, LineReader lines) {
    BufferedImage picture = PictureFile.read(image);
    Seen seen = PictureReader.read(picture, image.getFileName(), classifier, lines);
    if (explain != null) {
      write(SightPicture.of(picture, seen), explain);
    }
    Optional<Doubt> doubt = seen.doubt();
    if (doubt.isPresent() && !areSigns) {
      printDoubt(image.toString(), seen.reading(), doubt.get());
    } else {
      print(image.toString(), seen.reading());
    }
  }

  private static void write(BufferedImage picture, Path file) {
    try {
      PngFile.write(file, picture);
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.file.unwritable", file);
    }
  }

  private void printDoubt(String input, Reading reading, Doubt doubt) {
    Recognition read = reading.only();
    if (isJson) {
      String why = doubt.name().toLowerCase(Locale.ROOT);
      shell.json(
          read.isBlank()
              ? new DoubtResult(input, null, null, null, false, why)
              : new DoubtResult(
                  input, read.digit(), read.confidence(), read.probabilities(), false, why));
    } else if (read.isBlank()) {
      shell.result("cli.recognize.several", input);
    } else {
      String key = doubt == Doubt.SEVERAL ? "cli.recognize.severalLike" : "cli.recognize.noDigit";
      shell.result(key, input, read.name(), shell.format("%.1f", read.confidence() * 100));
    }
  }

  /** What is wrong with one picture does not keep the others from being read. */
  private void orTell(Runnable work) {
    try {
      work.run();
    } catch (Problem problem) {
      shell.tell(problem);
      exit = 1;
    }
  }

  private void print(String input, Reading reading) {
    if (reading.isNumber()) {
      printNumber(input, reading);
    } else {
      printDigit(input, reading.only());
    }
  }

  private void printNumber(String input, Reading reading) {
    if (isJson) {
      List<DigitResult> digits = reading.digits().stream().map(DigitResult::of).toList();
      List<MarkResult> marks = reading.marks().stream().map(MarkResult::of).toList();
      shell.json(new NumberResult(input, reading.text(), digits, marks));
    } else {
      shell.result(
          "cli.recognize.number",
          input,
          reading.text().replace('\n', ' '),
          shell.format("%.1f", reading.confidence() * 100));
    }
  }

  private void printDigit(String input, Recognition recognition) {
    if (isJson && areSigns) {
      shell.json(SignResult.of(input, recognition));
    } else if (isJson) {
      shell.json(
          recognition.isBlank()
              ? new Result(input, null, null, null, false)
              : new Result(
                  input,
                  recognition.digit(),
                  recognition.confidence(),
                  recognition.probabilities(),
                  recognition.isDigit()));
    } else if (recognition.isBlank()) {
      shell.result("cli.recognize.blank", input);
    } else {
      shell.result(
          recognition.isDigit() ? "cli.recognize.digit" : "cli.recognize.noDigit",
          input,
          recognition.name(),
          shell.format("%.1f", recognition.confidence() * 100));
    }
  }
}
