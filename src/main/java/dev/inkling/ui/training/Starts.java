package dev.inkling.ui.training;

import dev.inkling.model.Architecture;
import dev.inkling.model.Beginning;
import dev.inkling.model.Model;
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
      return Beginning.isBuiltAs(network, ModelFolder.readCard(entry.folder()));
    } catch (Problem e) {
      return false; // a damaged one is not offered
    }
  }

  /**
   * The model to begin with.
   *
   * @throws Problem when it is gone, or is not built as the network
   */
  Model model(String name, Architecture network) {
    Model model = ModelFolder.read(library.find(name));
    if (!Beginning.isBuiltAs(network, model.card())) {
      throw new Problem("problem.train.from", name, network.name());
    }
    return model;
  }
}
