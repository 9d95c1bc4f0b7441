package dev.inkling.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer in its place in a network, as a person builds it.
 *
 * @param name its kind and number, such as conv1, relu2
 * @param layer what it does
 * @param input size of what one image is before it
 * @param output size of what one image is after it
 */
public record Brick(String name, Layer layer, Size input, Size output) {
  /** Layers one after the other, the first on a picture of some size. */
  public static List<Brick> of(List<? extends Layer> layers, Size image) {
    List<Brick> bricks = new ArrayList<>(layers.size());
    List<String> names = names(layers);
    Size size = image;
    for (Layer layer : layers) {
      bricks.add(new Brick(names.get(bricks.size()), layer, size, layer.output(size)));
      size = layer.output(size);
    }
    return List.copyOf(bricks);
  }

  /** What layers are called in a network: each kind is counted. */
  public static List<String> names(List<? extends Layer> layers) {
    Map<String, Integer> counts = new HashMap<>();
    return layers.stream()
        .map(layer -> layer.word() + counts.merge(layer.word(), 1, Integer::sum))
        .toList();
  }

  /**
   * Likewise, but only those before the first impossible one: that is left nothing, or needs maps
   * where there are none any more.
   */
  public static List<Brick> possible(List<? extends Layer> layers, Size image) {
    List<Brick> possible = new ArrayList<>();
    boolean isFlat = false;
    for (Brick brick : of(layers, image)) {
      Size output = brick.output;
      if (output.height() < 1 || output.width() < 1 || (isFlat && brick.layer.needsMaps())) {
        break;
      }
      isFlat |= brick.layer.flattens();
      possible.add(brick);
    }
    return List.copyOf(possible);
  }

  /** What is computed in its place, one after the other. */
  public List<Stage> stages() {
    if (layer instanceof Primitive primitive) {
      return List.of(new Stage(name, primitive, input, output));
    }
    return of(layer.expanded(input), input).stream()
        .flatMap(inner -> inner.stages().stream())
        .map(
            inner ->
                new Stage(name + "." + inner.name(), inner.layer(), inner.input(), inner.output()))
        .toList();
  }

  /** Number of parameters that training changes. */
  public long parameterCount() {
    return stages().stream().mapToLong(Stage::parameterCount).sum();
  }

  /** Additions and multiplications for one image, see {@link Stage#operations}. */
  public long operations() {
    return stages().stream().mapToLong(Stage::operations).sum();
  }
}
