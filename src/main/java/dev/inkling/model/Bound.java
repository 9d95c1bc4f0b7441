package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Size;
import java.util.Locale;

/**
 * How large a network may be. Each bound is ten times and more what the largest network that ships
 * has; the worst that fits all of them reads images with less than two gigabytes. Sums are floating
 * point: they cannot overflow, and those that matter are exact.
 */
public enum Bound {
  /** Numbers that all layers give for one image; 128 images are read at once. */
  VALUES(1_000_000),
  /** Numbers that are kept in parameters.npz, 32 MB of them. */
  PARAMETERS(8_000_000),
  /** Additions and multiplications for one image. */
  OPERATIONS(400_000_000);

  /** Layers, as a person counts them. */
  public static final int LAYERS = 200;

  private final long most;

  Bound(long most) {
    this.most = most;
  }

  /** What a whole network may have. */
  public long most() {
    return most;
  }

  /** What a layer has that is given something of a size. */
  public double of(Layer layer, Size input) {
    double sum = 0;
    Size size = input;
    for (Primitive primitive : layer.expanded(input)) {
      Size next = primitive.output(size);
      sum += of(primitive, size, next);
      size = next;
    }
    return sum;
  }

  private double of(Primitive layer, Size input, Size output) {
    return switch (this) {
      case VALUES -> output.values();
      case PARAMETERS ->
          layer.parameters(input).stream().mapToDouble(parameter -> parameter.count()).sum();
      case OPERATIONS -> 2.0 * output.values() * layer.window(input).values();
    };
  }

  /** Key of the words for it, with the bound as their argument. */
  String key() {
    return "model.bound." + name().toLowerCase(Locale.ROOT);
  }
}
