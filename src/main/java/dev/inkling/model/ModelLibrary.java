package dev.inkling.model;

import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.Folders;
import dev.inkling.file.NamedPath;
import dev.inkling.file.WriteProblem;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The models there are: those that ship, then those that the user saved. */
public final class ModelLibrary {
  /** The model that reads when nobody chose another. */
  public static final String DEFAULT = Architecture.all().getFirst().name();

  private final Path shipped;
  private final Path saved;

  /** The models in these folders. */
  public ModelLibrary(AppFolders folders) {
    shipped = folders.shipped();
    saved = folders.models();
  }

  /**
   * A model that can be chosen.
   *
   * @param name to choose it by
   * @param folder it is in
   * @param isShipped true when it came with the program
   */
  public record Entry(String name, Path folder, boolean isShipped) {}

  /** All models; the shipped ones first, in the order of {@link Architecture#all()}. */
  public List<Entry> list() {
    List<Entry> entries = new ArrayList<>(list(shipped, true));
    List<String> order =
        Stream.concat(Architecture.all().stream(), Stream.of(Architecture.LINE))
            .map(Architecture::name)
            .toList();
    entries.sort(Comparator.comparingInt(entry -> order.indexOf(entry.name)));
    list(saved, false).forEach(entry -> entries.add(unique(entry, entries)));
    return entries;
  }

  /**
   * A model of the user's that bears a shipped one's name, as an earlier version let be, is NAME-2:
   * one of two alike could not be chosen.
   */
  private static Entry unique(Entry entry, List<Entry> before) {
    Set<String> taken = before.stream().map(Entry::name).collect(Collectors.toSet());
    String name =
        IntStream.iterate(1, n -> n + 1)
            .mapToObj(n -> n == 1 ? entry.name : entry.name + "-" + n)
            .filter(each -> !taken.contains(each))
            .findFirst()
            .orElseThrow();
    return new Entry(name, entry.folder, entry.isShipped);
  }

  /**
   * The models that read single digits, as {@link #list()} has them. Those whose card cannot be
   * read are among them, so that somebody hears of it who chooses one.
   */
  public List<Entry> digitReaders() {
    return list().stream().filter(entry -> !readsLines(entry)).toList();
  }

  private static boolean readsLines(Entry entry) {
    try {
      return ModelFolder.readCard(entry.folder).reads() == Task.LINE;
    } catch (Problem e) {
      return false;
    }
  }

  private static List<Entry> list(Path folder, boolean isShipped) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(path -> !path.getFileName().toString().startsWith(".")) // not whole yet
          .filter(ModelFolder::isModel)
          .map(path -> new Entry(path.getFileName().toString(), path, isShipped))
          .sorted(Comparator.comparing(Entry::name))
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  /**
   * The model that a user means.
   *
   * @param nameOrFolder a name in {@link #list()}, or the folder of a model
   * @throws Problem that lists the names there are
   */
  public Path find(String nameOrFolder) {
    List<Entry> entries = list();
    for (Entry entry : entries) {
      if (entry.name.equals(nameOrFolder)) {
        return entry.folder;
      }
    }
    Path folder = NamedPath.of(nameOrFolder);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    throw new Problem(
        "problem.model.unknown",
        nameOrFolder,
        entries.stream().map(Entry::name).collect(Collectors.joining(", ")));
  }

  /**
   * Takes in a model from elsewhere, whose folder is moved among the user's models; under another
   * name where its own is taken, and not at all where it is here already.
   *
   * @param folder of a whole model
   * @return the model in this library
   */
  public Entry adopt(Path folder) {
    ModelCard card = ModelFolder.readCard(folder);
    List<Entry> entries = list();
    try {
      for (Entry entry : entries) {
        if (isSame(entry.folder, folder, card)) {
          return entry;
        }
      }
      Set<String> taken = entries.stream().map(Entry::name).collect(Collectors.toSet());
      String wanted = AppFolders.isName(card.name()) ? card.name() : "model";
      Path place = Folders.move(folder, saved, wanted, taken);
      String name = place.getFileName().toString();
      AtomicFile.write(place.resolve(ModelFolder.CARD), ModelFolder.text(card.named(name)));
      return new Entry(name, place, false);
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", saved);
    }
  }

  private static boolean isSame(Path mine, Path other, ModelCard card) throws IOException {
    try {
      return ModelFolder.readCard(mine).named(card.name()).equals(card)
          && Files.mismatch(
                  ModelFolder.file(mine, ModelFolder.PARAMETERS),
                  ModelFolder.file(other, ModelFolder.PARAMETERS))
              < 0;
    } catch (Problem e) {
      return false; // a damaged one is not the same
    }
  }
}
