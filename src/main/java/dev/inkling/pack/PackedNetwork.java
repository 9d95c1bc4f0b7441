package dev.inkling.pack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.JsonFile;
import dev.inkling.model.KeptNetwork;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network that somebody built, as a folder that can be packed: its layers, no weights. */
public final class PackedNetwork {
  /** All of it. */
  static final String NETWORK = "network.json";

  /** What a network is called where it comes to, when its own name is none. */
  private static final String NAMELESS = "network";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private PackedNetwork() {}

  /**
   * Packs a network in one file.
   *
   * @throws Problem when the file cannot be written
   */
  public static void pack(Architecture network, Path file) {
    String text = GSON.toJson(KeptNetwork.of(network)) + "\n";
    InklingFile.packMade(folder -> AtomicFile.write(folder.resolve(NETWORK), text), file);
  }

  /** Whether what was unpacked is a network. */
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NETWORK));
  }

  /**
   * Reads all of it, as nobody knows who packed it.
   *
   * @throws Problem when something is wrong with it
   */
  static Architecture read(Path folder) {
    Path file = folder.resolve(NETWORK);
    return JsonFile.read(file, KeptNetwork.class, "problem.network.file")
        .network()
        .orElseThrow(() -> new Problem("problem.network.file", file));
  }

  /**
   * Takes in a network that was checked, under another name where its own is taken, and not at all
   * where it is here already.
   *
   * @return the network as it is here
   */
  static Architecture take(Path folder, AppFolders into) {
    Architecture network = read(folder);
    ArchitectureStore store = new ArchitectureStore(into);
    if (store.readable().contains(network)) {
      return network;
    }
    String wanted = AppFolders.isName(network.name()) ? network.name() : NAMELESS;
    Architecture mine = network.called(ArchitectureStore.freeName(wanted, store::isTaken));
    store.save(mine);
    return mine;
  }
}
