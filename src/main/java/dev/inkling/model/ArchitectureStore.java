package dev.inkling.model;

import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.FolderLock;
import dev.inkling.file.NamedPath;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The networks there are to train: those that ship, and those that a user built, each a file
 * NAME.json in one folder. Names are unique whatever their letters' case, as folders of some
 * systems want it. Any thread, and several programs, may use it at once.
 */
public final class ArchitectureStore {
  static final String EXTENSION = ".json";

  private final Path folder;

  /** The networks in a user's data folder, which need not be there yet. */
  public ArchitectureStore(AppFolders folders) {
    folder = folders.networks();
  }

  /**
   * A file among the user's own.
   *
   * @param name the file's, without its extension
   * @param architecture that stands in it; null where it cannot be read
   * @param problem why it cannot; null where it can
   */
  public record Own(
      String name, Path file, @Nullable Architecture architecture, @Nullable Problem problem) {}

  /**
   * The user's own, in the order of the alphabet; those that cannot be read too, as by an Inkling
   * that does not know one of their layers.
   *
   * @throws Problem when the folder cannot be read
   */
  public List<Own> own() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(ArchitectureStore::isNamed).sorted().map(ArchitectureStore::own).toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  private static boolean isNamed(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(EXTENSION) && !name.startsWith(".");
  }

  private static Own own(Path file) {
    String name = ArchitectureFile.name(file);
    try {
      return new Own(name, file, ArchitectureFile.read(file), null);
    } catch (Problem problem) {
      return new Own(name, file, null, problem);
    }
  }

  /** The user's own that can be read. */
  public List<Architecture> readable() {
    return own().stream().flatMap(own -> Stream.ofNullable(own.architecture())).toList();
  }

  /** Those that ship, in the order of the lists that have them. */
  public static List<Architecture> shipped() {
    return Stream.of(Architecture.all(), TeachingNetworks.ALL, List.of(Architecture.LINE))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The network that a user means.
   *
   * @param nameOrFile a name, or a file such as this store's
   * @throws Problem that lists the names there are, or says what is wrong with the file
   */
  public Architecture named(String nameOrFile) {
    Optional<Architecture> shipped =
        shipped().stream().filter(each -> each.name().equals(nameOrFile)).findFirst();
    if (shipped.isPresent()) {
      return shipped.get();
    }
    List<Own> own = own();
    Path file =
        own.stream()
            .filter(each -> each.name().equals(nameOrFile))
            .map(Own::file)
            .findFirst()
            .orElseGet(() -> NamedPath.of(nameOrFile));
    if (Files.isRegularFile(file)) {
      return ArchitectureFile.read(file);
    }
    throw new Problem("problem.architecture", nameOrFile, names(own));
  }

  private static String names(List<Own> own) {
    return Stream.concat(shipped().stream().map(Architecture::name), own.stream().map(Own::name))
        .collect(Collectors.joining(", "));
  }

  /**
   * A name that nothing has yet.
   *
   * @param wanted the name itself where it is free, else with a number behind it
   * @param isTaken such as {@link #isTaken}, or by what is known without looking
   */
  public static String freeName(String wanted, Predicate<String> isTaken) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? wanted : wanted + "-" + n)
        .filter(isTaken.negate())
        .findFirst()
        .orElseThrow();
  }

  /** True for the name of a network that ships, or of one of the user's own. */
  public boolean isTaken(String name) {
    return isReserved(name) || own().stream().anyMatch(own -> isSame(own.name(), name));
  }

  /** True for the name of a network that ships, which nobody can give to another. */
  public static boolean isReserved(String name) {
    return isSame(name, Architecture.CUSTOM)
        || shipped().stream().anyMatch(each -> isSame(each.name(), name));
  }

  /** True for names that are one: letters' case does not count. */
  public static boolean isSame(String name, String other) {
    return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  /**
   * Keeps a network under its name, in place of the user's own that has this name.
   *
   * @return the file
   * @throws Problem when the name is none, or that of a network that ships, or it cannot be written
   */
  public Path save(Architecture architecture) {
    Path file = file(architecture.name());
    FolderLock.during(folder, () -> AtomicFile.write(file, ArchitectureFile.text(architecture)));
    return file;
  }

  /**
   * Gives one of the user's own another name; one that cannot be read is renamed as it is.
   *
   * @throws Problem when there is none, or the name is none or taken
   */
  public void rename(String name, String newName) {
    Path from = found(name);
    Path to = file(newName);
    FolderLock.during(
        folder,
        () -> {
          if (isTaken(newName) && !isSame(name, newName)) {
            throw new Problem("problem.network.taken", newName);
          }
          Files.move(from, to);
        });
  }

  /**
   * Removes one of the user's own. What was trained as it goes on: runs and models have its layers.
   *
   * @return what stood in the file, for {@link #restore}
   * @throws Problem when there is none
   */
  public String remove(String name) {
    Path file = found(name);
    String[] text = {""};
    FolderLock.during(
        folder,
        () -> {
          text[0] = Files.readString(file);
          Files.delete(file);
        });
    return text[0];
  }

  /**
   * Brings a removed one back.
   *
   * @param text that {@link #remove} gave
   * @throws Problem when the name was given to another meanwhile
   */
  public void restore(String name, String text) {
    Path file = file(name);
    FolderLock.during(
        folder,
        () -> {
          if (isTaken(name)) {
            throw new Problem("problem.network.taken", name);
          }
          AtomicFile.write(file, text);
        });
  }

  private Path found(String name) {
    return own().stream()
        .filter(own -> own.name().equals(name))
        .map(Own::file)
        .findFirst()
        .orElseThrow(() -> new Problem("problem.architecture", name, names(own())));
  }

  private Path file(String name) {
    if (!AppFolders.isName(name)) {
      throw new Problem("problem.network.name", name);
    }
    if (isReserved(name)) {
      throw new Problem("problem.network.shipped", name);
    }
    return folder.resolve(name + EXTENSION);
  }
}
