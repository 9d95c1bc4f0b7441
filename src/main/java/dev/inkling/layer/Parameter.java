package dev.inkling.layer;

import java.util.Arrays;

/**
 * One of a layer's arrays of numbers.
 *
 * @param part its name within the layer, such as weight
 * @param start how a training begins
 * @param fanIn how many inputs each output is summed over, for {@link Start#RANDOM}
 * @param fanOut how many outputs each input goes into, likewise; 1 where that says nothing
 * @param shape outputs first
 */
public record Parameter(String part, Start start, long fanIn, long fanOut, long... shape) {
  /** What it is before training. */
  public enum Start {
    /** Uniform in ±1/√inputs. */
    RANDOM,
    ZERO,
    ONE
  }

  /** What begins the same for all outputs. */
  static Parameter constant(String part, Start start, long... shape) {
    return new Parameter(part, start, 1, 1, shape);
  }

  /** What inputs are multiplied with. */
  static Parameter weight(long fanIn, long fanOut, long... shape) {
    return new Parameter("weight", Start.RANDOM, fanIn, fanOut, shape);
  }

  /** What is added to outputs that are summed over so many inputs. */
  static Parameter bias(long fanIn, long count) {
    return new Parameter("bias", Start.RANDOM, fanIn, 1, count);
  }

  /** Number of values. */
  public long count() {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }
}
