package dev.inkling.train;

import dev.inkling.data.Classes;
import dev.inkling.data.Digits;
import dev.inkling.data.Doodles;
import dev.inkling.data.Kept;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Recipe.Augmentation;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is learned from: own drawings and their variants, and what must not be forgotten. */
final class HandExamples {
  /** Parts of what is replayed that are MNIST's, and that are no digits. */
  private static final double SCANS = 0.5;

  private static final double DOODLES = 0.3;

  /** Part of what is replayed in a batch that is of the least sure. */
  private static final double HARD = 0.5;

  /** One in so many is of the least sure. */
  private static final int FEW = 5;

  /** How far what the network says of no digit is moved to all classes alike. */
  private static final float DOUBT = 0.3f;

  private final HandTraining.Task task;
  private final HandRecipe recipe;
  private final Examples own;
  private final Examples replay;
  private final int[] folds;

  /** The fifth of what is replayed that the network is least sure of: there it errs first. */
  private final int[] unsure;

  HandExamples(HandTraining.Task task, HandRecipe recipe, Tail tail) {
    this.task = task;
    this.recipe = recipe;
    folds = folds(task.own(), recipe.folds());
    own = own(tail);
    replay = replay(tail);
    unsure =
        IntStream.range(0, replay.count())
            .boxed()
            .sorted(Comparator.comparingDouble(replay::surest))
            .limit(Math.ceilDiv(replay.count(), FEW))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The n-th drawing of each class belongs to fold n, and then around again. */
  private static int[] folds(List<Kept> drawings, int folds) {
    int[] met = new int[Digits.CLASSES];
    return drawings.stream().mapToInt(kept -> met[kept.label()]++ % folds).toArray();
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
    int count = task.own().size() * each;
    float[] targets = new float[count * Digits.CLASSES];
    for (int i = 0; i < count; i++) {
      targets[i * Digits.CLASSES + task.own().get(i / each).label()] = 1;
    }
    Variants variants = new Variants(task.own(), Classes.DIGITS, each, recipe.seed());
    return examples(tail, variants.input(), targets);
  }

  /** What was known, varied, with what the network says of it now: learning without forgetting. */
  private Examples replay(Tail tail) {
    Digits known = known();
    float[] input = new float[known.count() * Digits.PIXELS];
    Augmenter augmenter = new Augmenter(Augmentation.FULL, recipe.seed());
    IntStream.range(0, known.count())
        .parallel()
        .forEach(i -> augmenter.write(known, i, 1, input, i * Digits.PIXELS));
    Examples replayed = examples(tail, input, new float[known.count() * Digits.CLASSES]);
    tail.answer(replayed);
    for (int i = 0; i < known.count(); i++) {
      if (known.label(i) == Digits.NONE) {
        replayed.doubt(i, DOUBT);
      }
    }
    return replayed;
  }

  /** A network that never says that something is no digit is shown digits alone. */
  private Digits known() {
    boolean doubts = task.from().card().confidence().leastForDigit() > 0;
    int doodles = doubts ? (int) (recipe.pool() * DOODLES) : 0;
    int scans = task.mnist() == null ? 0 : (int) (recipe.pool() * SCANS);
    Digits drawn =
        Synthetic.variedDigits(recipe.pool() - scans - doodles, recipe.seed())
            .with(Doodles.variedDigits(doodles, recipe.seed()));
    return task.mnist() == null ? drawn : task.mnist().train().spread(scans).with(drawn);
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
        boolean isHard = random.nextDouble() < HARD;
        int i = isHard ? unsure[random.nextInt(unsure.length)] : random.nextInt(replay.count());
        replay.copy(i, batch, k);
      }
    }
    return batch;
  }
}
