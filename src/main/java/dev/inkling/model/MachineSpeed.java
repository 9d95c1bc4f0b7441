package dev.inkling.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** How much arithmetic the engine does at best here: products of two large matrices. */
public final class MachineSpeed {
  private static final int SIDE = 1_024;

  private MachineSpeed() {}

  /** 10⁹ additions and multiplications a second, one sample a product, after one to warm up. */
  public static double[] gigaflops(int samples) {
    double[] result = new double[samples];
    try (NDManager manager = EngineSetup.newManager()) {
      NDArray a = manager.ones(new Shape(SIDE, SIDE));
      NDArray b = manager.ones(new Shape(SIDE, SIDE));
      for (int i = -1; i < samples; i++) {
        long begin = System.nanoTime();
        a.dot(b).getFloat(0, 0); // not lazily
        if (i >= 0) {
          result[i] = 2.0 * SIDE * SIDE * SIDE / (System.nanoTime() - begin);
        }
      }
    }
    return result;
  }
}
