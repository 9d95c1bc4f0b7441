package dev.inkling.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network's parameters as plain numbers: a copy that no engine and no other thread can change.
 *
 * @param tensors by name, such as {@code conv1.weight}, from the input to the output
 */
public record Weights(Map<String, Tensor> tensors) {
  public Weights {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * Numbers with a shape.
   *
   * @param shape size of each dimension, the outermost first
   * @param values row-major, not to be changed
   */
  public record Tensor(long[] shape, float[] values) {}

  /**
   * The tensor of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no " + name + " among " + tensors.keySet());
    }
    return tensor;
  }

  /** True when every number is one: training can go wrong and leave NaN. */
  public boolean areFinite() {
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
