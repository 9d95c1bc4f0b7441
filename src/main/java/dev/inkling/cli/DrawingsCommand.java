package dev.inkling.cli;

import dev.inkling.data.DrawingFiles;
import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the drawings that the user kept on the pad, takes others in and gives them out. */
@Command(name = "drawings")
final class DrawingsCommand implements Callable<Integer> {
  private static final String STROKES = ".jsonl";

  private final Shell shell;
  private final HandNames names;

  @Option(names = "--import", paramLabel = "FILE.jsonl|DIR")
  private @Nullable Path in;

  @Option(names = "--export", paramLabel = "FILE.jsonl|DIR")
  private @Nullable Path out;

  @Option(names = "--hand", paramLabel = "NAME")
  private @Nullable String hand;

  @Option(names = "--json")
  private boolean isJson;

  DrawingsCommand(Shell shell) {
    this.shell = shell;
    names = new HandNames(shell);
  }

  private record Line(
      String id,
      int label,
      @Nullable Integer read,
      @Nullable String model,
      String time,
      @Nullable String writer) {}

  private record Imported(int added, int known, List<String> broken) {}

  private record Exported(int exported, String to) {}

  @Override
  public Integer call() {
    DrawingStore drawings = shell.data().drawings();
    int exit = in == null ? 0 : takeIn(in, drawings);
    if (out != null) {
      giveOut(wanted(drawings), out);
    }
    if (in == null && out == null) {
      wanted(drawings).forEach(this::print);
    }
    return exit;
  }

  private List<Kept> wanted(DrawingStore drawings) {
    List<Kept> all = drawings.all();
    return hand == null ? all : names.drawnBy(hand, all);
  }

  /** Broken lines are told, and the others come in all the same. */
  private int takeIn(Path from, DrawingStore drawings) {
    Import done =
        hand == null
            ? DrawingFiles.read(from, drawings)
            : DrawingFiles.read(from, drawings, names.isOwn(hand) ? null : hand);
    List<String> broken = done.broken().stream().map(shell.messages()::get).toList();
    if (isJson) {
      shell.json(new Imported(done.added(), done.known(), broken));
    } else {
      done.broken().forEach(shell::tell);
      shell.result("cli.drawings.imported", done.added(), done.known(), broken.size());
    }
    return broken.isEmpty() ? 0 : 1;
  }

  private void giveOut(List<Kept> drawings, Path to) {
    if (to.toString().endsWith(STROKES)) {
      DrawingFiles.writeStrokes(drawings, to);
    } else {
      DrawingFiles.writeIdx(drawings, to);
    }
    if (isJson) {
      shell.json(new Exported(drawings.size(), to.toString()));
    } else {
      shell.result("cli.drawings.exported", drawings.size(), to);
    }
  }

  private void print(Kept kept) {
    String time = kept.time().toString();
    if (isJson) {
      shell.json(new Line(kept.id(), kept.label(), kept.read(), kept.model(), time, kept.writer()));
    } else {
      String read = kept.read() == null ? "–" : String.valueOf(kept.read());
      String model = kept.model() == null ? "–" : kept.model();
      String whose = names.of(kept.writer());
      shell.result("cli.drawings.line", kept.label(), read, model, time, whose);
    }
  }
}
