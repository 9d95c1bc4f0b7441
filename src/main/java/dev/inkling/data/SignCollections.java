package dev.inkling.data;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.Bin;
import dev.inkling.file.FolderLock;
import dev.inkling.file.Folders;
import dev.inkling.file.Leftovers;
import dev.inkling.text.Problem;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The collections of signs that a user draws: each a file of JSON lines, whose first says what it
 * is and whose others are drawings, each with the name of its sign. Drawings are added and changed
 * as {@link DrawingStore} does it. Several programs may use them at once, and any thread.
 */
public final class SignCollections {
  static final String EXTENSION = ".jsonl";

  private static final Gson GSON = new Gson();

  private final Path folder;
  private final Bin bin;

  /** The collections in a folder, which need not be there yet. */
  public SignCollections(Path folder) {
    this.folder = folder;
    bin = new Bin(folder);
  }

  /** The first line of a file; anything may be missing there. */
  private record Head(
      @Nullable String collection, @Nullable List<String> classes, @Nullable String network) {
    boolean isGood() {
      return classes != null
          && classes.stream().noneMatch(Objects::isNull)
          && Classes.arePossible(classes);
    }
  }

  /**
   * All collections, in the order of the alphabet. A file that does not say what it is is none.
   *
   * @throws Problem when they cannot be read
   */
  public List<SignCollection> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  private static Optional<SignCollection> read(Path file) {
    String name = name(file);
    return SignCollection.isName(name)
        ? head(file)
            .map(
                head ->
                    new SignCollection(name, Objects.requireNonNull(head.classes), head.network))
        : Optional.empty();
  }

  /** The name of a file without its extension. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /** The first line of a collection's file, without its end. */
  static String head(SignCollection collection) {
    return GSON.toJson(new Head(collection.name(), collection.classes(), collection.network()));
  }

  /** Whether a line says what the others of its file are. */
  static boolean isHead(String line) {
    try {
      Head head = GSON.fromJson(line, Head.class);
      return head != null && head.collection != null && head.classes != null;
    } catch (JsonParseException e) {
      return false;
    }
  }

  /** What the first line of a file says, where it says what the others are. */
  private static Optional<Head> head(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      Head head = line == null ? null : GSON.fromJson(line, Head.class);
      return Optional.ofNullable(head).filter(Head::isGood);
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  /** The classes that a file names in its first line, in their order; none where it names none. */
  static List<String> classes(Path file) {
    return head(file).map(Head::classes).orElse(List.of());
  }

  /** What a file says in its first line that its collection is called. */
  static Optional<String> nameIn(Path file) {
    return head(file).map(Head::collection);
  }

  /** The collection of a name; empty when there is none. */
  public Optional<SignCollection> find(String name) {
    return SignCollection.isName(name) && Files.exists(file(name))
        ? read(file(name))
        : Optional.empty();
  }

  /**
   * The collection of a name.
   *
   * @throws Problem that lists those there are
   */
  public SignCollection named(String name) {
    return find(name)
        .orElseThrow(
            () -> {
              List<SignCollection> all = all();
              return all.isEmpty()
                  ? new Problem("problem.signs.none", name)
                  : new Problem(
                      "problem.signs.unknown",
                      name,
                      all.stream().map(SignCollection::name).collect(Collectors.joining(", ")));
            });
  }

  /** Whether a name is taken, in whatever letters. */
  public boolean has(String name) {
    return all().stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
  }

  /** The file of a collection. */
  Path file(String name) {
    return folder.resolve(name + EXTENSION);
  }

  /** The drawings of a collection. */
  public DrawingStore drawings(SignCollection collection) {
    return new DrawingStore(folder, collection.name() + EXTENSION, collection.classes());
  }

  /**
   * Begins a collection, or writes what is new of it; its drawings stay.
   *
   * @param collection whose signs are those that it had, and more behind them
   * @throws Problem when it cannot be so, or cannot be written
   */
  public void put(SignCollection collection) {
    check(collection);
    Path file = file(collection.name());
    FolderLock.during(folder, () -> writeHead(file, collection));
  }

  /** Writes what a collection is; its drawings stay. */
  private static void writeHead(Path file, SignCollection collection) throws IOException {
    String before =
        Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    String drawings = before.substring(before.indexOf('\n') + 1);
    AtomicFile.write(file, head(collection) + "\n" + drawings);
  }

  /**
   * Gives a collection another name; what has learned it keeps its own.
   *
   * @throws Problem when there is none, the name is taken or cannot be one
   */
  public void rename(String name, String to) {
    SignCollection after = named(name).named(to);
    check(after);
    if (!name.equalsIgnoreCase(to) && has(to)) {
      throw new Problem("problem.signs.exists", to);
    }
    FolderLock.during(
        folder,
        () -> {
          writeHead(file(name), after);
          AtomicFile.replace(file(to), file(name));
        });
  }

  /**
   * Gives a sign of a collection another name, on all of its drawings, too.
   *
   * @return the collection as it is now
   * @throws Problem when there is no such sign, or the name is taken or cannot be one
   */
  public SignCollection renameSign(String name, String sign, String to) {
    SignCollection before = named(name);
    int label = before.classes().indexOf(sign);
    if (label < 0) {
      throw new Problem("problem.signs.noSign", name, sign, Classes.brief(before.classes()));
    }
    SignCollection after = before.renamed(label, to);
    check(after);
    FolderLock.during(
        folder,
        () -> {
          String text = drawings(before).withNames(after.classes());
          AtomicFile.write(file(name), head(after) + text.substring(text.indexOf('\n')));
        });
    return after;
  }

  private static void check(SignCollection collection) {
    if (!SignCollection.isName(collection.name())) {
      throw new Problem("problem.signs.name", collection.name(), SignCollection.MOST_LETTERS);
    }
    if (!Classes.arePossible(collection.classes())) {
      throw new Problem("problem.signs.classes", Classes.FEWEST, Classes.MOST, Classes.LONGEST);
    }
  }

  /** Puts a collection into the bin, from where {@link #restore} brings it back for a day. */
  public void remove(String name) {
    FolderLock.during(
        folder,
        () -> {
          Path place = Files.createDirectory(Leftovers.newName(folder));
          Files.move(file(name), place.resolve(name + EXTENSION));
          bin.put(place, name);
        });
  }

  /** The name of the collection that was removed last, and is not back yet. */
  public Optional<String> removed() {
    return inBin(_ -> true).map(SignCollections::name);
  }

  private Optional<Path> inBin(Predicate<String> isWanted) {
    return bin.list().stream()
        .flatMap(place -> Stream.ofNullable(place.toFile().listFiles()).flatMap(Stream::of))
        .map(File::toPath)
        .filter(file -> isWanted.test(name(file)))
        .findFirst();
  }

  /**
   * Brings back the collection of a name that was removed last; with a number where another one has
   * its name by now.
   *
   * @return its name
   * @throws Problem when it is no longer in the bin
   */
  public String restore(String name) {
    Path file = inBin(name::equals).orElseThrow(() -> new Problem("problem.bin.gone", name));
    String free = FreeName.of(name, SignCollection.MOST_LETTERS, this::has);
    FolderLock.during(
        folder,
        () -> {
          Optional<SignCollection> removed = read(file);
          Files.move(file, file(free));
          if (removed.isPresent() && !free.equals(name)) {
            writeHead(file(free), removed.get().named(free));
          }
          Folders.delete(Objects.requireNonNull(file.getParent()));
        });
    return free;
  }

  /** Deletes for good what was removed a day ago. */
  public void emptyBin() {
    bin.empty();
  }
}
