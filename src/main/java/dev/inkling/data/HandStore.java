package dev.inkling.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.FolderLock;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hands there are and which of them draws at present, in a file beside the drawings. A hand
 * that only drawings name is one, too. Several programs may use it at once, and any thread.
 */
public final class HandStore {
  private static final Logger LOG = Logger.getLogger(HandStore.class.getName());

  private static final String FILE = "hands.json";

  /** What the file was before it was damaged is in it, perhaps: nobody else has it. */
  private static final String DAMAGED = "hands-damaged.json";

  /** Besides that of the drawings, which is taken meanwhile. */
  private static final String LOCK = "hands.inkling.lock";

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path folder;
  private final Path file;
  private final DrawingStore drawings;

  /** The hands in the folder of drawings. */
  HandStore(Path folder, DrawingStore drawings) {
    this.folder = folder;
    this.drawings = drawings;
    file = folder.resolve(FILE);
  }

  /**
   * All hands.
   *
   * @param all the one without a name first, the others in the order in which they came
   * @param chosen the one that draws at present
   */
  public record Hands(List<NamedHand> all, NamedHand chosen) {
    /** Before anybody named one. */
    public static final Hands NONE = of(List.of(), null);

    public Hands {
      all = List.copyOf(all);
    }

    private static Hands of(List<NamedHand> hands, @Nullable String chosen) {
      List<NamedHand> all = new ArrayList<>(hands);
      if (hands.stream().noneMatch(hand -> hand.is(null))) {
        all.addFirst(NamedHand.UNNAMED);
      }
      NamedHand draws =
          all.stream().filter(hand -> hand.is(chosen)).findFirst().orElse(all.getFirst());
      return new Hands(all, draws);
    }

    /** The hand of a name, null for the one without; empty when there is none. */
    public Optional<NamedHand> named(@Nullable String name) {
      return all.stream().filter(hand -> hand.is(name)).findFirst();
    }

    /** Whether a name is taken, in whatever letters. */
    public boolean has(String name) {
      return all.stream().anyMatch(hand -> name.equalsIgnoreCase(hand.name()));
    }
  }

  /**
   * Who a hand from elsewhere is here. Some of its drawings tell whose it is, whatever that hand is
   * called here; without any, somebody of its name is another person, whose hand gets a number,
   * unless nothing is kept of it yet.
   *
   * @param drawings that it brings along
   * @return a hand that is here, or that is to come
   */
  public NamedHand welcome(String name, List<Kept> drawings) {
    List<Kept> here = this.drawings.all();
    Hands all = hands(here);
    Set<String> ids = drawings.stream().map(Kept::id).collect(Collectors.toSet());
    List<@Nullable String> writers = new ArrayList<>();
    here.stream()
        .filter(kept -> ids.contains(kept.id()))
        .forEach(kept -> writers.add(kept.writer()));
    if (!writers.isEmpty()) {
      String writer = writers.contains(name) ? name : writers.getFirst();
      return all.named(writer).orElseThrow();
    }
    return all.all().stream()
        .filter(hand -> name.equalsIgnoreCase(hand.name()))
        .filter(hand -> hand.network() == null && ids(here, hand.name()).isEmpty())
        .findFirst()
        .orElseGet(() -> new NamedHand(FreeName.of(name, NamedHand.MOST_LETTERS, all::has), null));
  }

  /** What the file holds; anything may be missing there. */
  private record Entry(@Nullable List<NamedHand> hands, @Nullable String chosen) {}

  /**
   * The hands there are. A file that is missing or damaged names none; then drawings do.
   *
   * @throws Problem when the drawings cannot be read
   */
  public Hands hands() {
    return hands(drawings.all());
  }

  /** Likewise, for who has read all drawings anyway. */
  public Hands hands(List<Kept> kept) {
    Entry entry = read();
    List<NamedHand> all = new ArrayList<>(written(entry).all());
    for (Kept each : kept) {
      if (all.stream().noneMatch(hand -> hand.is(each.writer()))) {
        all.add(new NamedHand(each.writer(), null));
      }
    }
    return Hands.of(all, entry.chosen());
  }

  private Entry read() {
    try {
      return parse();
    } catch (IOException | JsonParseException e) {
      return new Entry(null, null);
    }
  }

  private Entry parse() throws IOException {
    Entry entry = GSON.fromJson(Files.readString(file), Entry.class);
    return entry == null ? new Entry(null, null) : entry;
  }

  private static Hands written(Entry entry) {
    List<NamedHand> hands = new ArrayList<>();
    for (NamedHand hand : entry.hands() == null ? List.<NamedHand>of() : entry.hands()) {
      // A name that the window would not take came with drawings; its network is not forgotten.
      if (hand != null && hands.stream().noneMatch(other -> other.is(hand.name()))) {
        hands.add(hand);
      }
    }
    return Hands.of(hands, entry.chosen());
  }

  /** Has a hand draw from now on, which may be a new one; null for the one without a name. */
  public void choose(@Nullable String name) {
    write(
        all ->
            all.stream().anyMatch(hand -> hand.is(name))
                ? all
                : with(all, new NamedHand(name, null)),
        name);
  }

  /** Adds a hand, or writes what is new of it; who draws stays the same. */
  public void put(NamedHand hand) {
    write(all -> with(all, hand), read().chosen());
  }

  private static List<NamedHand> with(List<NamedHand> all, NamedHand hand) {
    List<NamedHand> now = new ArrayList<>(all);
    now.replaceAll(other -> other.is(hand.name()) ? hand : other);
    if (!now.contains(hand)) {
      now.add(hand);
    }
    return now;
  }

  /**
   * Gives a hand and its drawings another name; it draws from now on.
   *
   * @param to that no hand has
   */
  public void rename(NamedHand hand, String to) {
    NamedHand renamed = new NamedHand(to, hand.network());
    write(
        all ->
            with(
                all.stream().map(other -> other.is(hand.name()) ? renamed : other).toList(),
                renamed),
        to);
    drawings.give(ids(drawings.all(), hand.name()), to);
  }

  private static Set<String> ids(List<Kept> drawings, @Nullable String name) {
    return drawings.stream()
        .filter(kept -> Objects.equals(kept.writer(), name))
        .map(Kept::id)
        .collect(Collectors.toSet());
  }

  /** Forgets a hand, whose drawings were taken out before; the one without a name draws then. */
  public void remove(NamedHand hand) {
    write(all -> without(all, hand), null);
  }

  private static List<NamedHand> without(List<NamedHand> all, NamedHand hand) {
    return all.stream().filter(other -> !other.is(hand.name())).toList();
  }

  /** A file that cannot be read is put aside before another takes its place. */
  private void keepDamaged() throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      parse();
    } catch (IOException | JsonParseException e) {
      Path aside = file.resolveSibling(DAMAGED);
      Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.log(Level.WARNING, file + " is damaged; it is kept as " + aside, e);
    }
  }

  private void write(UnaryOperator<List<NamedHand>> change, @Nullable String chosen) {
    FolderLock.during(
        folder,
        LOCK,
        () -> {
          keepDamaged();
          Entry now = new Entry(change.apply(written(read()).all()), chosen);
          AtomicFile.write(file, GSON.toJson(now) + "\n");
        });
  }
}
