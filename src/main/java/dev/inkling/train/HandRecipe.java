package dev.inkling.train;

/**
 * How a network learns a hand, by SGD with momentum 0.9. Adam moves each weight about as far,
 * whether the drawings have something to say of it or not, and so forgets ten times as much; see
 * docs/experiments.md, also for the numbers.
 *
 * @param trained how many of the last layers with weights learn
 * @param steps of the optimizer
 * @param own drawings in a batch, each in one of its variants
 * @param replayed images in a batch of what the network knew before
 * @param rate highest learning rate, which falls to 0 along half a cosine
 * @param variants of each drawing that are made in all
 * @param pool images that are replayed, of which a batch takes some
 * @param folds of the cross-validation
 * @param seed of all that is random
 */
public record HandRecipe(
    int trained,
    int steps,
    int own,
    int replayed,
    double rate,
    int variants,
    int pool,
    int folds,
    long seed) {
  /** Images of a batch. */
  private static final int BATCH = 128;

  /** Variants of all drawings together, beyond which they only take memory. */
  private static final int MOST_VARIANTS = 4_000;

  /**
   * What was found best for a number of drawings. A few must not fill much of each batch: all that
   * the network would learn is that everything is one of them.
   *
   * @param drawings at least 1
   */
  public static HandRecipe forDrawings(int drawings) {
    int own = Math.clamp(2L * drawings, 12, 3 * BATCH / 8);
    int steps = Math.clamp(Math.round(32 * Math.sqrt(drawings / 60.0)), 32, 128);
    int variants = Math.clamp(MOST_VARIANTS / drawings, 2, 32);
    return new HandRecipe(2, steps, own, BATCH - own, 0.005, variants, 2_500, 3, 1);
  }

  /** This recipe with another number of layers that learn. */
  public HandRecipe withTrained(int layers) {
    return new HandRecipe(layers, steps, own, replayed, rate, variants, pool, folds, seed);
  }
}
