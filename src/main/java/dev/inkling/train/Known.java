package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Doodles;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Predictions;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Weights;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a network knows before it learns a hand, and must not forget. No drawing of the hand has a
 * say in it, so the newest is kept while there is memory, and serves for the next hand too.
 */
final class Known {
  /** Parts of what is replayed that are MNIST's, and that are no digits. */
  private static final double SCANS = 0.5;

  private static final double DOODLES = 0.3;

  /** One in so many is of the least sure. */
  private static final int FEW = 5;

  /** How far what the network says of no digit is moved to all classes alike. */
  private static final float DOUBT = 0.3f;

  /** Drawings of no digit that say where the network must refuse. */
  private static final int OTHERS = 500;

  private static SoftReference<Known> newest = new SoftReference<>(null);

  private final Model model;
  private final @Nullable DataSet mnist;
  private final HandRecipe recipe;
  private final Tail tail;
  private final Examples replay;

  /** The fifth of what is replayed that the network is least sure of: there it errs first. */
  private final int[] unsure;

  private final List<Kept> others;

  /** The same as the network sees them. */
  private final Digits othersSeen;

  private final float[][] ofOthers;
  private volatile @Nullable Predictions test;

  private Known(Model model, @Nullable DataSet mnist, HandRecipe recipe) {
    this.model = model;
    this.mnist = mnist;
    this.recipe = recipe;
    Digits digits = digits();
    float[] input = varied(digits);
    tail = new Tail(model, recipe.trained());
    replay = replay(digits, input);
    unsure =
        IntStream.range(0, replay.count())
            .boxed()
            .sorted(Comparator.comparingDouble(replay::surest))
            .limit(Math.ceilDiv(replay.count(), FEW))
            .mapToInt(Integer::intValue)
            .toArray();
    SplittableRandom random = new SplittableRandom(recipe.seed() + 1);
    others =
        Stream.generate(() -> Kept.of(Doodles.drawing(random), 0, null, null))
            .limit(doubts() ? OTHERS : 0)
            .toList();
    othersSeen = DrawingStore.digits(others);
    try (Classifier classifier = new Classifier(model)) {
      ofOthers = classifier.probabilities(othersSeen, _ -> {});
    }
  }

  /**
   * What a network knows; takes a second or two where it is not there yet.
   *
   * @param mnist whose training images must not be forgotten; null where they are not here
   */
  static synchronized Known of(Model model, @Nullable DataSet mnist, HandRecipe recipe) {
    Known known = newest.get();
    if (known == null || !known.isOf(model, mnist, recipe)) {
      newest.clear();
      known = new Known(model, mnist, recipe);
      newest = new SoftReference<>(known);
    }
    return known;
  }

  private boolean isOf(Model other, @Nullable DataSet images, HandRecipe way) {
    return (mnist == null) == (images == null)
        && recipe.trained() == way.trained()
        && recipe.pool() == way.pool()
        && recipe.seed() == way.seed()
        && model.card().equals(other.card())
        && areSame(model.weights(), other.weights());
  }

  private static boolean areSame(Weights some, Weights others) {
    return some.tensors().keySet().equals(others.tensors().keySet())
        && some.tensors().entrySet().stream()
            .allMatch(
                entry ->
                    Arrays.equals(
                        entry.getValue().values(), others.tensor(entry.getKey()).values()));
  }

  /** A network that never says that something is no digit is shown digits alone. */
  private boolean doubts() {
    return model.card().confidence().leastForDigit() > 0;
  }

  private Digits digits() {
    int doodles = doubts() ? (int) (recipe.pool() * DOODLES) : 0;
    int scans = mnist == null ? 0 : (int) (recipe.pool() * SCANS);
    Digits drawn =
        Synthetic.variedDigits(recipe.pool() - scans - doodles, recipe.seed())
            .with(Doodles.variedDigits(doodles, recipe.seed()));
    return mnist == null ? drawn : mnist.train().spread(scans).with(drawn);
  }

  /** The images, varied, normalized. */
  private float[] varied(Digits digits) {
    float[] input = new float[digits.count() * Digits.PIXELS];
    Augmenter augmenter = new Augmenter(Augmentation.FULL, recipe.seed());
    IntStream.range(0, digits.count())
        .parallel()
        .forEach(i -> augmenter.write(digits, i, 1, input, i * Digits.PIXELS));
    model.card().normalization().apply(input, 0, input.length);
    return input;
  }

  /** With what the network says of them now: learning without forgetting. */
  private Examples replay(Digits digits, float[] input) {
    Examples replayed = tail.examples(input, new float[digits.count() * Digits.CLASSES]);
    tail.answer(replayed);
    for (int i = 0; i < digits.count(); i++) {
      if (digits.label(i) == Digits.NONE) {
        replayed.doubt(i, DOUBT);
      }
    }
    return replayed;
  }

  /** What learns. */
  Tail tail() {
    return tail;
  }

  /** Copies any of the examples to a place of a batch, or one of the hard ones. */
  void copy(boolean isHard, SplittableRandom random, Examples batch, int place) {
    int i = isHard ? unsure[random.nextInt(unsure.length)] : random.nextInt(replay.count());
    replay.copy(i, batch, place);
  }

  /**
   * Drawings of no digit that were not replayed, whatever their labels say; none for a network that
   * never refuses.
   */
  List<Kept> others() {
    return others;
  }

  /** These as the network sees them. */
  Digits othersSeen() {
    return othersSeen;
  }

  /** What the network says of these. */
  float[][] ofOthers() {
    return ofOthers;
  }

  /** How MNIST's test images are read; null until somebody has read them. */
  @Nullable Predictions test() {
    return test;
  }

  void setTest(Predictions read) {
    test = read;
  }
}
