package dev.inkling.cli;

import dev.inkling.data.DataSet;
import dev.inkling.train.LearningCurve;
import dev.inkling.train.LearningCurve.Measured;
import dev.inkling.train.LearningPoints;
import dev.inkling.train.QuickNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures accuracy against the number of images that were learned from. */
@Command(name = "learning-curve")
final class LearningCurveCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private NeededData data = new NeededData();

  @Option(names = "--csv", paramLabel = "FILE.csv")
  private @Nullable Path csv;

  @Option(names = "--json")
  private boolean isJson;

  LearningCurveCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    data.keepFrom(csv, shell.data());
    DataSet images = shell.data().corrected(shell.upright(data.name(), shell.data()));
    ProgressLine progress = new ProgressLine(shell.err());
    List<Measured> measured = new ArrayList<>();
    LearningCurve curve =
        new LearningCurve(
            QuickNetwork.USUAL,
            images,
            one -> {
              measured.add(one);
              if (isJson) {
                progress.clear();
                shell.json(one);
              }
            },
            done -> progress.show(done, () -> text(measured)));
    CtrlC.guard(
        curve::stop,
        progress::clear,
        _ -> {
          curve.run();
          progress.clear();
          finish(LearningPoints.of(measured));
        });
    return 0;
  }

  private String text(List<Measured> measured) {
    return measured.isEmpty()
        ? ""
        : shell
            .messages()
            .get(
                "cli.curve.progress",
                measured.getLast().images(),
                shell.format("%.2f", 100 * measured.getLast().accuracy()));
  }

  /** What there is, to the end or to where it was stopped. */
  private void finish(LearningPoints points) {
    if (!isJson) {
      shell.result("cli.curve.header");
    }
    for (LearningPoints.Point point : isJson ? List.<LearningPoints.Point>of() : points.all()) {
      shell.result(
          "cli.curve.line",
          shell.format("%,9d", point.images()),
          shell.format("%6.2f", 100 * point.mean()),
          shell.format("%.2f", 100 * point.low()),
          shell.format("%.2f", 100 * point.high()));
    }
    if (csv != null) {
      TextFile.write(csv, points.csv());
    }
  }
}
