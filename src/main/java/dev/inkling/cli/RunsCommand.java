package dev.inkling.cli;

import dev.inkling.report.Numbers;
import dev.inkling.run.EpochRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.text.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the trainings that are kept, the newest first. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--json")
  private boolean isJson;

  @Option(names = "--compare", paramLabel = "RUN", arity = "2")
  private @Nullable List<String> compared;

  RunsCommand(Shell shell) {
    this.shell = shell;
  }

  private record Line(
      String id,
      String title,
      String architecture,
      String status,
      int epochs,
      @Nullable Double accuracy,
      String data,
      String folder) {}

  /** What scripts read of a comparison. */
  private record Compared(Line before, Line after, List<String> differences) {}

  @Override
  public Integer call() {
    if (compared != null) {
      compare(shell.runs().find(compared.getFirst()), shell.runs().find(compared.getLast()));
      return 0;
    }
    int exit = 0;
    for (Run run : shell.runs().list()) {
      try {
        print(line(run), run.info());
      } catch (Problem problem) {
        shell.err().println(shell.messages().get(problem));
        exit = 1;
      }
    }
    return exit;
  }

  private static Line line(Run run) {
    RunInfo info = run.info();
    List<EpochRow> epochs = EpochRow.read(run);
    Double accuracy = epochs.isEmpty() ? null : epochs.getLast().valAccuracy();
    return new Line(
        info.id(),
        info.title(),
        info.architecture(),
        run.standing(info).word(),
        epochs.isEmpty() ? 0 : epochs.getLast().epoch(),
        accuracy == null || accuracy.isNaN() ? null : accuracy,
        info.data(),
        run.folder().toString());
  }

  private void compare(Run before, Run after) {
    List<String> differences =
        after.info().differencesFrom(before.info()).stream().map(shell.messages()::get).toList();
    if (isJson) {
      shell.json(new Compared(line(before), line(after), differences));
      return;
    }
    print(line(before), before.info());
    print(line(after), after.info());
    differences.forEach(words -> shell.result("cli.runs.difference", words));
    if (differences.isEmpty()) {
      shell.result("cli.runs.same");
    }
  }

  private void print(Line line, RunInfo info) {
    if (isJson) {
      shell.json(line);
    } else {
      shell.result(
          "cli.runs.line",
          line.id,
          shell.messages().get("training.status." + line.status),
          line.epochs,
          info.recipe().epochs(),
          Numbers.percent(line.accuracy),
          line.data,
          line.title);
    }
  }
}
