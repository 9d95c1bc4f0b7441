package dev.inkling.cli;

import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.pile.AheadEntries;
import dev.inkling.pile.ListPile;
import dev.inkling.pile.PileCount;
import dev.inkling.pile.PileEntries;
import dev.inkling.pile.PileMaker;
import dev.inkling.pile.PileProgress;
import dev.inkling.pile.PileReader;
import dev.inkling.pile.PileRow;
import dev.inkling.pile.PileRun;
import dev.inkling.pile.PileTable;
import dev.inkling.text.Durations;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Reads folders, archives and lists of pictures into a table, of any length and across stops. */
final class PileReading {
  private final Shell shell;
  private final List<String> names;
  private final Path csv;
  private final boolean isJson;
  private final ProgressLine progress;
  private final PileCount count;

  PileReading(Shell shell, List<String> names, Path csv, boolean isJson) {
    this.shell = shell;
    this.names = names;
    this.csv = csv;
    this.isJson = isJson;
    progress = new ProgressLine(shell.err());
    count = new PileCount(new ListPile(names));
  }

  /** A row as JSON; boxes are x, y, width and height. */
  private record RowResult(
      String path,
      String text,
      int digits,
      @Nullable Float confidence,
      boolean isDigit,
      List<int[]> boxes,
      @Nullable String problem) {
    static RowResult of(PileRow row) {
      return new RowResult(
          row.path(),
          row.text(),
          row.digits(),
          row.confidence(),
          row.isDigit(),
          row.boxes().stream().map(RecognizeCommand::numbers).toList(),
          row.problem());
    }
  }

  /**
   * Reads with a model, to the end or to Ctrl-C.
   *
   * @return 0, or 1 where a picture could not be read or there is none
   */
  int read(Model model) {
    int[] exit = new int[1];
    PileRun run =
        new PileRun(
            PileRun.threads(),
            () -> new PileReader(Classifier.oneByOne(model), shell.lineReader(), shell.messages()));
    CtrlC.guard(
        run::stop,
        this::tellStopped,
        isPressed -> {
          try (run) {
            exit[0] = read(run, PileMaker.of(model, shell.messages()), isPressed);
          }
        });
    return exit[0];
  }

  /** A table begins with the first row. */
  private void tellStopped() {
    if (Files.exists(csv)) {
      shell.tell("cli.pile.stopped", csv);
    } else {
      shell.tell("cli.pile.stoppedEarly");
    }
  }

  private int read(PileRun run, PileMaker maker, AtomicBoolean isPressed) {
    PileEntries all = new ListPile(() -> PictureNames.of(names, isPressed::get)).entries();
    try (AheadEntries entries = new AheadEntries(all)) {
      if (entries.isEmpty() && !isPressed.get()) { // a table that is there is not lost for it
        throw new Problem("problem.pile.empty", String.join(", ", names));
      }
      return read(run, maker, entries, isPressed);
    }
  }

  private int read(PileRun run, PileMaker maker, PileEntries entries, AtomicBoolean isPressed) {
    try (PileTable table = PileTable.open(csv, maker, entries)) {
      if (table.rows() > 0) {
        shell.tell("cli.pile.goesOn", table.rows(), csv);
      }
      long before = table.rows();
      long begin = System.nanoTime();
      if (!names.contains(PictureNames.STANDARD_INPUT)) { // of which nobody knows the end
        count.begin();
      }
      run.read(entries, rows -> add(table, rows, before, begin));
      progress.clear();
      count.stop();
      return isPressed.get() ? 1 : finish(table, (System.nanoTime() - begin) / 1e9);
    }
  }

  private void add(PileTable table, List<PileRow> rows, long before, long begin) {
    table.add(rows);
    if (isJson) {
      rows.forEach(row -> shell.json(RowResult.of(row)));
      if (shell.isOutputLost()) {
        throw new Problem("problem.output");
      }
    }
    PileProgress far = PileProgress.of(table, count, before, begin);
    progress.show(Math.max(0, far.part()), () -> words(far));
  }

  private String words(PileProgress far) {
    return far.all() == 0
        ? shell.messages().get("cli.pile.progress", far.rows(), far.rate())
        : shell
            .messages()
            .get(
                "cli.pile.progressLeft",
                far.rows(),
                far.all(),
                far.rate(),
                Durations.about(far.secondsLeft()));
  }

  private int finish(PileTable table, double seconds) {
    table.finish();
    Object[] words = {table.rows(), Durations.of(seconds), table.problems(), csv};
    if (isJson || !Files.isRegularFile(csv)) { // standard output may be the table
      shell.tell("cli.pile.done", words);
    } else {
      shell.result("cli.pile.done", words);
    }
    return table.problems() == 0 ? 0 : 1;
  }
}
