package dev.inkling.ui.signs;

import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.data.SignCollections;
import dev.inkling.data.SignFiles;
import dev.inkling.ink.Drawing;
import dev.inkling.model.ModelCard;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The collection of signs that is drawn on the pad: each drawing is kept as the sign that somebody
 * says it is, and the pad is free for the next. Used on the FX thread alone.
 */
public final class SignsViewModel {
  private final PadViewModel pad;
  private final SignCollections collections;
  private final Background files;
  private final Notices.Topic topic;
  private final Exports exports;
  private final SignsLearning learning;

  // Properties
  private final ReadOnlyObjectWrapper<List<SignCollection>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable SignCollection> open =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Kept>> drawn = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable String> removed = new ReadOnlyObjectWrapper<>();

  /** The model that read before the collection was opened. */
  private @Nullable String before;

  /** Grows with each change of a drawing. */
  private int changes;

  /** What was found in the files. */
  private record Found(
      List<SignCollection> all,
      @Nullable SignCollection open,
      List<Kept> drawings,
      @Nullable String removed) {}

  private record Joined(String name, Import done) {}

  /**
   * No collection is open.
   *
   * @param pad that is drawn on
   * @param learning teaches a network what was drawn
   */
  public SignsViewModel(
      PadViewModel pad,
      SignCollections collections,
      SignsLearning learning,
      Background files,
      Notices.Topic topic) {
    this.pad = pad;
    this.collections = collections;
    this.learning = learning;
    this.files = files;
    this.topic = topic;
    exports = new Exports(files, topic);
    open.addListener(_ -> pad.keeping().elsewhereProperty().set(open.get() != null));
  }

  /** All collections there are. */
  public ReadOnlyObjectProperty<List<SignCollection>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /** The collection that is drawn; null where none is. */
  public ReadOnlyObjectProperty<@Nullable SignCollection> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What was drawn of it, the oldest first. */
  public ReadOnlyObjectProperty<List<Kept>> drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /**
   * The name of the collection that was removed last, here or in another window; null where none
   * can be had back.
   */
  public ReadOnlyObjectProperty<@Nullable String> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  /** What the network learns of it. */
  public SignsLearning learning() {
    return learning;
  }

  /** The pad that is drawn on. */
  PadViewModel pad() {
    return pad;
  }

  /** How many drawings there are of a sign. */
  public int count(int label) {
    return (int) drawn.get().stream().filter(kept -> kept.label() == label).count();
  }

  /** The first sign that nothing was drawn of; null where there is none. */
  @Nullable String undrawn() {
    SignCollection now = open.get();
    List<String> classes = now == null ? List.of() : now.classes();
    for (int label = 0; label < classes.size(); label++) {
      if (count(label) == 0) {
        return classes.get(label);
      }
    }
    return null;
  }

  // Commands

  /** Looks what there is: it may have changed elsewhere. */
  public void load() {
    SignCollection now = open.get();
    find(now == null ? null : now.name(), _ -> {});
  }

  private void find(@Nullable String name, Consumer<@Nullable SignCollection> then) {
    int asked = changes;
    files.run(
        () -> found(name),
        found -> {
          if (asked == changes) {
            all.set(found.all);
            removed.set(found.removed);
            show(found);
            then.accept(found.open);
          } else {
            find(name, then); // what was found is older than what is shown
          }
        },
        topic::fail);
  }

  private Found found(@Nullable String name) {
    SignCollection wanted = name == null ? null : collections.find(name).orElse(null);
    List<Kept> drawings = wanted == null ? List.of() : collections.drawings(wanted).all();
    return new Found(collections.all(), wanted, drawings, collections.removed().orElse(null));
  }

  private void show(Found found) {
    drawn.set(List.of()); // nobody shall see the drawings of one as those of another
    open.set(found.open);
    drawn.set(found.drawings);
  }

  /** Opens a collection; what has learned it reads the pad. */
  public void open(String name) {
    topic.over();
    find(name, this::read);
  }

  private void read(@Nullable SignCollection opened) {
    learning.forget();
    String network = opened == null ? null : opened.network();
    boolean isThere = pad.models().stream().anyMatch(entry -> entry.name().equals(network));
    if (network != null && isThere) {
      remember();
      pad.readAnew(network); // its signs may have other names now
    }
  }

  private void remember() {
    boolean isFirst = before == null && pad.modelProperty().get() != null;
    if (isFirst) {
      before = pad.modelProperty().get().name();
    }
  }

  /** Nothing is collected any more; the model of before reads again. */
  public void close() {
    SignCollection closed = open.get();
    ModelCard card = pad.cardProperty().get();
    boolean isReading = closed != null && card != null && card.name().equals(closed.network());
    drawn.set(List.of());
    open.set(null);
    learning.forget();
    if (isReading && before != null) {
      pad.loadModels(before);
    }
    before = null;
  }

  /** Begins a collection, which is open then. */
  public void begin(String name, List<String> signs) {
    change(name, () -> collections.put(new SignCollection(name, signs, null)));
  }

