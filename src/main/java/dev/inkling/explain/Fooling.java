package dev.inkling.explain;

import dev.inkling.data.Digits;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Small changes of a picture after which a network reads something else: no pixel changes by more
 * than a bound, its strength (the L∞ norm). All pictures are of whole grey levels, as one can save
 * them. For one thread alone.
 */
public final class Fooling {
  /** Grey levels between paper and full ink. */
  public static final int LEVELS = 255;

  /** Half of all: with as much, people read something else too. */
  public static final int MOST = 128;

  /** Strengths that are tried together, which takes hardly longer than one. */
  private static final int AT_ONCE = 7;

  /** Steps of the search by projected gradients. */
  private static final int STEPS = 20;

  private final Question question;
  private final Sensitivity network;
  private final Classifier reader;
  private final int[] original;
  private final Goal goal;
  private final Recognition read;
  private final BooleanSupplier isWanted;

  /** The signs of the slopes at the original picture, where they are known. */
  private int @Nullable [] first;

  /** How a change is found. */
  public enum Method {
    /**
     * One step by the sign of the gradient (Goodfellow, Shlens and Szegedy: Explaining and
     * Harnessing Adversarial Examples, 2015).
     */
    FGSM,
    /**
     * Many small ones, after each of which all pixels are brought back within the bound (Madry et
     * al.: Towards Deep Learning Models Resistant to Adversarial Attacks, 2018).
     */
    PGD
  }

  /**
   * Who is to be fooled, and how.
   *
   * @param framed 28×28
   * @param target the class that is to be read, counted from 0; null for any other than now
   */
  public record Question(GreyImage framed, @Nullable Integer target, Method method) {}

  /**
   * A changed picture.
   *
   * @param strength by how many grey levels of {@link #LEVELS} a pixel changes at most
   * @param before what is read in the original, of whole grey levels
   * @param after what is read in the changed picture
   */
  public record Fooled(Question question, int strength, Recognition before, Recognition after) {
    /** Whether it is read as what was wanted; a network that refuses to answer is not fooled. */
    public boolean isFooled() {
      Integer target = question.target;
      boolean isWanted = target == null ? after.digit() != before.digit() : after.digit() == target;
      return isWanted && after.isDigit();
    }

    /** By how many grey levels each pixel changed. */
    public float[] change() {
      float[] change = new float[Digits.PIXELS];
      for (int p = 0; p < change.length; p++) {
        change[p] = Math.round(LEVELS * (after.framed().ink()[p] - before.framed().ink()[p]));
      }
      return change;
    }
  }

  /**
   * Fools a network.
   *
   * @param network whose slopes are followed
   * @param reader of the same model, who says what is read
   * @param isWanted asked before each step; when it is false, what is asked for ends with a {@link
   *     CancellationException}
   */
  public Fooling(
      Question question, Sensitivity network, Classifier reader, BooleanSupplier isWanted) {
    this.isWanted = isWanted;
    this.question = question;
    this.network = network;
    this.reader = reader;
    original = new int[Digits.PIXELS];
    for (int p = 0; p < original.length; p++) {
      original[p] = Math.round(LEVELS * question.framed.ink()[p]);
    }
    read = read(List.of(original)).getFirst();
    goal = new Goal(read.digit(), question.target);
  }

  /** The change that a strength allows. */
  public Fooled at(int strength) {
    return at(List.of(strength)).getFirst();
  }

  /** The weakest change that fools it, up to {@link #MOST}; nothing when none does. */
  public Optional<Fooled> smallest() {
    if (goal.isReached()) {
      return Optional.of(at(0));
    }
    return question.method == Method.FGSM ? first() : narrowed();
  }

  /** One step may go too far: no strength says anything of the others. */
  private Optional<Fooled> first() {
    List<Integer> all = IntStream.rangeClosed(1, MOST).boxed().toList();
    return at(all).stream().filter(Fooled::isFooled).findFirst();
  }

  /** Between what is enough and what is not, until there is nothing left between them. */
  private Optional<Fooled> narrowed() {
    List<Integer> tried = IntStream.of(1, 2, 4, 8, 16, 32, 64, MOST).boxed().toList();
    int little = 0;
    Fooled enough = null;
    while (!tried.isEmpty()) {
      List<Fooled> all = at(tried);
      Optional<Fooled> first = all.stream().filter(Fooled::isFooled).findFirst();
      for (Fooled one : all) {
        boolean isBefore = first.isEmpty() || one.strength < first.get().strength;
        little = isBefore ? Math.max(little, one.strength) : little;
      }
      enough = first.orElse(enough);
      tried = enough == null ? List.of() : between(little, enough.strength);
    }
    return Optional.ofNullable(enough);
  }

