package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Parameter;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Size;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.util.List;

/**
 * How large a network in a file may be, looked at before anything is allocated: a few bytes of text
 * can describe a network that takes all memory, or minutes for one image. Each bound is ten times
 * and more what the largest network that ships has; the worst that fits all of them reads images
 * with less than two gigabytes.
 */
final class NetworkBounds {
  static final int LAYERS = 200;

  /** Numbers that are kept in parameters.npz, 32 MB of them. */
  static final long PARAMETERS = 8_000_000;

  /** Numbers that all layers give for one image; 128 images are read at once. */
  static final long VALUES = 1_000_000;

  /** Additions and multiplications for one image. */
  static final long OPERATIONS = 400_000_000;

  private final Object where;
  private long parameters;
  private long values;
  private long operations;

  private NetworkBounds(Object where) {
    this.where = where;
  }

  /**
   * Looks whether layers are so few that each can be looked at.
   *
   * @param where they stand, a file, to be named
   * @throws Problem when there are more than {@value #LAYERS}
   */
  static void checkCount(List<?> layers, Object where) {
    new NetworkBounds(where).check("model.bound.layers", layers.size(), LAYERS);
  }

  /**
   * Looks whether a network is small enough to be read with.
   *
   * @param image that it is given
   * @param where it stands, a file, to be named
   * @throws Problem that says what is too large, and the bound
   */
  static void check(List<Layer> layers, Size image, Object where) {
    checkCount(layers, where);
    NetworkBounds bounds = new NetworkBounds(where);
    Size size = image;
    for (Layer layer : layers) {
      for (Primitive primitive : layer.expanded(size)) {
        Size next = primitive.output(size);
        bounds.add(primitive, size, next);
        size = next;
      }
    }
  }

  /** Adds a layer up; what is within the bounds so far cannot make the next sums overflow. */
  private void add(Primitive layer, Size input, Size output) {
    values += output.values();
    check("model.bound.values", values, VALUES);
    parameters += layer.parameters(input).stream().mapToLong(Parameter::count).sum();
    check("model.bound.parameters", parameters, PARAMETERS);
    operations += 2 * output.values() * layer.window(input).values();
    check("model.bound.operations", operations, OPERATIONS);
  }

  private void check(String what, long is, long most) {
    if (is > most) {
      throw new Problem("problem.model.large", where, new Phrase(what, most));
    }
  }
}
