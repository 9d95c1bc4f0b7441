package dev.inkling.cli;

import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Classes;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.ImageSource;
import dev.inkling.evaluate.Accuracies;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.evaluate.Interval;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.evaluate.Upright;
import dev.inkling.ink.StrokesFile;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.DrawnScore;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.DrawnEvaluation;
import dev.inkling.recognize.LineReader;
import dev.inkling.report.ResultsReport;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a model on the test images of a data set, or on drawn strokes. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
  /** Numbers of each kind that are composed. */
  private static final int NUMBERS = 500;

  private final Shell shell;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--data", paramLabel = "DATA")
  private @Nullable String data;

  @Mixin private HowTaken taken = new HowTaken();

  @Option(names = "--strokes", paramLabel = "FILE.jsonl")
  private @Nullable Path strokes;

  @Option(names = "--save")
  private boolean isSaved;

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--numbers", paramLabel = "FILE.jsonl")
  private @Nullable Path numbers;

  @Option(names = "--pictures", paramLabel = "DIR")
  private @Nullable Path pictures;

  @Option(names = "--count")
  private @Nullable Integer count;

  @Option(names = "--json")
  private boolean isJson;

  EvaluateCommand(Shell shell) {
    this.shell = shell;
  }

  private record ClassLine(
      @com.google.gson.annotations.SerializedName("class") Object label,
      int count,
      @Nullable Double precision,
      @Nullable Double recall,
      @Nullable Double f1) {}

  private record Result(
      String model,
      String data,
      int count,
      double accuracy,
      double loss,
      List<ClassLine> perClass,
      int[][] confusionMatrix,
      Interval interval,
      double calibrationError,
      @Nullable Double accuracyWithoutLabelErrors,
      @Nullable List<Accuracies.Writer> byWriter) {}

  @Override
  public Integer call() {
    checkOptions();
    List<StrokesFile.Line> lines = strokes == null ? List.of() : StrokesFile.read(strokes);
    try (Classifier classifier = shell.classifier(model)) {
      if (pictures != null) {
        try (LineReader reader = shell.lineReader()) {
          new PictureTrial(shell, classifier, reader, isJson).run(pictures);
        }
        return 0;
      }
      if (numbers != null) {
        try (LineReader reader = shell.lineReader()) {
          new NumberTrial(shell, classifier, reader, isJson)
              .run(numbers, count == null ? NUMBERS : count);
        }
        return 0;
      }
      ModelCard card = classifier.model().card();
      save(
          classifier.model(),
          strokes == null
              ? card.withTest(onImages(classifier))
              : card.withDrawn(onDrawings(strokes, lines, classifier)));
    }
    return 0;
  }

  /** Each of the four measurements has options of its own: none is ignored silently. */
  private void checkOptions() {
    refuseTogether("--strokes", strokes, "--numbers", numbers);
    refuseTogether("--data", data, "--strokes", strokes);
    refuseTogether("--data", data, "--numbers", numbers);
    refuseTogether("--out", out, "--strokes", strokes);
    refuseTogether("--out", out, "--numbers", numbers);
    refuseTogether("--save", isSaved ? true : null, "--numbers", numbers);
    refuseTogether("--pictures", pictures, "--data", data);
    refuseTogether("--pictures", pictures, "--strokes", strokes);
    refuseTogether("--pictures", pictures, "--numbers", numbers);
    refuseTogether("--pictures", pictures, "--out", out);
    refuseTogether("--save", isSaved ? true : null, "--pictures", pictures);
    if (numbers == null && count != null) {
      throw new UsageProblem("cli.alone", "--count", "--numbers");
    }
  }

  private static void refuseTogether(
      String name, @Nullable Object value, String other, @Nullable Object otherValue) {
    if (value != null && otherValue != null) {
      throw new UsageProblem("cli.together", name, other);
    }
  }

  private String dataName() {
    return data == null ? DataSource.DEFAULT : taken.name(data);
  }

  private void save(Model measured, ModelCard card) {
    if (isSaved) {
      Path folder = shell.library().find(model);
      ModelFolder.write(folder, measured.with(card));
      shell.tell("cli.evaluate.saved", folder.resolve(ModelFolder.CARD));
    }
  }

  private Score onImages(Classifier classifier) {
    String data = dataName();
    Digits digits =
        Upright.loadTest(
            data,
            shell.data(),
            shell.library(),
            shell.downloadProgress(),
            () -> shell.tell("cli.data.transposed", data));
    Predictions read = Predictions.of(classifier, data, digits, done -> {});
    Results results = Results.of(read);
    List<@Nullable String> writers = ImageSource.of(data).testWriters(shell.data());
    Accuracies byWriter = writers.isEmpty() ? null : Accuracies.of(read, writers);
    if (isJson) {
      shell.json(result(results, byWriter));
    } else {
      print(results);
      if (byWriter != null) {
        SignTrainer.byWriter(shell, byWriter);
      }
    }
    if (out != null) {
      ResultsReport.write(results, shell.messages(), out);
      shell.tell("cli.evaluate.report", out);
    }
    return results
        .evaluation()
        .score(results.calibration().error(), command("--data " + data, classifier));
  }

  private DrawnScore onDrawings(Path from, List<StrokesFile.Line> lines, Classifier classifier) {
    String file = from.getFileName().toString();
    DrawnScore score =
        DrawnEvaluation.of(lines, classifier, file, command("--strokes " + file, classifier));
    if (isJson) {
      shell.json(score);
      return score;
    }
    if (score.digits() > 0) {
      shell.result(
          "cli.evaluate.drawn",
          file,
          score.digits(),
          percent(score.accuracy()),
          percent(score.answered()));
    }
    if (score.others() > 0) {
      shell.result("cli.evaluate.others", file, score.others(), percent(score.refused()));
    }
    return score;
  }

  private static String command(String what, Classifier classifier) {
    return "inkling evaluate --model " + classifier.model().card().name() + " " + what;
  }

  private Result result(Results results, @Nullable Accuracies byWriter) {
    Evaluation evaluation = results.evaluation();
    OptionalDouble cleaned = results.accuracyWithoutLabelErrors();
    return new Result(
        model,
        dataName(),
        evaluation.count(),
        evaluation.accuracy(),
        evaluation.loss(),
        evaluation.perClass().stream()
            .map(
                c ->
                    new ClassLine(
                        label(evaluation, c), c.count(), c.precision(), c.recall(), c.f1()))
            .toList(),
        evaluation.confusion(),
        results.interval(),
        results.calibration().error(),
        cleaned.isPresent() ? cleaned.getAsDouble() : null,
        byWriter == null ? null : byWriter.byWriter());
  }

  /** A digit is a number, as it always was; what else is told apart has a name. */
  private static Object label(Evaluation evaluation, PerClass one) {
    String name = evaluation.classes().get(one.label());
    return Classes.areDigits(evaluation.classes()) ? Integer.valueOf(one.label()) : name;
  }

  private void print(Results results) {
    Evaluation evaluation = results.evaluation();
    shell.result(
        "cli.evaluate.summary",
        model,
        dataName(),
        evaluation.count(),
        shell.format("%.2f", evaluation.accuracy() * 100),
        ValueFormat.loss(evaluation.loss()));
    shell.result(
        "cli.evaluate.interval",
        percent(results.interval().low()),
        percent(results.interval().high()),
        percent(results.calibration().error()));
    results
        .accuracyWithoutLabelErrors()
        .ifPresent(
            accuracy ->
                shell.result(
                    "cli.evaluate.cleaned", results.labelErrors().count(), percent(accuracy)));
    new ClassTables(shell, evaluation).print();
  }

  private String percent(@Nullable Double value) {
    return ClassTables.percent(shell, value);
  }
}
