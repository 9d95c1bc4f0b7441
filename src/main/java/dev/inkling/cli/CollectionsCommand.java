package dev.inkling.cli;

import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.data.SignCollections;
import dev.inkling.data.SignFiles;
import dev.inkling.train.SignNetworks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the collections of signs, begins one, joins files in one, gives one out. */
@Command(name = "collections")
final class CollectionsCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Option(names = "--classes", paramLabel = "SIGNS")
  private @Nullable String classes;

  @Option(names = "--rename", paramLabel = "NAME")
  private @Nullable String newName;

  @Option(names = "--rename-sign", paramLabel = "SIGN=SIGN")
  private @Nullable Map<String, String> newSigns;

  @Option(names = "--import", paramLabel = "FILE.jsonl|DIR", arity = "1..*")
  private @Nullable List<Path> in;

  @Option(names = "--writer", paramLabel = "NAME")
  private @Nullable String writer;

  @Option(names = "--export", paramLabel = "FILE.jsonl")
  private @Nullable Path out;

  @Option(names = "--train")
  private boolean isTrained;

  @Option(names = "--json")
  private boolean isJson;

  CollectionsCommand(Shell shell) {
    this.shell = shell;
  }

  private record Line(
      String name,
      List<String> classes,
      int drawings,
      List<Integer> perClass,
      TreeMap<String, Integer> writers,
      @Nullable String network) {}

  private record Imported(String name, int added, int known, List<String> broken) {}

  @Override
  public Integer call() {
    check();
    SignCollections all = shell.data().collections();
    int exit = 0;
    if (name != null && classes != null) {
      put(name, SignCollection.signs(classes), all);
    }
    rename(all);
    if (in != null) {
      exit = join(in, all);
    }
    if (out != null) {
      giveOut(all.named(named()), all, out);
    }
    if (isTrained) {
      new SignTrainer(shell, isJson).train(all.named(named()), all);
    }
    if (in == null && out == null && !isTrained) {
      (name == null ? all.all() : List.of(all.named(name))).forEach(each -> print(each, all));
    }
    return exit;
  }

  /** No option is ignored silently. */
  private void check() {
    if (name == null && classes != null) {
      throw new UsageProblem("cli.alone", "--classes", "--name");
    }
    if (name == null && newName != null) {
      throw new UsageProblem("cli.alone", "--rename", "--name");
    }
    if (name == null && newSigns != null) {
      throw new UsageProblem("cli.alone", "--rename-sign", "--name");
    }
    if (name == null && out != null) {
      throw new UsageProblem("cli.alone", "--export", "--name");
    }
    if (name == null && isTrained) {
      throw new UsageProblem("cli.alone", "--train", "--name");
    }
    if (in == null && writer != null) {
      throw new UsageProblem("cli.alone", "--writer", "--import");
    }
  }

  /** What follows is done with the collection under its new name. */
  private void rename(SignCollections all) {
    if (newSigns != null) {
      SignNetworks networks = new SignNetworks(shell.folders(), all);
      newSigns.forEach((sign, to) -> networks.renameSign(all.named(named()), sign, to));
    }
    if (newName != null) {
      all.rename(named(), newName);
      name = newName;
    }
  }

  private String named() {
    return Objects.requireNonNull(name);
  }

  /** A new collection, or more signs for one. */
  private static void put(String name, List<String> signs, SignCollections all) {
    all.put(all.find(name).orElse(new SignCollection(name, List.of(), null)).and(signs));
  }

  /** Broken lines are told, and the others come in all the same. */
  private int join(List<Path> from, SignCollections all) {
    List<Path> files = SignFiles.files(from);
    String into = name == null ? SignFiles.name(files) : name;
    Import done = SignFiles.join(files, into, all, writer);
    List<String> broken = done.broken().stream().map(shell.messages()::get).toList();
    if (isJson) {
      shell.json(new Imported(into, done.added(), done.known(), broken));
    } else {
      done.broken().forEach(shell::tell);
      shell.result("cli.drawings.imported", done.added(), done.known(), broken.size());
    }
    return broken.isEmpty() ? 0 : 1;
  }

  private void giveOut(SignCollection collection, SignCollections all, Path to) {
    SignFiles.write(collection, all, to);
    if (!isJson) {
      shell.result("cli.drawings.exported", all.drawings(collection).all().size(), to);
    }
  }

  private void print(SignCollection collection, SignCollections all) {
    Line line = line(collection, all.drawings(collection).all());
    if (isJson) {
      shell.json(line);
      return;
    }
    String signs =
        IntStream.range(0, line.classes.size())
            .mapToObj(i -> line.classes.get(i) + " " + line.perClass.get(i))
            .collect(Collectors.joining(", "));
    shell.result("cli.collections.line", line.name, line.drawings, signs);
    line.writers.forEach((who, count) -> shell.result("cli.collections.writer", who, count));
  }

  private static Line line(SignCollection collection, List<Kept> drawings) {
    Integer[] counts = new Integer[collection.classes().size()];
    Arrays.fill(counts, 0);
    TreeMap<String, Integer> writers = new TreeMap<>();
    for (Kept kept : drawings) {
      counts[kept.label()]++;
      if (kept.writer() != null) {
        writers.merge(kept.writer(), 1, Integer::sum);
      }
    }
    return new Line(
        collection.name(),
        collection.classes(),
        drawings.size(),
        List.of(counts),
        writers,
        collection.network());
  }
}
