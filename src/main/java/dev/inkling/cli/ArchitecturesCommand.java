package dev.inkling.cli;

import dev.inkling.check.Finding;
import dev.inkling.layer.Brick;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.ArchitectureStore.Own;
import dev.inkling.model.Task;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the networks that can be trained: those that ship, and the user's own. */
@Command(name = "architectures")
final class ArchitecturesCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--json")
  private boolean isJson;

  ArchitecturesCommand(Shell shell) {
    this.shell = shell;
  }

  /** What a network is to the user. */
  private enum Kind {
    SHIPPED,
    LESSON,
    OWN
  }

  private record Line(
      String name,
      String kind,
      @Nullable String file,
      List<String> layers,
      @Nullable Long parameters,
      @Nullable Long operations,
      @Nullable String note) {}

  @Override
  public Integer call() {
    for (Architecture shipped : ArchitectureStore.shipped()) {
      boolean isLesson = TeachingNetworks.ALL.contains(shipped);
      Phrase lesson = isLesson ? TeachingNetworks.lesson(shipped) : null;
      print(shipped, isLesson ? Kind.LESSON : Kind.SHIPPED, null, lesson);
    }
    int exit = 0;
    for (Own own : shell.architectures().own()) {
      Architecture architecture = own.architecture();
      Problem problem = own.problem();
      if (architecture != null) {
        print(architecture, Kind.OWN, own.file(), problem(architecture));
      } else if (problem != null) {
        shell.tell(problem);
        exit = 1;
      }
    }
    return exit;
  }

  /** What keeps a network from being trained; null for nothing. */
  private static @Nullable Phrase problem(Architecture network) {
    return NetworkFaults.of(network)
        .filter(Finding::isError)
        .map(Finding::text)
        .findFirst()
        .orElse(null);
  }

  private void print(Architecture network, Kind kind, @Nullable Path file, @Nullable Phrase note) {
    boolean isWhole = kind != Kind.OWN || note == null;
    List<Brick> bricks = isWhole ? Brick.of(network.layers(), network.task().image()) : List.of();
    Long parameters = isWhole ? bricks.stream().mapToLong(Brick::parameterCount).sum() : null;
    Long operations = isWhole ? bricks.stream().mapToLong(Brick::operations).sum() : null;
    List<String> layers = Layer.texts(network.layers());
    String said = note == null ? null : shell.messages().get(note);
    if (isJson) {
      String place = file == null ? null : file.toString();
      String what = network.task() == Task.LINE ? "line" : kind.name().toLowerCase(Locale.ROOT);
      shell.json(new Line(network.name(), what, place, layers, parameters, operations, said));
      return;
    }
    shell.result(
        key(kind),
        shell.format("%-20s", network.name()),
        parameters == null ? "–" : shell.format("%,9d", parameters),
        operations == null ? "–" : shell.format("%7.2f", operations / 1e6));
    if (file != null) {
      shell.result("cli.architectures.more", file);
    }
    shell.result("cli.architectures.more", String.join(", ", layers));
    if (said != null) {
      shell.result("cli.architectures.more", said);
    }
  }

  private static String key(Kind kind) {
    return switch (kind) {
      case SHIPPED -> "cli.architectures.shipped";
      case LESSON -> "cli.architectures.lesson";
      case OWN -> "cli.architectures.own";
    };
  }
}
