package dev.inkling.ui.training;

import dev.inkling.model.Architecture;
import dev.inkling.model.Layer;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.text.Problem;
import java.util.List;

/** The models that a training can begin with, instead of from scratch. */
record Starts(ModelLibrary library) {
  /** Names of the models that are built as a network is, to be read in the background. */
  List<String> of(Architecture network) {
    return library.digitReaders().stream()
        .filter(entry -> isBuiltAs(network, entry))
        .map(Entry::name)
        .toList();
  }

  private static boolean isBuiltAs(Architecture network, Entry entry) {
    try {
      return isBuiltAs(network, ModelFolder.readCard(entry.folder()));
    } catch (Problem e) {
      return false; // a damaged one is not offered
    }
  }

  /** Whatever is silenced by chance while it trains. */
  private static boolean isBuiltAs(Architecture network, ModelCard card) {
    return plain(card.parsedLayers()).equals(plain(network.layers()));
  }

  private static List<Layer> plain(List<Layer> layers) {
    return layers.stream().filter(layer -> !(layer instanceof Layer.Dropout)).toList();
  }

  /**
   * The model to begin with.
   *
   * @throws Problem when it is gone, or is not built as the network
   */
  Model model(String name, Architecture network) {
    Model model = ModelFolder.read(library.find(name));
    if (!isBuiltAs(network, model.card())) {
      throw new Problem("problem.train.from", name, network.name());
    }
    return model;
  }
}
