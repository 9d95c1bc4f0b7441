package dev.inkling.cli;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import dev.inkling.text.Csv;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads images whose classes nobody knows, and writes what they are, as a contest takes it. */
@Command(name = "predict")
final class PredictCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--data", paramLabel = "DATA", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String data;

  @Option(names = "--out", paramLabel = "FILE.csv", required = true)
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(names = "--probabilities")
  private boolean areProbabilities;

  @Option(names = "--json")
  private boolean isJson;

  @Mixin private HowTaken taken = new HowTaken();

  PredictCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(String model, String data, int count, String file) {}

  @Override
  public Integer call() {
    Digits images = shell.data().loadUnlabeled(taken.name(data), shell.downloadProgress());
    try (Classifier classifier = shell.classifier(model)) {
      float[][] read = classifier.probabilities(images, _ -> {});
      TextFile.write(out, text(classifier.classes(), read));
      if (isJson) {
        shell.json(new Result(model, data, read.length, out.toString()));
      } else {
        shell.result("cli.predict.done", read.length, out);
      }
    }
    return 0;
  }

  /** A line for each image, counted from 1; numbers have a point in every language. */
  private String text(List<String> classes, float[][] read) {
    StringBuilder text = new StringBuilder("ImageId,Label");
    if (areProbabilities) {
      classes.forEach(name -> text.append(',').append(Csv.exact(name)));
    }
    text.append('\n');
    for (int i = 0; i < read.length; i++) {
      text.append(i + 1).append(',').append(Csv.exact(classes.get(Evaluation.best(read[i]))));
      for (int k = 0; areProbabilities && k < read[i].length; k++) {
        text.append(',').append(read[i][k]);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
