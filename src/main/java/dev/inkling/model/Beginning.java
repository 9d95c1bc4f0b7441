package dev.inkling.model;

import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Weights.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a training begins with instead of from scratch: the weights of another network. */
public final class Beginning {
  private Beginning() {}

  /**
   * True for a model with the layers of a network, whatever it silences by chance while it trains
   * and however many classes its last layer tells apart.
   */
  public static boolean isBuiltAs(Architecture network, ModelCard card) {
    if (card.reads() != network.task()) {
      return false;
    }
    Architecture whole =
        network.task() == Task.LINE ? network : network.withClasses(card.classes().size());
    return plain(card.parsedLayers()).equals(plain(whole.layers()));
  }

  private static List<Layer> plain(List<Layer> layers) {
    return layers.stream().filter(layer -> !(layer instanceof Dropout)).toList();
  }

  /**
   * The weights to begin with; for other classes than the model's with a last layer that has
   * learned nothing.
   *
   * @param other model that is built as the network
   * @param classes that are to be told apart
   * @param init how a new last layer is drawn
   * @param seed of it
   */
  public static Weights weights(
      Model other, Architecture network, List<String> classes, Init init, long seed) {
    if (other.card().classes().equals(classes)) {
      return other.weights();
    }
    List<Layer> layers = network.withClasses(classes.size()).layers();
    List<Stage> stages = Stage.of(layers);
    Set<String> last = stages.get(Stage.last(stages)).shapes().keySet();
    Map<String, Tensor> tensors =
        new LinkedHashMap<>(Network.initialWeights(layers, init, seed).tensors());
    tensors.replaceAll(
        (name, fresh) -> {
          Tensor learned = other.weights().tensor(name);
          boolean isOther = !Arrays.equals(learned.shape(), fresh.shape());
          return isOther || last.contains(name) ? fresh : learned;
        });
    return new Weights(tensors);
  }
}
