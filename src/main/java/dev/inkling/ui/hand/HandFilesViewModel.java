package dev.inkling.ui.hand;

import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.Model;
import dev.inkling.model.ModelLibrary;
import dev.inkling.pack.PackedHand;
import dev.inkling.pack.RemovedHands;
import dev.inkling.pack.RemovedHands.Removed;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Hands that go: into a file, to pass on, or away. Used on the FX thread alone. */
public final class HandFilesViewModel {
  private final PadViewModel pad;
  private final HandsViewModel hands;
  private final HandNetworks networks;
  private final RemovedHands bin;
  private final Background files;
  private final Notices.Topic topic;

  private final ReadOnlyObjectWrapper<@Nullable Removed> removed = new ReadOnlyObjectWrapper<>();

  HandFilesViewModel(
      PadViewModel pad,
      HandNetworks networks,
      RemovedHands bin,
      Background files,
      Notices.Topic topic) {
    this.pad = pad;
    this.networks = networks;
    this.bin = bin;
    this.files = files;
    this.topic = topic;
    hands = pad.hands();
  }

  /** The hand that was removed last, here or in another window; null where none can be had back. */
  public ReadOnlyObjectProperty<@Nullable Removed> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  // Commands

  /** Looks what can be had back. */
  public void load() {
    files.run(bin::last, last -> removed.set(last.orElse(null)), topic::fail);
  }

  /** Deletes for good what was removed a day ago; the rest can still be brought back. */
  public void emptyBin() {
    files.run(Executors.callable(bin::empty), _ -> {}, topic::fail);
  }

  /**
   * Packs the hand that draws in a file: its drawings, and the network that learned it. Where that
   * is damaged, the drawings are packed alone, which is told.
   */
  public void pack(Path file) {
    NamedHand hand = hands.chosenProperty().get();
    List<Kept> drawn = hands.drawnProperty().get();
    topic.over();
    files.run(
        () -> pack(hand, drawn, file),
        damage -> {
          topic.saved(file);
          damage.ifPresent(topic::fail);
        },
        topic::fail);
  }

  /** In the background. */
  private Optional<Problem> pack(NamedHand hand, List<Kept> drawn, Path file) {
    Optional<Model> network = Optional.empty();
    Optional<Problem> damage = Optional.empty();
    try {
      network = networks.model(hand);
    } catch (Problem e) {
      Phrase why = e.phrase();
      damage = Optional.of(new Problem(e, "problem.hand.packed", file.getFileName(), why));
    }
    PackedHand.pack(hand, drawn, network.orElse(null), file);
    return damage;
  }

  /**
   * Removes the hand that draws, which {@link #restore} takes back; never the one without a name.
   */
  public void remove() {
    NamedHand hand = hands.chosenProperty().get();
    String name = hand.name();
    if (name != null) {
      topic.over();
      files.run(
          Executors.callable(() -> bin.remove(name)),
          _ -> {
            load();
            hands.load();
            read(hand);
          },
          topic::fail);
    }
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
    Removed last = removed.get();
    if (last != null) {
      removed.set(null);
      topic.over();
      files.run(
          Executors.callable(() -> bin.restore(last)),
          _ -> {
            load();
            hands.load();
            pad.reloadModels();
          },
          e -> {
            load();
            topic.fail(e);
          });
    }
  }
}
