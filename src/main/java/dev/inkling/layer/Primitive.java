package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.image.GreyImage.Box;
import java.util.List;

/**
 * A layer that engines compute as one. What is not said here is so of layers without parameters
 * that change each value alone, as activations do.
 */
public interface Primitive extends Layer {
  /** How a layer's outputs depend on the channels of its inputs. */
  enum Channels {
    /** Each on the same one alone. */
    ALONE,
    /** Each on a weighted sum over all of them, to which those with weights of 0 add nothing. */
    WEIGHED,
    /** Each on all of them in relation to each other. */
    RELATED
  }

  @Override
  default Size output(Size input) {
    return input;
  }

  @Override
  default List<Primitive> expanded(Size input) {
    return List.of(this);
  }

  /** What training changes and what is counted along, in order. */
  default List<Parameter> parameters(Size input) {
    return List.of();
  }

  /** How outputs depend on channels. */
  default Channels channels() {
    return Channels.ALONE;
  }

  /** True where each value becomes the one at the same place, by a rule of its own. */
  default boolean isPointwise() {
    return true;
  }

  /** True where it is shown in one column with the layer before. */
  default boolean isFolded() {
    return isPointwise();
  }

  /** Size of what one value is computed from. */
  default Size window(Size input) {
    return new Size(1, 1, 1);
  }

  /** Width and height of its filters; 0 for layers that have none. */
  default int kernel() {
    return 0;
  }

  /**
   * The part of the input that a part of the output depends on, without padding.
   *
   * @param box part of the output, in every channel the same
   * @param channel the only one that is asked for, or −1 for all
   */
  default Box field(Size input, Box box, int channel) {
    return box;
  }

  /**
   * How many stages before this one the other is whose input it adds; 0 for those that look at what
   * comes before them alone.
   */
  default int back() {
    return 0;
  }

  /** What the other is asked for, see {@link #back}, as {@link #field} says of the input. */
  default Box fieldBefore(Box box) {
    return box;
  }

  /** Its name where there is little room. */
  String label();

  /** Its size as it stands below its name in a picture of the network; may be empty. */
  default String caption(Size input) {
    return "";
  }

  /** Computes it by DJL's operators. */
  NDArray compute(Tensors tensors);

  /** Adds it to a graph of MXNet's. */
  Symbol symbol(SymbolNodes nodes);

  /** Adds it to a graph of ONNX's. */
  void onnx(OnnxNodes nodes);

  /** Adds it to a network of PyTorch's. */
  void pytorch(PythonNodes nodes);

  /** Adds it to a network of Keras'. */
  void keras(PythonNodes nodes);

  /** How it computes one value, with all numbers filled in. */
  Formula formula(Numbers numbers, Cell cell);

  /**
   * How the loss's gradient by a value that it is given comes from those by what it puts out. Said
   * here of layers that change each value alone.
   *
   * @param input a cell of what it is given
   */
  default Chain chain(Flow flow, int image, Cell input) {
    return Chain.one(image, input, slope(flow.input(image, input)), flow.gradient(image, input));
  }

  /** How much what comes out of one value changes with it; 1 where it is passed on as it is. */
  default double slope(float input) {
    return 1;
  }

  /**
   * Whether a unit that put out a value lets no gradient through there, or next to none: less than
   * a twentieth of what it lets through at its steepest. Only activations with a flat part have any
   * such values.
   */
  default boolean isFlatAt(float output) {
    return false;
  }

  /** True where guided backpropagation lets only positive gradients back. */
  default boolean isRectifier() {
    return false;
  }

  /** Likewise, as {@link #chain} for what the stage before was given that it adds. */
  default Chain chainBefore(Flow flow, int image, Cell before) {
    throw new IllegalStateException(label() + " looks at what comes before it alone");
  }

  /**
   * How the loss's gradient by one of its parameters' numbers comes from those by what it puts out.
   *
   * @param part of its parameters, such as weight
   * @param index in that part, row-major
   */
  default Chain chain(Flow flow, String part, int index) {
    throw new IllegalStateException(label() + " has no " + part);
  }
}
