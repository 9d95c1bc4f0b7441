package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.data.Doodles;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.Synthetic;
import dev.inkling.data.Variation;
import dev.inkling.image.Framing;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.Recipe.Augmentation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is learned from: own drawings and their variants, and what must not be forgotten. */
final class HandExamples {
  /** Side of the raster: as fine as 28×28 needs. */
  private static final int RASTER = Drawing.SIZE / 4;

  private final HandTraining.Task task;
  private final HandRecipe recipe;
  private final Examples own;
  private final Examples replay;
  private final int[] folds;

  HandExamples(HandTraining.Task task, HandRecipe recipe, Tail tail) {
    this.task = task;
    this.recipe = recipe;
    folds = folds(task.own(), recipe.folds());
    own = own(tail);
    replay = replay(tail);
  }

  /** The n-th drawing of each class belongs to fold n, and then around again. */
  private static int[] folds(List<Kept> drawings, int folds) {
    int[] met = new int[Digits.CLASSES];
    return drawings.stream().mapToInt(kept -> met[kept.label()]++ % folds).toArray();
  }

  /** All drawings. */
  int[] all() {
    return IntStream.range(0, folds.length).toArray();
  }

  /** The drawings of a fold. */
  int[] in(int fold) {
    return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
  }

  /** The drawings of all other folds. */
  int[] without(int fold) {
    return IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
  }

  private Examples own(Tail tail) {
    int each = recipe.variants();
    int count = folds.length * each;
    float[] input = new float[count * Digits.PIXELS];
    float[] targets = new float[count * Digits.CLASSES];
    Digits plain = DrawingStore.digits(task.own());
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              variant(plain, i / each, i % each, input, i * Digits.PIXELS);
              targets[i * Digits.CLASSES + task.own().get(i / each).label()] = 1;
            });
    return examples(tail, input, targets);
  }

  private void variant(Digits plain, int drawing, int variant, float[] out, int at) {
    Kept kept = task.own().get(drawing);
    if (variant == 0) {
      plain.write(drawing, out, at);
    } else if (kept.image() != null) {
      new Augmenter(Augmentation.FULL, recipe.seed()).write(plain, drawing, variant, out, at);
    } else {
      SplittableRandom random =
          new SplittableRandom((recipe.seed() * 1_000_003 + drawing) * 1_000_003 + variant);
      Drawing varied = Variation.of(kept.drawing(), recipe.amount(), random);
      Framing.frame(Raster.of(varied, RASTER)).ifPresent(image -> image.write(out, at));
    }
  }

  private Examples replay(Tail tail) {
    Digits known = known();
    float[] input = new float[known.count() * Digits.PIXELS];
    float[] targets = new float[known.count() * Digits.CLASSES];
    Augmenter augmenter = new Augmenter(Augmentation.FULL, recipe.seed());
    for (int i = 0; i < known.count(); i++) {
      augmenter.write(known, i, 1, input, i * Digits.PIXELS);
    }
    float[][] taught;
    byte[] pixels = new byte[input.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(Math.clamp(input[i], 0f, 1f) * 255);
    }
    try (Classifier teacher = new Classifier(task.from(), Confidence.NONE)) {
      taught = teacher.probabilities(new Digits(pixels, new byte[known.count()]), _ -> {});
    }
    for (int i = 0; i < known.count(); i++) {
      System.arraycopy(taught[i], 0, targets, i * Digits.CLASSES, Digits.CLASSES);
    }
    return examples(tail, input, targets);
  }

  private Digits known() {
    int mnist = recipe.pool() / 2;
    int written = recipe.pool() * 3 / 10;
    int doodles = recipe.pool() / 5;
    Digits drawn =
        Synthetic.variedDigits(written, recipe.seed())
            .with(Doodles.variedDigits(doodles, recipe.seed()));
    return task.mnist() == null ? drawn : task.mnist().train().spread(mnist).with(drawn);
  }

  private Examples examples(Tail tail, float[] input, float[] targets) {
    task.from().card().normalization().apply(input, 0, input.length);
    int count = targets.length / Digits.CLASSES;
    return new Examples(count, tail.width(), tail.features(input, count), targets);
  }

  /** Some of these drawings, each in one of its variants, and some of what was known before. */
  Examples batch(int[] drawings, SplittableRandom random) {
    int size = recipe.own() + recipe.replayed();
    Examples batch = Examples.empty(size, own.width(), Digits.CLASSES);
    for (int k = 0; k < size; k++) {
      if (k < recipe.own()) {
        int drawing = drawings[random.nextInt(drawings.length)];
        own.copy(drawing * recipe.variants() + random.nextInt(recipe.variants()), batch, k);
      } else {
        replay.copy(random.nextInt(replay.count()), batch, k);
      }
    }
    return batch;
  }
}
