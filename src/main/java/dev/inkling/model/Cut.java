package dev.inkling.model;

import dev.inkling.layer.Brick;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
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
      if (layers.get(depth).isWeighted() && met++ == count) {
        break;
      }
    }
    while (depth > 0 && layers.get(depth - 1) instanceof Dropout) {
      depth--;
    }
    return new Cut(layers, depth);
  }

  /** Number of layers with filters or units. */
  public static int weighted(List<Layer> layers) {
    return (int) layers.stream().filter(Layer::isWeighted).count();
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
  public Size between() {
    return Brick.of(layers, Stage.IMAGE).get(depth).input();
  }

  /** The weights of the layers before the cut. */
  public Weights headOf(Weights whole) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    names(Stage.of(head())).forEach(name -> tensors.put(name, whole.tensor(name)));
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
    List<Stage> all = Stage.of(layers);
    List<String> whole = names(all.subList(Stage.of(head()).size(), all.size()));
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
