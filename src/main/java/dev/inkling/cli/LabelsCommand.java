package dev.inkling.cli;

import dev.inkling.data.Correction;
import dev.inkling.data.CorrectionStore;
import dev.inkling.data.Corrections;
import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.LabelDoubt;
import dev.inkling.evaluate.LabelDoubts;
import dev.inkling.train.LabelSearch;
import dev.inkling.train.QuickNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for wrong labels in what a data set has to learn from. */
@Command(name = "labels")
final class LabelsCommand implements Callable<Integer> {
  /** More lines than anybody reads on a terminal; a file has all. */
  private static final int TOLD = 30;

  private final Shell shell;

  @Mixin private NeededData data = new NeededData();

  @Option(names = "--csv", paramLabel = "FILE.csv")
  private @Nullable Path csv;

  @Option(names = "--mend")
  private boolean isMended;

  @Option(names = "--leave-out")
  private boolean isLeftOut;

  @Option(names = "--undo")
  private boolean isUndone;

  @Option(names = "--json")
  private boolean isJson;

  LabelsCommand(Shell shell) {
    this.shell = shell;
  }

  private record Line(int image, String given, String suggested, double doubt) {}

  @Override
  public Integer call() {
    checkOptions();
    data.keepFrom(csv, shell.data());
    DataSet images = shell.upright(data.name(), shell.data());
    if (isUndone) {
      CorrectionStore store = shell.data().corrections();
      Corrections all = store.of(images.name());
      store.remove(images.name(), all.all());
      shell.tell("cli.labels.undone", all.count(), images.name());
      return 0;
    }
    search(images.toLearn())
        .ifPresent(
            found -> {
              print(found);
              write(found, keep(images.name(), found));
            });
    return 0;
  }

  private void checkOptions() {
    if (isMended && isLeftOut) {
      throw new UsageProblem("cli.together", "--mend", "--leave-out");
    }
    if (isUndone && (isMended || isLeftOut)) {
      throw new UsageProblem("cli.together", "--undo", isMended ? "--mend" : "--leave-out");
    }
    if (isUndone && csv != null) {
      throw new UsageProblem("cli.together", "--undo", "--csv");
    }
  }

  private Optional<LabelDoubts> search(Digits images) {
    ProgressLine progress = new ProgressLine(shell.err());
    LabelSearch search =
        new LabelSearch(
            QuickNetwork.USUAL,
            images,
            done ->
                progress.show(
                    done, () -> shell.messages().get("cli.labels.progress", images.count())));
    @Nullable LabelDoubts[] found = new LabelDoubts[1];
    CtrlC.guard(search::stop, progress::clear, _ -> found[0] = search.run().orElse(null));
    progress.clear();
    return Optional.ofNullable(found[0]);
  }

  private void print(LabelDoubts found) {
    int most = isJson ? found.doubts().size() : Math.min(TOLD, found.doubts().size());
    for (LabelDoubt doubt : found.doubts().subList(0, most)) {
      String given = found.name(doubt.given());
      String suggested = found.name(doubt.suggested());
      if (isJson) {
        shell.json(new Line(doubt.image(), given, suggested, doubt.doubt()));
      } else {
        shell.result(
            "cli.labels.line",
            doubt.image(),
            given,
            suggested,
            shell.format("%.2f", doubt.doubt()));
      }
    }
    if (!isJson) {
      shell.result("cli.labels.done", found.doubts().size(), found.images().count());
    }
  }

  /** Keeps all of them as corrections where that was asked for; what is kept in the end. */
  private Corrections keep(String name, LabelDoubts found) {
    CorrectionStore store = shell.data().corrections();
    if (!isMended && !isLeftOut) {
      return store.of(name);
    }
    List<Correction> all =
        found.doubts().stream()
            .map(doubt -> found.correction(doubt, isMended ? found.name(doubt.suggested()) : null))
            .toList();
    Corrections kept = store.put(name, all);
    shell.tell("cli.labels.kept", all.size(), store.file(name));
    return kept;
  }

  private void write(LabelDoubts found, Corrections said) {
    if (csv == null) {
      return;
    }
    TextFile.write(csv, found.csv(said));
    shell.tell("cli.labels.csv", csv);
  }
}
