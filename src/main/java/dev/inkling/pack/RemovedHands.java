package dev.inkling.pack;

import dev.inkling.data.DrawingFiles;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.HandStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.file.Bin;
import dev.inkling.file.Folders;
import dev.inkling.file.Leftovers;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.HandNetworks;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Hands that were removed, each with its drawings, its model and what that was before, in the bin
 * beside the drawings. They can be brought back for a day, in whatever window. To be used on a
 * background thread.
 */
public final class RemovedHands {
  private final DrawingStore drawings;
  private final HandStore hands;
  private final HandNetworks networks;
  private final Path folder;
  private final Bin bin;

  /** Those of a store of drawings. */
  public RemovedHands(DrawingStore drawings, HandNetworks networks) {
    this.drawings = drawings;
    this.networks = networks;
    hands = drawings.hands();
    folder = drawings.file().resolveSibling("");
    bin = new Bin(folder);
  }

  /**
   * A hand in the bin.
   *
   * @param name it had
   * @param place where it is now
   */
  public record Removed(String name, Path place) {}

  /**
   * Puts a hand into the bin, with all drawings of it that there are.
   *
   * @param name of the hand
   * @throws Problem when that is not possible; then all its drawings are still there
   */
  public void remove(String name) {
    List<Kept> own = drawings.by(name);
    NamedHand hand = hands.hands().named(name).orElseGet(() -> new NamedHand(name, null));
    Path place = bin.put(written(hand, own), AppFolders.isName(name) ? name : "hand");
    drawings.delete(own.stream().map(Kept::id).collect(Collectors.toSet()));
    networks.moveOut(hand, place);
    hands.remove(hand);
  }

  private Path written(NamedHand hand, List<Kept> own) {
    Path place = Leftovers.newName(folder);
    try {
      Files.createDirectories(place);
      PackedHand.write(place, hand, own);
      return place;
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
  }

  /** The hand that was removed last, and is not back yet. */
  public Optional<Removed> last() {
    return bin.list().stream().flatMap(place -> hand(place).stream()).findFirst();
  }

  private static Optional<Removed> hand(Path place) {
    try {
      return Optional.ofNullable(PackedHand.whose(place).name())
          .map(name -> new Removed(name, place));
    } catch (Problem e) {
      return Optional.empty(); // brought back meanwhile, or damaged
    }
  }

  /**
   * Brings a hand back, which draws then; with a number where somebody else has its name by now.
   *
   * @throws Problem when it is no longer in the bin
   */
  public void restore(Removed removed) {
    if (!PackedHand.isIn(removed.place)) {
      throw new Problem("problem.bin.gone", removed.name);
    }
    List<Kept> own = PackedHand.drawings(removed.place);
    NamedHand hand = hands.welcome(removed.name, own);
    hands.choose(hand.name());
    DrawingFiles.add(own.stream().map(kept -> kept.by(hand.name())).toList(), drawings);
    networks.moveIn(hand, PackedHand.whose(removed.place).network(), removed.place);
    try {
      Folders.delete(removed.place);
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", removed.place);
    }
  }

  /** Deletes for good what was removed a day ago. */
  public void empty() {
    bin.empty();
  }
}
