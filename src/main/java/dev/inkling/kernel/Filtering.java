package dev.inkling.kernel;

/** What filters make of maps, forward, or of gradients, back: by {@link Product} or otherwise. */
interface Filtering {
  /**
   * Computes it.
   *
   * @param factors the filters' weights as {@link Parameters} lays them out for this
   * @param bias what each row's sum begins with
   * @param x what comes in
   * @param gate read where what goes out passes a gate
   */
  void compute(float[] factors, float[] bias, float[] x, float[] out, float[] gate);
}
