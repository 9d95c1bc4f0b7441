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
}
