package dev.inkling.layer;

import dev.inkling.text.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One layer of a network, as data: what stands in an architecture and in model.json, and what a
 * person adds and removes. Most are {@link Primitive}; others are made of several of these.
 */
public interface Layer {
  /** What layers are for. */
  enum Family {
    /** They have filters or units. */
    WEIGHTED,
    /** They make maps smaller. */
    POOLING,
    /** They bend what is computed by a rule for each value. */
    ACTIVATION,
    /** All others: they help to train, or say how outputs are meant. */
    MORE
  }

  /**
   * Reads a layer's text form.
   *
   * @throws Problem when it is none, with the text as its first argument
   */
  static Layer parse(String text) {
    return Kinds.of(text).read(text);
  }

  /**
   * Reads layers with commas between them.
   *
   * @throws Problem when one of them is none, with its text as the first argument
   */
  static List<Layer> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(Layer::parse).toList();
  }

  /** The text forms of layers, in their order. */
  static List<String> texts(List<? extends Layer> layers) {
    return layers.stream().map(Layer::text).toList();
  }

  /** The layer's text form, which {@link #parse} reads back. */
  String text();

  /** What its name in a network begins with: conv of conv1. */
  default String word() {
    return text().split(" ", 2)[0];
  }

  /** The size of this layer's output; a side of 0 or less where the input is too small for it. */
  Size output(Size input);

  /** What an engine computes one after the other in its place. */
  List<Primitive> expanded(Size input);

  /** True for layers that are given maps; what a dense layer gives are none any more. */
  default boolean needsMaps() {
    return false;
  }

  /** True where each image becomes a row of numbers, which are no maps any more. */
  default boolean flattens() {
    return false;
  }

  /** True for layers with filters or units of their own, which training changes. */
  default boolean isWeighted() {
    return false;
  }

  /** Which of the layers it stands with where they are listed. */
  default Family family() {
    return isWeighted() ? Family.WEIGHTED : Family.MORE;
  }

  /** What can be set in it, in the order in which it is asked for. */
  default List<Setting> settings() {
    return List.of();
  }

  /**
   * This layer with another number of outputs; nothing where it has as many as what it is given.
   */
  default Optional<Layer> withOutputs(int count) {
    return Optional.empty();
  }

  /** The square by which it slides over maps; nothing for layers that have none. */
  default Optional<Window> slides() {
    return Optional.empty();
  }

  /** This layer with another square to slide by; itself where it has none. */
  default Layer sliding(Window window) {
    return this;
  }

  /** This layer when batch norm in it, or behind it, has become part of its weights and biases. */
  default Layer withNormFolded() {
    return this;
  }
}
