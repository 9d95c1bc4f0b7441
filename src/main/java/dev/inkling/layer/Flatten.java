package dev.inkling.layer;

import ai.djl.ndarray.NDArray;

/** Maps as a row of numbers. */
final class Flatten {
  private Flatten() {}

  static NDArray flat(NDArray x) {
    return x.getShape().dimension() == 2 ? x : x.reshape(x.getShape().get(0), -1);
  }
}
