package dev.inkling.model;

import ai.djl.ndarray.types.Shape;
import dev.inkling.image.Framing;
import dev.inkling.model.Layer.Conv;
import dev.inkling.model.Layer.Dense;
import dev.inkling.model.Layer.Plain;
import dev.inkling.model.Layer.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer in its place in a network.
 *
 * @param name its kind and number, such as conv1, norm1, relu2; its parameters' names begin so
 * @param layer what it does
 * @param input size of what one image is before it
 * @param output size of what one image is after it
 */
public record Stage(String name, Layer layer, Size input, Size output) {
  /** One image as a network reads it. */
  public static final Size IMAGE = new Size(1, Framing.SIZE, Framing.SIZE);

  /** Layers one after the other, the first on the 28×28 picture. */
  public static List<Stage> of(List<Layer> layers) {
    return of(layers, IMAGE);
  }

  /** Layers one after the other, the first on a picture of some size. */
  public static List<Stage> of(List<Layer> layers, Size image) {
    List<Stage> stages = new ArrayList<>(layers.size());
    Map<String, Integer> counts = new HashMap<>();
    Size size = image;
    for (Layer layer : layers) {
      String kind = layer.text().split(" ", 2)[0].replace("batch-norm", "norm");
      String name = kind + counts.merge(kind, 1, Integer::sum);
      stages.add(new Stage(name, layer, size, layer.output(size)));
      size = layer.output(size);
    }
    return List.copyOf(stages);
  }

  /** Place of the last layer that has weights; 0 when none has. */
  static int last(List<Stage> stages) {
    int last = stages.size() - 1;
    while (last > 0 && stages.get(last).parameterCount() == 0) {
      last--;
    }
    return last;
  }

  /** Name of the parameter {@code part}, such as weight: conv1.weight. */
  public String parameter(String part) {
    return name + "." + part;
  }

  /** Number of parameters that training changes; running statistics are not among them. */
  public long parameterCount() {
    return shapes().entrySet().stream()
        .filter(entry -> isTrained(entry.getKey()))
        .mapToLong(entry -> entry.getValue().size())
        .sum();
  }

  /** Additions and multiplications for one image: two for each weight and place it is used at. */
  long operations() {
    return switch (layer) {
      case Conv conv -> 2L * output.count() * input.channels() * conv.kernel() * conv.kernel();
      case Dense _ -> 2L * output.count() * input.count();
      default -> 0;
    };
  }

  /** The names and shapes of the parameters, in order. */
  Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    if (layer instanceof Conv conv) {
      shapes.put(
          parameter("weight"),
          new Shape(conv.filters(), input.channels(), conv.kernel(), conv.kernel()));
      shapes.put(parameter("bias"), new Shape(conv.filters()));
    } else if (layer instanceof Dense dense) {
      shapes.put(parameter("weight"), new Shape(dense.units(), input.count()));
      shapes.put(parameter("bias"), new Shape(dense.units()));
    } else if (layer == Plain.BATCH_NORM) {
      for (String part : List.of("gamma", "beta", "mean", "variance")) {
        shapes.put(parameter(part), new Shape(input.channels()));
      }
    }
    return shapes;
  }

  /** False for what a layer counts along instead: batch norm's running statistics. */
  public static boolean isTrained(String parameter) {
    return !parameter.endsWith(".mean") && !parameter.endsWith(".variance");
  }
}
