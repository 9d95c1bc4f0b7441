package dev.inkling.train;

import dev.inkling.data.Classes;
import dev.inkling.data.Digits;
import dev.inkling.data.Kept;
import dev.inkling.model.Model;
import java.util.List;
import java.util.SplittableRandom;

/** What is learned from: own drawings in many variants, and what must not be forgotten. */
final class HandExamples {
  /** Part of what is replayed in a batch that is of the least sure. */
  private static final double HARD = 0.5;

  private final HandRecipe recipe;
  private final Known known;
  private final Examples own;

  HandExamples(Model model, List<Kept> drawings, HandRecipe recipe, Known known) {
    this.recipe = recipe;
    this.known = known;
    int each = recipe.variants();
    int count = drawings.size() * each;
    float[] targets = new float[count * Digits.CLASSES];
    for (int i = 0; i < count; i++) {
      targets[i * Digits.CLASSES + drawings.get(i / each).label()] = 1;
    }
    float[] input = new Variants(drawings, Classes.DIGITS, each, recipe.seed()).input();
    model.card().normalization().apply(input, 0, input.length);
    own = known.tail().examples(input, targets);
  }

  /** Room for a batch. */
  Examples room() {
    return Examples.empty(recipe.own() + recipe.replayed(), own.width(), Digits.CLASSES);
  }

  /**
   * Fills a batch with some of these drawings, each in one of its variants, and some of what was
   * known before.
   */
  void fill(Examples batch, int[] some, SplittableRandom random) {
    for (int k = 0; k < batch.count(); k++) {
      if (k < recipe.own()) {
        int drawing = some[random.nextInt(some.length)];
        own.copy(drawing * recipe.variants() + random.nextInt(recipe.variants()), batch, k);
      } else {
        known.copy(random.nextDouble() < HARD, random, batch, k);
      }
    }
  }
}
