package dev.inkling.ui.hand;

import dev.inkling.data.DataSource;
import dev.inkling.data.HandStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.ModelLibrary;
import dev.inkling.pack.Importer;
import dev.inkling.pack.InklingFile;
import dev.inkling.pack.PackedHand;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Hands that go: into a file, to pass on, or away. Used on the FX thread alone. */
public final class HandFilesViewModel {
  /** Beside the drawings; a removed hand is packed there, so that it can be had back. */
  private static final String REMOVED = "removed" + InklingFile.EXTENSION;

  private final PadViewModel pad;
  private final HandsViewModel hands;
  private final DataSource source;
  private final HandStore store;
  private final HandNetworks networks;
  private final Importer importer;
  private final Background files;
  private final Notices.Topic topic;

  private final ReadOnlyObjectWrapper<@Nullable String> removed = new ReadOnlyObjectWrapper<>();

  HandFilesViewModel(
      PadViewModel pad,
      DataSource source,
      HandNetworks networks,
      Importer importer,
      Background files,
      Notices.Topic topic) {
    this.pad = pad;
    this.source = source;
    this.networks = networks;
    this.importer = importer;
    this.files = files;
    this.topic = topic;
    hands = pad.hands();
    store = source.drawings().hands();
  }

  /** The name of the hand that was removed last and can be had back; null where none was. */
  public ReadOnlyObjectProperty<@Nullable String> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  // Commands

  /** Packs the hand that draws in a file: its drawings, and the network that learned it. */
  public void pack(Path file) {
    NamedHand hand = hands.chosenProperty().get();
    List<Kept> drawn = hands.drawnProperty().get();
    new Exports(files, topic)
        .run(file, () -> PackedHand.pack(hand, drawn, networks.folder(hand).orElse(null), file));
  }

  private Path place() {
    return source.drawings().file().resolveSibling(REMOVED);
  }

  /**
   * Removes the hand that draws, which {@link #restore} takes back; never the one without a name.
   */
  public void remove() {
    NamedHand hand = hands.chosenProperty().get();
    List<Kept> drawn = hands.drawnProperty().get();
    if (hand.name() != null) {
      topic.over();
      files.run(
          Executors.callable(() -> remove(hand, drawn)),
          _ -> {
            removed.set(hand.name());
            hands.load();
            read(hand);
          },
          topic::fail);
    }
  }

  /** In the background. */
  private void remove(NamedHand hand, List<Kept> drawn) {
    PackedHand.pack(hand, drawn, networks.folder(hand).orElse(null), place());
    source.drawings().delete(drawn.stream().map(Kept::id).collect(Collectors.toSet()));
    networks.remove(hand);
    store.remove(hand);
  }

  /** What has learned a hand that is gone reads no more. */
  private void read(NamedHand gone) {
    boolean isReading =
        pad.cardProperty().get() != null && pad.cardProperty().get().name().equals(gone.network());
    if (isReading) {
      pad.readAnew(ModelLibrary.DEFAULT);
    } else {
      pad.reloadModels();
    }
  }

  /** Brings the hand back that was removed last, with its drawings and its network. */
  public void restore() {
    if (removed.get() != null) {
      removed.set(null);
      topic.over();
      files.run(
          () -> importer.take(place()),
          _ -> {
            hands.load();
            pad.reloadModels();
          },
          topic::fail);
    }
  }
}
