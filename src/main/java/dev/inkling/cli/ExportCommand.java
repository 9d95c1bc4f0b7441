package dev.inkling.cli;

import dev.inkling.model.Model;
import dev.inkling.model.ModelLibrary;
import dev.inkling.onnx.OnnxFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a model as ONNX, for other programs. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--out", paramLabel = "FILE.onnx", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path out;

  @Option(names = "--json")
  private boolean isJson;

  ExportCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(
      String model, String file, String input, String logits, String probabilities) {}

  @Override
  public Integer call() {
    Model exported = shell.model(model);
    OnnxFile.write(out, exported);
    if (isJson) {
      shell.json(
          new Result(
              model, out.toString(), OnnxFile.INPUT, OnnxFile.LOGITS, OnnxFile.PROBABILITIES));
    } else {
      shell.result("cli.export.done", model, out);
    }
    return 0;
  }
}
