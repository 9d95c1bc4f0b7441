package dev.inkling.train;

/**
 * How a network learns a hand.
 *
 * @param trained how many of the last layers with weights learn
 * @param steps of the optimizer
 * @param own drawings in a batch, varied
 * @param replayed images in a batch of what the network knew before
 * @param rate highest learning rate of Adam, falling to 0 along half a cosine
 * @param pull part of the way back to the old weights that is taken in each step, times the rate
 * @param variants of each drawing that are made in all
 * @param amount how far these go, 0…1 and more
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
    double pull,
    int variants,
    double amount,
    int pool,
    int folds,
    long seed) {
  /** What was found best; see docs/experiments.md. */
  public static final HandRecipe USUAL = new HandRecipe(3, 40, 32, 96, 1e-3, 1, 16, 1, 3_000, 3, 1);
}
