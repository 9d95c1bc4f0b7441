package dev.inkling.cli;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a model on the test images of a data set. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--data", paramLabel = "mnist|synthetic|DIR", descriptionKey = "cli.option.data")
  private String data = DataSource.MNIST;

  @Option(names = "--json")
  private boolean isJson;

  EvaluateCommand(Shell shell) {
    this.shell = shell;
  }

  private record ClassLine(
      @com.google.gson.annotations.SerializedName("class") int label,
      int count,
      Double precision,
      Double recall,
      Double f1) {}

  private record Result(
      String model,
      String data,
      int count,
      double accuracy,
      double loss,
      List<ClassLine> perClass,
      int[][] confusionMatrix) {}

  @Override
  public Integer call() {
    try (Classifier classifier = shell.classifier(model)) {
      Digits digits = shell.data().loadTest(data, shell.downloadProgress());
      Evaluation evaluation = Evaluation.of(classifier, digits, done -> {});
      if (isJson) {
        shell.json(result(evaluation));
      } else {
        print(evaluation);
      }
    }
    return 0;
  }

  private Result result(Evaluation evaluation) {
    return new Result(
        model,
        data,
        evaluation.count(),
        evaluation.accuracy(),
        evaluation.loss(),
        evaluation.perClass().stream()
            .map(c -> new ClassLine(c.label(), c.count(), c.precision(), c.recall(), c.f1()))
            .toList(),
        evaluation.confusion());
  }

  private void print(Evaluation evaluation) {
    shell.result(
        "cli.evaluate.summary",
        model,
        data,
        evaluation.count(),
        String.format("%.2f", evaluation.accuracy() * 100),
        String.format("%.4f", evaluation.loss()));
    shell.out().println();
    shell.result("cli.evaluate.header");
    for (PerClass line : evaluation.perClass()) {
      shell
          .out()
          .printf(
              "%5d %7d %10s %10s %10s%n",
              line.label(),
              line.count(),
              percent(line.precision()),
              percent(line.recall()),
              percent(line.f1()));
    }
    shell.out().println();
    shell.result("cli.evaluate.confusion");
    for (int[] row : evaluation.confusion()) {
      shell
          .out()
          .println(
              Arrays.stream(row)
                  .mapToObj(n -> String.format("%6d", n))
                  .collect(Collectors.joining()));
    }
  }

  private static String percent(Double value) {
    return value == null ? "–" : String.format("%.2f %%", value * 100);
  }
}