  /** Adds signs to the collection that is open. */
  public void add(List<String> signs) {
    SignCollection now = open.get();
    if (now != null) {
      change(now.name(), () -> collections.put(collections.named(now.name()).and(signs)));
    }
  }

  /** Gives the collection that is open another name. */
  public void rename(String to) {
    SignCollection now = open.get();
    if (now != null) {
      change(to, () -> collections.rename(now.name(), to));
    }
  }

  /** Gives a sign of the collection that is open another name; what learned it reads it so. */
  public void renameSign(String sign, String to) {
    SignCollection now = open.get();
    if (now != null) {
      change(now.name(), () -> learning.networks().renameSign(now, sign, to));
    }
  }

  private void change(String name, Runnable work) {
    topic.over();
    files.run(Executors.callable(work), _ -> open(name), topic::fail);
  }

  /** Keeps what is on the pad as a sign, and makes room for the next; nothing where it is blank. */
  public void keep(int label) {
    SignCollection now = open.get();
    Drawing drawing = pad.drawingProperty().get();
    boolean isPossible = now != null && label < now.classes().size() && !drawing.isEmpty();
    if (!isPossible || pad.strokeProperty().get() != null) {
      return;
    }
    Kept kept = kept(drawing, label, now).by(pad.hands().chosenProperty().get().name());
    List<Kept> more = new ArrayList<>(drawn.get());
    more.add(kept);
    drawn.set(List.copyOf(more));
    pad.clear();
    write(now, store -> store.add(List.of(kept)));
  }

  /** With what was read, where these signs are read. */
  private Kept kept(Drawing drawing, int label, SignCollection now) {
    Recognition read = pad.recognitionProperty().get();
    ModelCard card = pad.cardProperty().get();
    boolean isKnown =
        card != null && pad.currentProperty().get() && read.classes().equals(now.classes());
    return isKnown && !read.isBlank()
        ? Kept.of(drawing, label, read.digit(), card.name())
        : Kept.of(drawing, label, null, null);
  }

  /** What cannot be written is told, and shown no more. */
  private void write(SignCollection now, Consumer<DrawingStore> work) {
    changes++;
    topic.over();
    files.run(
        Executors.callable(() -> work.accept(collections.drawings(now))),
        _ -> {},
        e -> {
          topic.fail(e);
          load();
        });
  }

  /** Takes a drawing out. */
  public void delete(Kept kept) {
    SignCollection now = open.get();
    if (now != null) {
      drawn.set(drawn.get().stream().filter(other -> !other.id().equals(kept.id())).toList());
      write(now, store -> store.delete(Set.of(kept.id())));
    }
  }

  /** Says which sign a drawing is. */
  public void relabel(Kept kept, int label) {
    SignCollection now = open.get();
    if (now != null) {
      drawn.set(
          drawn.get().stream()
              .map(other -> other.id().equals(kept.id()) ? other.labeled(label) : other)
              .toList());
      write(now, store -> store.relabel(Set.of(kept.id()), label));
    }
  }

  /** Puts a drawing on the pad. */
  void look(Kept kept) {
    pad.replace(kept.drawing());
  }

  /** Teaches a network all that was drawn; as soon as it is done, it reads the pad. */
  public void learn() {
    SignCollection now = open.get();
    if (now != null && undrawn() == null) {
      learning.learn(
          now,
          drawn.get(),
          model -> {
            remember();
            open.set(now.with(model));
            pad.readAnew(model);
          });
    }
  }

  /**
   * Takes files of drawings in, of whoever drew them: into the collection that is open, or into the
   * one that the first of them names, which is open then.
   */
  public void join(List<Path> chosen) {
    SignCollection now = open.get();
    topic.over();
    files.run(
        () -> {
          List<Path> all = SignFiles.files(chosen);
          String name = now == null ? SignFiles.name(all) : now.name();
          return new Joined(name, SignFiles.join(all, name, collections, null));
        },
        joined -> {
          tell(joined.done, joined.name);
          open(joined.name);
        },
        topic::fail);
  }

  private void tell(Import done, String name) {
    if (done.broken().isEmpty()) {
      pad.tell("signs.joined", done.added(), done.known(), name);
    } else {
      topic.fail(done.broken().getFirst());
    }
  }

  /** Writes the collection that is open in a file, to pass on. */
  public void export(Path file) {
    SignCollection now = open.get();
    if (now != null) {
      exports.run(file, () -> SignFiles.write(now, collections, file));
    }
  }

  /** Puts the collection that is open away, from where {@link #restore} takes it back. */
  public void remove() {
    SignCollection now = open.get();
    if (now != null) {
      topic.over();
      files.run(
          Executors.callable(() -> collections.remove(now.name())),
          _ -> {
            close();
            load();
          },
          topic::fail);
    }
  }

  /** Brings the collection back that was removed last. */
  public void restore() {
    String name = removed.get();
    if (name != null) {
      removed.set(null);
      topic.over();
      files.run(
          () -> collections.restore(name),
          this::open,
          e -> {
            load();
            topic.fail(e);
          });
    }
  }

  /** Deletes for good what was removed a day ago. */
  public void emptyBin() {
    files.run(Executors.callable(collections::emptyBin), _ -> {}, topic::fail);
  }
}
