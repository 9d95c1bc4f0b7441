package dev.inkling.cli;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.pack.InklingFile;
import dev.inkling.pack.PackedHand;
import dev.inkling.run.Run;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Packs a model, a run or a hand in one file. */
@Command(name = "pack")
final class PackCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup private What what = new What();

  @Option(names = "--without-model")
  private boolean isWithoutModel;

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

    @Option(names = "--hand", paramLabel = "NAME", descriptionKey = "inkling.pack.hand")
    private @Nullable String hand;
  }

  PackCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(String folder, String file) {}

  @Override
  public Integer call() {
    if (isWithoutModel && what.hand == null) {
      throw new UsageProblem("cli.pack.withoutModel", "--without-model", "--hand");
    }
    if (what.hand != null) {
      packHand(what.hand);
    } else {
      Path folder = folder();
      Path file = file(folder.getFileName().toString());
      InklingFile.pack(folder, file);
      tell(folder.toString(), file);
    }
    return 0;
  }

  /** Where to pack something of a name. */
  private Path file(String name) {
    Path file = out == null ? Path.of(name + InklingFile.EXTENSION) : out;
    // What is no plain file, such as a pipe, is written to and not replaced.
    if (!isForced && Files.isRegularFile(file)) {
      throw new Problem("problem.file.exists", file);
    }
    return file;
  }

  private void packHand(String name) {
    DrawingStore drawings = shell.data().drawings();
    HandNames names = new HandNames(shell);
    List<Kept> drawn = names.drawnBy(name, drawings.all());
    NamedHand hand = names.find(name, drawings.hands().hands().all());
    Optional<Model> model =
        isWithoutModel
            ? Optional.empty()
            : new HandNetworks(shell.folders(), drawings.hands()).model(hand);
    Path file = file(name);
    PackedHand.pack(hand, drawn, model.orElse(null), file);
    tell(name, file);
  }

  private void tell(String packed, Path file) {
    if (isJson) {
      shell.json(new Result(packed, file.toString()));
    } else {
      shell.result("cli.pack.done", packed, file);
    }
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
