package dev.inkling.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

  /** These and others. */
  Weights with(Map<String, Tensor> others) {
    Map<String, Tensor> all = new LinkedHashMap<>(tensors);
    all.putAll(others);
    return new Weights(all);
  }

  /** These but some. */
  Weights without(Set<String> names) {
    Map<String, Tensor> left = new LinkedHashMap<>(tensors);
    left.keySet().removeAll(names);
    return new Weights(left);
  }

  /**
   * Weights on the line through these and others of the same shapes.
   *
   * @param part of the way: 0 is here, 1 there
   */
  public Weights toward(Weights others, double part) {
    Map<String, Tensor> between = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          float[] values = tensor.values.clone();
          float[] there = others.tensor(name).values;
          for (int i = 0; i < values.length; i++) {
            values[i] += (float) (part * (there[i] - values[i]));
          }
          between.put(name, new Tensor(tensor.shape, values));
        });
    return new Weights(between);
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
