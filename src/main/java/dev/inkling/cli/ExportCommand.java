package dev.inkling.cli;

import dev.inkling.export.ExportFormat;
import dev.inkling.model.Model;
import dev.inkling.model.ModelLibrary;
import dev.inkling.onnx.OnnxFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a model for other programs. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--format", paramLabel = "FORMAT")
  private @Nullable String format;

  @Option(names = "--out", paramLabel = "FILE", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path out;

  @Option(names = "--json")
  private boolean isJson;

  ExportCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(
      String model, String file, String input, String logits, String probabilities) {}

  private record Script(String model, String format, String file, String weights) {}

  @Override
  public Integer call() {
    ExportFormat chosen = chosen();
    if (chosen.isScript() && !chosen.fits(out)) {
      throw new UsageProblem("cli.export.ending", out, chosen.title(), chosen.ending());
    }
    Model exported = shell.model(model);
    chosen.write(out, exported);
    if (chosen.isScript()) {
      tell(chosen, ExportFormat.weights(out));
    } else if (isJson) {
      shell.json(
          new Result(
              model, out.toString(), OnnxFile.INPUT, OnnxFile.LOGITS, OnnxFile.PROBABILITIES));
    } else {
      shell.result("cli.export.done", model, out);
    }
    return 0;
  }

  private void tell(ExportFormat written, Path weights) {
    if (isJson) {
      shell.json(new Script(model, written.typed(), out.toString(), weights.toString()));
    } else {
      shell.result("cli.export.script", model, out, written.title(), weights);
    }
  }

  /** What was asked for, or what the file's name says; ONNX where it says nothing. */
  private ExportFormat chosen() {
    String asked = format;
    if (asked == null) {
      return ExportFormat.of(out).orElse(ExportFormat.ONNX);
    }
    return ExportFormat.of(asked)
        .orElseThrow(() -> new UsageProblem("cli.export.format", asked, typed()));
  }

  private static String typed() {
    return Arrays.stream(ExportFormat.values())
        .map(ExportFormat::typed)
        .collect(Collectors.joining(", "));
  }
}
