package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** What a stage finds when it is computed by DJL's operators. */
public interface Tensors {
  /** What the stage is given: (batch, channels, height, width), or (batch, numbers). */
  default NDArray input() {
    return input(0);
  }

  /** What the stage so many before this one is given. */
  NDArray input(int back);

  /** A parameter of the stage; null where it has none of that name. */
  @Nullable NDArray parameter(String part);

  /** True while it is trained: dropout drops, and batch norm uses the batch's own statistics. */
  boolean isTraining();
}
