package dev.inkling.model;

import dev.inkling.model.Layer.Conv;
import dev.inkling.model.Layer.Dense;
import dev.inkling.model.Weights.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network cut in two, each part a network of its own: the first layers can stay as they are while
 * the others learn from what these make of an image.
 *
 * @param layers of the whole, from the input to the output
 * @param depth how many of them are before the cut, 0…all but one
 */
public record Cut(List<Layer> layers, int depth) {
  public Cut {
    layers = List.copyOf(layers);
    if (depth < 0 || depth >= layers.size()) {
      throw new IllegalArgumentException(depth + " of " + layers.size());
    }
  }

  /**
   * Cuts behind the first layers with weights and what belongs to them: norm, activation, pooling.
   * Dropout belongs to the layer after it.
   *
   * @param count of layers with weights before the cut, fewer than there are
   */
  public static Cut behind(List<Layer> layers, int count) {
    int depth = 0;
    for (int met = 0; depth < layers.size(); depth++) {
      if (hasWeights(layers.get(depth)) && met++ == count) {
        break;
      }
    }
    while (depth > 0 && layers.get(depth - 1) instanceof Layer.Dropout) {
      depth--;
    }
    return new Cut(layers, depth);
  }

  /** Number of convolutions and dense layers. */
  public static int weighted(List<Layer> layers) {
    return (int) layers.stream().filter(Cut::hasWeights).count();
  }

  private static boolean hasWeights(Layer layer) {
    return layer instanceof Conv || layer instanceof Dense;
  }

  /** The layers before the cut. */
  public List<Layer> head() {
    return layers.subList(0, depth);
  }

  /** The layers behind the cut. */
  public List<Layer> tail() {
    return layers.subList(depth, layers.size());
  }

  /** The size of what one image is at the cut. */
  public Layer.Size between() {
    return Stage.of(layers).get(depth).input();
  }

  /** The weights of the layers before the cut. */
  public Weights headOf(Weights whole) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    names(Stage.of(layers).subList(0, depth))
        .forEach(name -> tensors.put(name, whole.tensor(name)));
    return new Weights(tensors);
  }

  /** The weights of the layers behind the cut, by the names that they have there. */
  public Weights tailOf(Weights whole) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tailNames().forEach((inWhole, inTail) -> tensors.put(inTail, whole.tensor(inWhole)));
    return new Weights(tensors);
  }

  /**
   * The weights of a whole network with others behind the cut.
   *
   * @param tail by the names that they have there
   */
  public Weights join(Weights whole, Weights tail) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
    tailNames().forEach((inWhole, inTail) -> tensors.put(inWhole, tail.tensor(inTail)));
    return new Weights(tensors);
  }

  /** From a parameter's name in the whole network to its name in the tail: layers count anew. */
  Map<String, String> tailNames() {
    List<String> whole = names(Stage.of(layers).subList(depth, layers.size()));
    List<String> tail = names(Stage.of(tail(), between()));
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < whole.size(); i++) {
      names.put(whole.get(i), tail.get(i));
    }
    return names;
  }

  private static List<String> names(List<Stage> stages) {
    List<String> names = new ArrayList<>();
    stages.forEach(stage -> names.addAll(stage.shapes().keySet()));
    return names;
  }
}
