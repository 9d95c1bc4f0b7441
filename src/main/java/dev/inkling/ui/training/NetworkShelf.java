package dev.inkling.ui.training;

import dev.inkling.file.AppFolders;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.ArchitectureStore.Own;
import dev.inkling.pack.PackedNetwork;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The networks that a person kept, and what others may be called. */
public final class NetworkShelf {
  private final ArchitectureStore store;
  private final Background files;
  private final Notices.Topic topic;
  private boolean isKnown;

  // Properties
  private final ReadOnlyObjectWrapper<List<Architecture>> own =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Own>> unreadable =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Renamed> renamed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Removed> removed = new ReadOnlyObjectWrapper<>();

  /** A network has another name. */
  public record Renamed(String from, String to) {}

  /**
   * A network is gone, and can be brought back.
   *
   * @param text that stood in its file
   */
  public record Removed(String name, String text) {}

  /** Nothing is read yet. */
  public NetworkShelf(ArchitectureStore store, Background files, Notices.Topic topic) {
    this.store = store;
    this.files = files;
    this.topic = topic;
  }

  /** Those that can be read, in the order of the alphabet. */
  public ReadOnlyObjectProperty<List<Architecture>> ownProperty() {
    return own.getReadOnlyProperty();
  }

  /** Those that cannot, such as from a newer Inkling. */
  public ReadOnlyObjectProperty<List<Own>> unreadableProperty() {
    return unreadable.getReadOnlyProperty();
  }

  /** What was renamed last, before it stands in the list under its new name; or null. */
  public ReadOnlyObjectProperty<@Nullable Renamed> renamedProperty() {
    return renamed.getReadOnlyProperty();
  }

  /** What {@link #restore} brings back; null where nothing was removed. */
  public ReadOnlyObjectProperty<@Nullable Removed> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  /** True for a network that stands here as it is. */
  public boolean has(String name) {
    return own.get().stream().anyMatch(each -> each.name().equals(name));
  }

  /** A name that no network has as far as is known: the wanted one, or with a number. */
  public String freeName(String wanted) {
    return ArchitectureStore.freeName(
        wanted, name -> ArchitectureStore.isReserved(name) || isTaken(name));
  }

  /**
   * Why a network cannot be kept under a name; nothing where it can.
   *
   * @param present name that it has
   */
  public Optional<Phrase> refusal(String name, String present) {
    if (!AppFolders.isName(name)) {
      return Optional.of(new Phrase("problem.network.name", name));
    }
    if (ArchitectureStore.isReserved(name)) {
      return Optional.of(new Phrase("problem.network.shipped", name));
    }
    boolean isAnothers = isTaken(name) && !ArchitectureStore.isSame(name, present);
    return isAnothers ? Optional.of(new Phrase("problem.network.taken", name)) : Optional.empty();
  }

  private boolean isTaken(String name) {
    return Stream.concat(
            own.get().stream().map(Architecture::name), unreadable.get().stream().map(Own::name))
        .anyMatch(each -> ArchitectureStore.isSame(each, name));
  }

  // Commands

  /** Looks what there is: the command line's are these, too. */
  public void load() {
    change(() -> "", _ -> {});
  }

  /** Does something when it is known what there is, or cannot be. */
  public void whenKnown(Runnable action) {
    if (isKnown) {
      action.run();
    } else {
      change(() -> "", _ -> {}, action);
    }
  }

  /** Keeps a network under its name. */
  public void keep(Architecture network) {
    change(() -> store.save(network), _ -> {});
  }

  /** Gives a network another name, which {@link #refusal} has nothing against. */
  public void rename(String name, String to) {
    change(
        () -> {
          store.rename(name, to);
          return new Renamed(name, to);
        },
        renamed::set);
  }

  /** Removes a network; runs and models of it go on. */
  public void remove(String name) {
    change(() -> new Removed(name, store.remove(name)), removed::set);
  }

  /** Brings back what was removed last. */
  public void restore() {
    Removed last = removed.get();
    if (last != null) {
      change(
          () -> {
            store.restore(last.name, last.text);
            return last;
          },
          _ -> removed.set(null));
    }
  }

  /** Packs a network, as it is kept, in a file for somebody else. */
  public void pack(String name, Path file) {
    new Exports(files, topic).run(file, () -> PackedNetwork.pack(store.named(name), file));
  }

  /** Tells why a network cannot be read. */
  public void tell(Own broken) {
    if (broken.problem() != null) {
      topic.fail(broken.problem());
    }
  }

  /** Does something, and looks what there is then. */
  private <T> void change(Callable<T> work, Consumer<T> onDone) {
    change(work, onDone, () -> {});
  }

  private <T> void change(Callable<T> work, Consumer<T> onDone, Runnable after) {
    record Done<T>(T result, List<Own> there) {}
    topic.over();
    files.run(
        () -> new Done<>(work.call(), store.own()),
        done -> {
          onDone.accept(done.result);
          show(done.there);
          after.run();
        },
        e -> {
          topic.fail(e);
          after.run();
        });
  }

  private void show(List<Own> there) {
    isKnown = true;
    unreadable.set(there.stream().filter(each -> each.architecture() == null).toList());
    own.set(there.stream().flatMap(each -> Stream.ofNullable(each.architecture())).toList());
  }
}