  /** Some strengths between two, as far apart from each other: all where these are few. */
  private static List<Integer> between(int little, int enough) {
    int apart = Math.ceilDiv(enough - little, AT_ONCE + 1);
    return IntStream.iterate(little + apart, s -> s < enough, s -> s + apart).boxed().toList();
  }

  private List<Fooled> at(List<Integer> strengths) {
    List<int[]> found = question.method == Method.FGSM ? once(strengths) : projected(strengths);
    List<Recognition> after = read(found);
    return IntStream.range(0, found.size())
        .mapToObj(i -> new Fooled(question, strengths.get(i), read, after.get(i)))
        .toList();
  }

  private List<int[]> once(List<Integer> strengths) {
    int[] known = first;
    int[] signs = known == null ? look(List.of(original)).getFirst().signs : known;
    first = signs;
    return strengths.stream().map(one -> moved(original, signs, one, one)).toList();
  }

  /** For each strength, of all that is come by, what is nearest to being read as wanted. */
  private List<int[]> projected(List<Integer> strengths) {
    List<int[]> levels = Collections.nCopies(strengths.size(), original);
    List<int[]> best = new ArrayList<>(levels);
    double[] nearest = new double[strengths.size()];
    Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
    for (int step = 0; step <= STEPS; step++) {
      List<Look> looks = look(levels);
      List<int[]> next = new ArrayList<>();
      for (int i = 0; i < nearest.length; i++) {
        Look look = looks.get(i);
        if (look.gained > nearest[i]) {
          nearest[i] = look.gained;
          best.set(i, levels.get(i));
        }
        int strength = strengths.get(i);
        int length = Math.max(1, Math.round(2.5f * strength / STEPS));
        next.add(moved(levels.get(i), look.signs, length, strength));
      }
      levels = next;
    }
    return best;
  }

  /** Each pixel by a step, but within the bound around the original and within grey levels. */
  private int[] moved(int[] levels, int[] signs, int step, int strength) {
    int[] moved = new int[levels.length];
    for (int p = 0; p < moved.length; p++) {
      int least = Math.max(0, original[p] - strength);
      int most = Math.min(LEVELS, original[p] + strength);
      moved[p] = Math.clamp(levels[p] + signs[p] * step, least, most);
    }
    return moved;
  }

  /**
   * What the network makes of a picture.
   *
   * @param gained by how much what is wanted is before the likeliest other, in logits
   * @param signs in which direction each pixel has to change for more of it
   */
  private record Look(double gained, int[] signs) {}

  private List<Look> look(List<int[]> levels) {
    if (!isWanted.getAsBoolean()) {
      throw new CancellationException();
    }
    int layer = network.logits();
    List<GreyImage> images = levels.stream().map(Fooling::image).toList();
    Sensitivity.Found found = network.of(images, layer, this::seeds, Sensitivity.Rule.PLAIN);
    int classes = found.outputs().get(layer).length / levels.size();
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      int[] signs = new int[Digits.PIXELS];
      for (int p = 0; p < signs.length; p++) {
        signs[p] = (int) Math.signum(found.pixels()[i * signs.length + p]);
      }
      looks.add(new Look(goal.gained(row(found.outputs().get(layer), i, classes)), signs));
    }
    return looks;
  }

  private static float[] row(float[] all, int row, int width) {
    return Arrays.copyOfRange(all, row * width, (row + 1) * width);
  }

  private float[] seeds(float[] logits) {
    int classes = network.model().card().classes().size();
    float[] seeds = new float[logits.length];
    for (int i = 0; i < logits.length / classes; i++) {
      System.arraycopy(goal.seed(row(logits, i, classes)), 0, seeds, i * classes, classes);
    }
    return seeds;
  }

  private List<Recognition> read(List<int[]> levels) {
    List<GreyImage> images = levels.stream().map(Fooling::image).toList();
    float[][] all = reader.probabilities(images);
    return IntStream.range(0, all.length)
        .mapToObj(i -> Recognizer.recognition(images.get(i), all[i], reader))
        .toList();
  }

  private static GreyImage image(int[] levels) {
    float[] ink = new float[levels.length];
    for (int p = 0; p < ink.length; p++) {
      ink[p] = (float) levels[p] / LEVELS;
    }
    return new GreyImage(Framing.SIZE, Framing.SIZE, ink);
  }
}
