package dev.inkling.data;

import dev.inkling.file.AtomicFile;
import dev.inkling.file.FolderLock;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The drawings that the user kept, in a file of JSON lines. What is added goes to its end in one
 * piece; what is changed is written beside and moved into place. A line that a power cut left
 * unfinished is passed over and stays where it is, so that nothing is lost. Several programs may
 * use it at once, and any thread.
 */
public final class DrawingStore {
  private static final String FILE = "drawings.jsonl";

  private final Path folder;
  private final Path file;
  private final List<String> classes;

  /**
   * The drawings in a folder, which need not be there yet.
   *
   * @param folder such as {@link dev.inkling.file.AppFolders#drawings}
   */
  public DrawingStore(Path folder) {
    this(folder, FILE, Classes.DIGITS);
  }

  /**
   * Drawings of signs in a file of a folder.
   *
   * @param classes the names that labels count
   */
  DrawingStore(Path folder, String name, List<String> classes) {
    this.folder = folder;
    this.classes = List.copyOf(classes);
    file = folder.resolve(name);
  }

  /** The names that labels count. */
  public List<String> classes() {
    return classes;
  }

  /** The hands whose drawings these are. */
  public HandStore hands() {
    return new HandStore(folder, this);
  }

  /** Where they are. */
  Path folder() {
    return folder.toAbsolutePath();
  }

  /** The file itself. */
  public Path file() {
    return file;
  }

  /**
   * All drawings, the oldest first.
   *
   * @throws Problem when the file cannot be read
   */
  public List<Kept> all() {
    return lines().stream().flatMap(line -> Stream.ofNullable(line.kept)).toList();
  }

  /**
   * All drawings as images, in the order of {@link #all}.
   *
   * @throws Problem when there is none, or the file cannot be read
   */
  public Digits digits() {
    List<Kept> all = all();
    if (all.isEmpty()) {
      throw new Problem("problem.drawings.none");
    }
    return digits(all, classes);
  }

  /** Drawings of digits as images, rastered and framed as on the pad. */
  public static Digits digits(List<Kept> drawings) {
    return digits(drawings, Classes.DIGITS);
  }

  /** Drawings of signs likewise, whose labels count some names. */
  public static Digits digits(List<Kept> drawings, List<String> classes) {
    byte[] pixels = new byte[drawings.size() * Digits.PIXELS];
    byte[] labels = new byte[drawings.size()];
    IntStream.range(0, labels.length)
        .parallel()
        .forEach(
            i -> {
              byte[] image = Digits.bytes(drawings.get(i).framed());
              System.arraycopy(image, 0, pixels, i * Digits.PIXELS, Digits.PIXELS);
              labels[i] = (byte) drawings.get(i).label();
            });
    return new Digits(pixels, labels, classes);
  }

  /**
   * Adds drawings at the end.
   *
   * @throws Problem when the file cannot be written; then none is added
   */
  public void add(List<Kept> drawings) {
    FolderLock.during(folder, () -> append(text(drawings)));
  }

  /** Adds a drawing at the end, or puts it in place of the one with its id. */
  public void put(Kept drawing) {
    FolderLock.during(
        folder,
        () -> {
          if (all().stream().anyMatch(kept -> kept.id().equals(drawing.id()))) {
            rewrite(kept -> kept.id().equals(drawing.id()) ? drawing : kept);
          } else {
            append(text(List.of(drawing)));
          }
        });
  }

  /**
   * Adds the drawings at the end that are not there yet: those of unknown ids, and of those from
   * elsewhere that had none as many of the same strokes or picture as are more than are there.
   *
   * @param isNamed tells which brought an id along
   * @return number of those added
   * @throws Problem when the file cannot be written; then none is added
   */
  int addNew(List<Kept> drawings, Predicate<Kept> isNamed) {
    List<Kept> added = new ArrayList<>();
    FolderLock.during(
        folder,
        () -> {
          Known known = new Known(all());
          drawings.stream()
              .filter(kept -> known.isNew(kept, isNamed.test(kept)))
              .forEach(added::add);
          if (!added.isEmpty()) {
            byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            boolean isWhole = before.length == 0 || before[before.length - 1] == '\n';
            AtomicFile.write(
                file,
                out -> {
                  out.write(before);
                  out.write(((isWhole ? "" : "\n") + text(added)).getBytes(StandardCharsets.UTF_8));
                });
          }
        });
    return added.size();
  }

