package dev.inkling.pack;

import com.google.gson.Gson;
import dev.inkling.data.DrawingFiles;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.HandStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.JsonFile;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.text.Problem;
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

  private record Whose(@Nullable String name) {}

  /**
   * Packs a hand in one file.
   *
   * @param drawings of the hand
   * @param model folder of the model that learned it, null where none did
   * @throws Problem when the file cannot be written
   */
  public static void pack(NamedHand hand, List<Kept> drawings, @Nullable Path model, Path file) {
    InklingFile.packMade(
        folder -> {
          AtomicFile.write(folder.resolve(HAND), GSON.toJson(new Whose(hand.name())) + "\n");
          DrawingFiles.writeStrokes(drawings, folder.resolve(DRAWINGS));
          if (model != null) {
            ModelFolder.write(folder, ModelFolder.read(model));
          }
        },
        file);
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
    JsonFile.read(folder.resolve(HAND), Whose.class, "problem.hand.file");
    drawings(folder);
    if (ModelFolder.isModel(folder)) {
      ModelFolder.read(folder);
    }
  }

  private static List<Kept> drawings(Path folder) {
    Path file = folder.resolve(DRAWINGS);
    return Files.exists(file) ? DrawingFiles.drawings(file) : List.of();
  }

  /**
   * Takes in a hand that was checked. Of one that is here already by its name, what is new comes
   * in.
   *
   * @return its name here
   */
  static String take(Path folder, AppFolders into) {
    Whose whose = JsonFile.read(folder.resolve(HAND), Whose.class, "problem.hand.file");
    String said = whose.name();
    String name = said != null && NamedHand.isName(said) ? said : NAMELESS;
    DrawingStore store = new DrawingStore(into.drawings());
    HandStore hands = store.hands();
    DrawingFiles.add(drawings(folder).stream().map(kept -> kept.by(name)).toList(), store);
    hands.choose(name);
    if (ModelFolder.isModel(folder)) {
      Path model = ModelFolder.copy(folder, folder, "model");
      hands.put(new NamedHand(name, new ModelLibrary(into).adopt(model).name()));
    }
    return name;
  }
}
