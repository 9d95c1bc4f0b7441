package dev.inkling.kernel;

/** The gradient of filters' weights, added up: by {@link Correlation} or otherwise. */
interface WeightGradient {
  /**
   * Adds what a chunk of images says.
   *
   * @param gradient by what went out
   * @param x what came in
   */
  void add(float[] gradient, float[] x);
}
