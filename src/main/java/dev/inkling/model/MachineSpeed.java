package dev.inkling.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * How much arithmetic the engine does at best here: convolutions with so many filters and so large
 * maps that nothing but arithmetic takes time. A product of matrices would not do: the library that
 * MXNet leaves it to knows less of new processors than the one for convolutions.
 */
public final class MachineSpeed {
  private static final int IMAGES = 16;
  private static final int FILTERS = 256;
  private static final int SIDE = 30;
  private static final int KERNEL = 3;

  private MachineSpeed() {}

  /** 10⁹ additions and multiplications a second, one sample a convolution, after one to warm up. */
  public static double[] gigaflops(int samples) {
    double operations = 2.0 * IMAGES * SIDE * SIDE * FILTERS * FILTERS * KERNEL * KERNEL;
    Shape one = new Shape(1, 1);
    double[] result = new double[samples];
    try (NDManager manager = EngineSetup.newManager()) {
      NDArray input = manager.ones(new Shape(IMAGES, FILTERS, SIDE, SIDE));
      NDArray weight = manager.ones(new Shape(FILTERS, FILTERS, KERNEL, KERNEL));
      NDArray bias = manager.zeros(new Shape(FILTERS));
      for (int i = -1; i < samples; i++) {
        long begin = System.nanoTime();
        NDArray output = Conv2d.conv2d(input, weight, bias, one, one, one).singletonOrThrow();
        output.getFloat(0, 0, 0, 0); // not lazily
        if (i >= 0) {
          result[i] = operations / (System.nanoTime() - begin);
        }
      }
    }
    return result;
  }
}
