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

  @Override
  public Integer call() {
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