  private String text(List<Kept> drawings) {
    StringBuilder text = new StringBuilder();
    drawings.forEach(kept -> text.append(KeptLine.write(kept, classes)).append('\n'));
    return text.toString();
  }

  /** Takes drawings out, by their ids. */
  public void delete(Set<String> ids) {
    change(kept -> ids.contains(kept.id()) ? null : kept);
  }

  /** The names of the hands that there are drawings of, in the order of the alphabet. */
  public SortedSet<String> writers() {
    return all().stream()
        .flatMap(kept -> Stream.ofNullable(kept.writer()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The drawings of a hand, the oldest first. */
  public List<Kept> by(String writer) {
    return all().stream().filter(kept -> writer.equals(kept.writer())).toList();
  }

  /** Gives drawings to a hand, by their ids; null for nobody's in particular. */
  public void give(Set<String> ids, @Nullable String writer) {
    change(kept -> ids.contains(kept.id()) ? kept.by(writer) : kept);
  }

  /** Gives a hand another name. */
  public void renameWriter(String from, String to) {
    change(kept -> from.equals(kept.writer()) ? kept.by(to) : kept);
  }

  /** Gives drawings another label, by their ids. */
  public void relabel(Set<String> ids, int label) {
    change(kept -> ids.contains(kept.id()) ? kept.labeled(label) : kept);
  }

  /** Writes all drawings anew; one that becomes null is left out, a broken line stays. */
  private void change(Function<Kept, @Nullable Kept> operator) {
    FolderLock.during(folder, () -> rewrite(operator));
  }

  private void rewrite(Function<Kept, @Nullable Kept> operator) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Line line : lines()) {
      text.append(changed(line, operator));
    }
    AtomicFile.write(file, text.toString());
  }

  private String changed(Line line, Function<Kept, @Nullable Kept> operator) {
    Kept now = line.kept == null ? null : operator.apply(line.kept);
    if (now == null) {
      return line.kept == null ? line.text + "\n" : "";
    }
    return (now == line.kept ? line.text : KeptLine.write(now, classes)) + "\n";
  }

  /** All lines with other names for the classes; a broken line stays. */
  String withNames(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines()) {
      text.append(line.kept == null ? line.text : KeptLine.write(line.kept, names)).append('\n');
    }
    return text.toString();
  }

  /** A line and its drawing, null when the line is broken. */
  private record Line(String text, @Nullable Kept kept) {}

  private List<Line> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Line> lines = new ArrayList<>();
      // Not readAllLines: where bytes were lost, a letter may be no letter any more.
      for (String text :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!text.isBlank()) {
          lines.add(line(text, lines.size() + 1));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  private Line line(String text, int number) {
    try {
      return new Line(text, KeptLine.read(text, classes, file, number));
    } catch (Problem broken) {
      return new Line(text, null);
    }
  }

  private void append(String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      String start = endsWhole(channel) ? "" : "\n";
      ByteBuffer bytes = ByteBuffer.wrap((start + text).getBytes(StandardCharsets.UTF_8));
      long end = channel.size();
      boolean isWhole = false;
      try {
        for (long at = end; bytes.hasRemaining(); ) {
          at += channel.write(bytes, at);
        }
        channel.force(true);
        isWhole = true;
      } finally {
        if (!isWhole) {
          channel.truncate(end); // the disk is full: no half line stays
        }
      }
    }
  }

  /** False when the last line was cut short. */
  private static boolean endsWhole(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() == 0
        || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
  }
}
