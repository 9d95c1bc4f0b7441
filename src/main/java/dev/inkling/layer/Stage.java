package dev.inkling.layer;

import ai.djl.ndarray.types.Shape;
import dev.inkling.image.Framing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine computes as one, in its place in a network.
 *
 * @param name its kind and number, such as conv1, norm1, relu2; its parameters' names begin so
 * @param layer what it does
 * @param input size of what one image is before it
 * @param output size of what one image is after it
 */
public record Stage(String name, Primitive layer, Size input, Size output) {
  /** One image as a network reads it. */
  public static final Size IMAGE = new Size(1, Framing.SIZE, Framing.SIZE);

  /** All that is computed one after the other, the first on the 28×28 picture. */
  public static List<Stage> of(List<? extends Layer> layers) {
    return of(layers, IMAGE);
  }

  /** Likewise, the first on a picture of some size. */
  public static List<Stage> of(List<? extends Layer> layers, Size image) {
    return Brick.of(layers, image).stream().flatMap(brick -> brick.stages().stream()).toList();
  }

  /** Place of the last stage that has weights; 0 when none has. */
  public static int last(List<Stage> stages) {
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

  /** What training changes and what is counted along, in order. */
  public List<Parameter> parameters() {
    return layer.parameters(input);
  }

  /** True where what it is given is multiplied with weights; those of norms are none. */
  public boolean isWeighted() {
    return parameters().stream().anyMatch(parameter -> parameter.part().equals("weight"));
  }

  /** Number of parameters that training changes; running statistics are not among them. */
  public long parameterCount() {
    return parameters().stream()
        .filter(parameter -> isTrained(parameter(parameter.part())))
        .mapToLong(Parameter::count)
        .sum();
  }

  /** Additions and multiplications for one image: two for each weight and place it is used at. */
  public long operations() {
    return parameters().stream()
        .filter(parameter -> parameter.part().equals("weight"))
        .mapToLong(weight -> 2 * output.values() * (weight.count() / weight.shape()[0]))
        .sum();
  }

  /** The names and shapes of the parameters, in order. */
  public Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    parameters().forEach(one -> shapes.put(parameter(one.part()), new Shape(one.shape())));
    return shapes;
  }

  /** False for what a layer counts along instead: batch norm's running statistics. */
  public static boolean isTrained(String parameter) {
    return !parameter.endsWith(".mean") && !parameter.endsWith(".variance");
  }
}
