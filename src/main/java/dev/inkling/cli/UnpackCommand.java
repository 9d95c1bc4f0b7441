package dev.inkling.cli;

import dev.inkling.data.NamedHand;
import dev.inkling.pack.Importer;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.pack.Importer.ImportedHand;
import dev.inkling.pack.Importer.ImportedModel;
import dev.inkling.pack.Importer.ImportedNetwork;
import dev.inkling.pack.Importer.ImportedRun;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes packed models, runs and hands among the user's own. */
@Command(name = "unpack")
final class UnpackCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--json")
  private boolean isJson;

  @Parameters(paramLabel = "FILE.inkling", arity = "1..*", descriptionKey = "cli.unpack.file")
  private List<Path> files = List.of();

  UnpackCommand(Shell shell) {
    this.shell = shell;
  }

  private record Result(String file, String kind, String name, String folder) {}

  @Override
  public Integer call() {
    int exit = 0;
    Importer importer = new Importer(shell.folders());
    for (Path file : files) {
      try {
        print(file, importer.take(file));
      } catch (Problem problem) {
        shell.tell(problem);
        exit = 1;
      }
    }
    return exit;
  }

  private void print(Path file, Imported imported) {
    String kind =
        switch (imported) {
          case ImportedModel _ -> "model";
          case ImportedRun _ -> "run";
          case ImportedHand _ -> "hand";
          case ImportedNetwork _ -> "network";
        };
    if (isJson) {
      shell.json(new Result(file.toString(), kind, imported.name(), imported.folder().toString()));
    } else if (imported instanceof ImportedHand hand) {
      Object name = NamedHand.called(hand.hand());
      shell.result(
          "cli.unpack.hand." + hand.kind(), name, hand.folder(), hand.added(), hand.packed());
    } else {
      shell.result("cli.unpack." + kind, imported.name(), imported.folder());
    }
  }
}
