package dev.inkling.cli;

import dev.inkling.model.ModelFolder;
import dev.inkling.pack.InklingFile;
import dev.inkling.run.Run;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Packs a model or a run in one file. */
@Command(name = "pack")
final class PackCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup private What what = new What();

  @Option(names = "--out", paramLabel = "FILE.inkling")
  private @Nullable Path out;

  @Option(names = "--force")
  private boolean isForced;

  @Option(names = "--json")
  private boolean isJson;

  private static final class What {
    @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
    private @Nullable String model;

    @Option(names = "--run", paramLabel = "RUN|DIR")
    private @Nullable String run;
  }

  PackCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(String folder, String file) {}

  @Override
  public Integer call() {
    Path folder = folder();
    Path file = out == null ? Path.of(folder.getFileName() + InklingFile.EXTENSION) : out;
    // What is no plain file, such as a pipe, is written to and not replaced.
    if (!isForced && Files.isRegularFile(file)) {
      throw new Problem("problem.file.exists", file);
    }
    InklingFile.pack(folder, file);
    if (isJson) {
      shell.json(new Result(folder.toString(), file.toString()));
    } else {
      shell.result("cli.pack.done", folder, file);
    }
    return 0;
  }

  private Path folder() {
    if (what.run == null) {
      if (what.model == null) {
        throw new UsageProblem("cli.pack.nothing");
      }
      Path folder = shell.library().find(what.model).toAbsolutePath().normalize();
      ModelFolder.read(folder); // no file for others that they cannot open
      return folder;
    }
    Run run = shell.runs().find(what.run);
    run.checkAtRest();
    return run.folder();
  }
}
