package dev.inkling.cli;

import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.text.Problem;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the models that ship and those that are saved. */
@Command(name = "models")
final class ModelsCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--json")
  private boolean isJson;

  ModelsCommand(Shell shell) {
    this.shell = shell;
  }

  private record Line(
      String name,
      String folder,
      boolean shipped,
      String architecture,
      long parameters,
      int epochs,
      @Nullable Double testAccuracy,
      @Nullable Double testLoss) {}

  @Override
  public Integer call() {
    int exit = 0;
    for (Entry entry : shell.library().list()) {
      try {
        print(entry, ModelFolder.readCard(entry.folder()));
      } catch (Problem problem) {
        shell.tell(problem);
        exit = 1;
      }
    }
    return exit;
  }

  private void print(Entry entry, ModelCard card) {
    ModelCard.Score test = card.test();
    Double accuracy = test == null ? null : test.accuracy();
    if (isJson) {
      shell.json(
          new Line(
              entry.name(),
              entry.folder().toString(),
              entry.isShipped(),
              card.architecture(),
              card.parameterCount(),
              card.epochs(),
              accuracy,
              test == null ? null : test.loss()));
    } else {
      shell.result(
          entry.isShipped() ? "cli.models.shipped" : "cli.models.saved",
          shell.format("%-20s", entry.name()),
          shell.format("%,9d", card.parameterCount()),
          accuracy == null ? "      –" : shell.format("%6.2f %%", accuracy * 100),
          entry.folder());
    }
  }
}
