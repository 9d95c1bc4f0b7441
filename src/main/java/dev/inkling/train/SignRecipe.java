package dev.inkling.train;

/**
 * How a network learns signs that it never saw, by SGD with momentum 0.9. Nothing must be kept of
 * what it read before, so its own drawings fill each batch.
 *
 * @param trained how many of the last layers with weights learn
 * @param steps of the optimizer
 * @param batch drawings in a batch, each in one of its variants
 * @param rate highest learning rate, which falls to 0 along half a cosine
 * @param variants of all drawings that are made
 * @param folds of the cross-validation
 * @param seed of all that is random
 */
record SignRecipe(
    int trained, int steps, int batch, double rate, int variants, int folds, long seed) {
  static final SignRecipe USUAL = new SignRecipe(2, 60, 64, 0.02, 1_600, 3, 1);

  /** Variants of each of some drawings, itself among them. */
  int variantsOf(int drawings) {
    return Math.clamp(variants / drawings, 2, 40);
  }
}
