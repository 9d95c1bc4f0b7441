package dev.inkling.pack;

import com.google.gson.Gson;
import dev.inkling.data.DrawingFiles;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.HandStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.JsonFile;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.pack.Importer.ImportedHand;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hand as a folder that can be packed: whose it is, its drawings, and the model that learned it,
 * where one did.
 */
public final class PackedHand {
  /** Whose hand it is. */
  static final String HAND = "hand.json";

  /** Its drawings, with all that is known of them. */
  static final String DRAWINGS = "drawings.jsonl";

  /** What a hand without a name is called where it comes to. */
  private static final String NAMELESS = "hand";

  private static final Gson GSON = new Gson();

  private PackedHand() {}

  /**
   * Packs a hand in one file.
   *
   * @param drawings of the hand
   * @param model that learned it, null where none did
   * @throws Problem when the file cannot be written
   */
  public static void pack(NamedHand hand, List<Kept> drawings, @Nullable Model model, Path file) {
    InklingFile.packMade(
        folder -> {
          write(folder, hand.with(null), drawings);
          if (model != null) {
            ModelFolder.write(folder, model);
          }
        },
        file);
  }

  /** Writes in a folder whose hand it is, and its drawings. */
  static void write(Path folder, NamedHand hand, List<Kept> drawings) throws IOException {
    AtomicFile.write(folder.resolve(HAND), GSON.toJson(hand) + "\n");
    DrawingFiles.writeStrokes(drawings, folder.resolve(DRAWINGS));
  }

  /** Whose hand a folder has; what its model is called elsewhere says nothing here. */
  static NamedHand whose(Path folder) {
    return JsonFile.read(folder.resolve(HAND), NamedHand.class, "problem.hand.file");
  }

  /** Whether what was unpacked is a hand. */
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(HAND));
  }

  /**
   * Reads all of it, as nobody knows who packed it.
   *
   * @throws Problem when something is wrong with it
   */
  static void check(Path folder) {
    whose(folder);
    drawings(folder);
    if (ModelFolder.isModel(folder)) {
      ModelFolder.read(folder);
    }
  }

  /** The drawings of a folder. */
  static List<Kept> drawings(Path folder) {
    Path file = folder.resolve(DRAWINGS);
    return Files.exists(file) ? DrawingFiles.drawings(file) : List.of();
  }

  /**
   * Takes in a hand that was checked. Of one that is here already, what is new comes in, and the
   * model that learned it here stays; somebody else of its name keeps it. Who draws stays the same.
   */
  static ImportedHand take(Path folder, AppFolders into) {
    String said = whose(folder).name();
    String name = said != null && NamedHand.isName(said) ? said : NAMELESS;
    DrawingStore store = new DrawingStore(into.drawings());
    HandStore hands = store.hands();
    List<Kept> drawings = drawings(folder);
    NamedHand hand = hands.welcome(name, drawings);
    boolean isHere = hands.hands().named(hand.name()).isPresent();
    int added =
        DrawingFiles.add(drawings.stream().map(kept -> kept.by(hand.name())).toList(), store);
    if (!isHere) {
      hands.put(hand);
    }
    HandNetworks networks = new HandNetworks(into, hands);
    if (ModelFolder.isModel(folder) && networks.folder(hand).isEmpty()) {
      networks.use(hand, ModelFolder.read(folder));
    }
    return new ImportedHand(hand.name(), into.drawings(), name, added, isHere);
  }
}
