package dev.inkling.cli;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Answers;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import java.nio.file.Path;
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

  @Option(names = "--out", paramLabel = "FILE.csv", required = true)
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(names = "--probabilities")
  private boolean areProbabilities;

  @Option(names = "--json")
  private boolean isJson;

  @Mixin private NeededData data = new NeededData();

  PredictCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(String model, String data, int count, String file) {}

  @Override
  public Integer call() {
    data.keepFrom(out, shell.data());
    Digits images = shell.data().loadUnlabeled(data.name(), shell.downloadProgress());
    try (Classifier classifier = shell.classifier(model)) {
      Answers answers = Answers.of(classifier, images, _ -> {});
      TextFile.write(out, stream -> answers.write(stream, areProbabilities));
      if (isJson) {
        shell.json(new Result(model, data.typed(), answers.count(), out.toString()));
      } else {
        shell.result("cli.predict.done", answers.count(), out);
      }
    }
    return 0;
  }
}
