package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.data.Doodles;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Recipe;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The images of each epoch: those of the data set, and what the recipe wants to be drawn besides.
 * Any two epochs of a run, and runs with other seeds, draw other things. What the next epoch needs
 * is drawn on other threads while the present one trains.
 */
final class EpochImages {
  private final Digits own;
  private final Recipe recipe;
  private int nextEpoch;
  private @Nullable CompletableFuture<Digits> next;

  EpochImages(Digits own, Recipe recipe) {
    this.own = own;
    this.recipe = recipe;
  }

  /** Images an epoch. */
  int count() {
    return recipe.imagesPerEpoch(own.count());
  }

  /** All images of an epoch, counted from 1. */
  Digits of(int epoch) {
    if (count() == own.count()) {
      return own;
    }
    Digits images = next != null && nextEpoch == epoch ? next.join() : draw(epoch);
    nextEpoch = epoch + 1;
    next = epoch < recipe.epochs() ? CompletableFuture.supplyAsync(() -> draw(epoch + 1)) : null;
    return images;
  }

  private Digits draw(int epoch) {
    long seed = EpochSeed.of(recipe.seed(), epoch);
    return own.with(
        Synthetic.variedDigits(recipe.synthetic(), seed, recipe.lesson().shown(own.classes())),
        Doodles.variedDigits(recipe.doodles(), seed));
  }
}
