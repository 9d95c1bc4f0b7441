package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.Variation;
import dev.inkling.image.Framing;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe.Augmentation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is learned from: own drawings in many variants, and what must not be forgotten. */
final class HandExamples {
  /** Side of the raster: as fine as 28×28 needs. */
  private static final int RASTER = Drawing.SIZE / 4;

  /** Part of what is replayed in a batch that is of the least sure. */
  private static final double HARD = 0.5;

  private final List<Kept> drawings;
  private final HandRecipe recipe;
  private final Known known;
  private final Examples own;

  HandExamples(Model model, List<Kept> drawings, HandRecipe recipe, Known known) {
    this.drawings = drawings;
    this.recipe = recipe;
    this.known = known;
    int each = recipe.variants();
    Digits plain = DrawingStore.digits(drawings);
    int count = plain.count() * each;
    float[] input = new float[count * Digits.PIXELS];
    float[] targets = new float[count * Digits.CLASSES];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              variant(plain, i / each, i % each, input, i * Digits.PIXELS);
              targets[i * Digits.CLASSES + plain.label(i / each)] = 1;
            });
    model.card().normalization().apply(input, 0, input.length);
    own = known.tail().examples(input, targets);
  }

  /** Variant 0 is the drawing itself, and any that the pen left no ink of. */
  private void variant(Digits plain, int drawing, int variant, float[] out, int at) {
    Kept kept = drawings.get(drawing);
    plain.write(drawing, out, at);
    if (variant > 0 && kept.image() != null) {
      new Augmenter(Augmentation.FULL, recipe.seed()).write(plain, drawing, variant, out, at);
    } else if (variant > 0) {
      long seed = (recipe.seed() * 1_000_003 + drawing) * 1_000_003 + variant;
      Drawing varied = Variation.of(kept.strokes(), new SplittableRandom(seed));
      Framing.frame(Raster.of(varied, RASTER)).ifPresent(image -> image.write(out, at));
    }
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
