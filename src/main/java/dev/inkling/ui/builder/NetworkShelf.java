package dev.inkling.ui.builder;

import dev.inkling.file.AppFolders;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The networks that a person kept, and what others may be called. */
public final class NetworkShelf {
  private final ArchitectureStore store;
  private final Background files;
  private final Notices.Topic topic;
  private final ReadOnlyObjectWrapper<List<Architecture>> own =
      new ReadOnlyObjectWrapper<>(List.of());

  /** Nothing is read yet. */
  NetworkShelf(ArchitectureStore store, Background files, Notices.Topic topic) {
    this.store = store;
    this.files = files;
    this.topic = topic;
  }

  /** Those that can be read, in the order of the alphabet. */
  ReadOnlyObjectProperty<List<Architecture>> ownProperty() {
    return own.getReadOnlyProperty();
  }

  /** Looks what there is: the command line's are these, too. */
  public void load() {
    files.run(store::readable, own::set, topic::fail);
  }

  /** Keeps a network under its name. */
  void keep(Architecture network) {
    topic.over();
    files.run(
        () -> {
          store.save(network);
          return store.readable();
        },
        own::set,
        topic::fail);
  }

  /** A name that no network has as far as is known: the wanted one, or with a number. */
  String freeName(String wanted) {
    return ArchitectureStore.freeName(
        wanted, name -> ArchitectureStore.isReserved(name) || isOwn(name));
  }

  /**
   * Why a network cannot be kept under a name; nothing where it can.
   *
   * @param present name that it has
   */
  Optional<Phrase> refusal(String name, String present) {
    if (!AppFolders.isName(name)) {
      return Optional.of(new Phrase("problem.network.name", name));
    }
    if (ArchitectureStore.isReserved(name)) {
      return Optional.of(new Phrase("problem.network.shipped", name));
    }
    boolean isAnothers = isOwn(name) && !ArchitectureStore.isSame(name, present);
    return isAnothers ? Optional.of(new Phrase("problem.network.taken", name)) : Optional.empty();
  }

  private boolean isOwn(String name) {
    return own.get().stream().anyMatch(each -> ArchitectureStore.isSame(each.name(), name));
  }
}
