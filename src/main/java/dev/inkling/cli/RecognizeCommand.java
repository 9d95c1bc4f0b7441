package dev.inkling.cli;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.StrokesFile;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
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
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--strokes", paramLabel = "FILE.jsonl")
  private @Nullable Path strokes;

  @Option(names = "--json")
  private boolean isJson;

  @Parameters(paramLabel = "IMAGE", descriptionKey = "cli.recognize.image")
  private List<Path> images = List.of();

  RecognizeCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(
      String input,
      @Nullable Integer digit,
      @Nullable Float confidence,
      float @Nullable [] probabilities,
      boolean isDigit) {}

  private record NumberResult(String input, String text, List<DigitResult> digits) {}

  /** The box is x, y, width and height in the pad's pixels. */
  private record DigitResult(int digit, float confidence, float[] probabilities, int[] box) {
    static DigitResult of(Reading.Digit digit) {
      Recognition read = digit.recognition();
      Box box = digit.box();
      return new DigitResult(
          read.digit(),
          read.confidence(),
          read.probabilities(),
          new int[] {box.x(), box.y(), box.width(), box.height()});
    }
  }

  @Override
  public Integer call() {
    if (strokes == null && images.isEmpty()) {
      throw new UsageProblem("cli.recognize.nothing");
    }
    // Read before the engine is loaded: a typing error should not cost a second.
    List<StrokesFile.Line> lines = strokes == null ? List.of() : StrokesFile.read(strokes);
    int exit = 0;
    try (Classifier classifier = shell.classifier(model)) {
      List<Reading> read =
          Recognizer.read(lines.stream().map(StrokesFile.Line::drawing).toList(), classifier);
      for (int i = 0; i < read.size(); i++) {
        print(strokes + ":" + lines.get(i).number(), read.get(i));
      }
      for (Path image : images) {
        try {
          Drawing drawing = Drawing.EMPTY.with(Recognizer.open(image));
          print(image.toString(), Recognizer.read(drawing, classifier));
        } catch (Problem problem) {
          shell.err().println(shell.messages().get(problem));
          exit = 1;
        }
      }
    }
    return exit;
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
      shell.json(new NumberResult(input, reading.text(), digits));
    } else {
      shell.result(
          "cli.recognize.number",
          input,
          reading.text().replace('\n', ' '),
          shell.format("%.1f", reading.confidence() * 100));
    }
  }

  private void printDigit(String input, Recognition recognition) {
    if (isJson) {
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
          recognition.digit(),
          shell.format("%.1f", recognition.confidence() * 100));
    }
  }
}
