package dev.inkling.data;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Digits that Inkling writes itself: the {@link Forms} of many countries with a random {@link
 * Hand}, drawn with the pad's brush and framed as the pad frames. For training and tests with
 * nothing downloaded; a network that reads these well does not yet read people's digits well.
 */
public final class Synthetic {
  /** Training images of {@link #dataSet()}, held-out ones included. */
  private static final int TRAINING = 12_000;

  /** Those of them that are learned from: a sixth is held out. */
  public static final int TRAINING_IMAGES = TRAINING * 5 / 6;

  /** Test images of {@link #dataSet()}. */
  private static final int TEST = 2_000;

  /** Side of the raster: as fine as 28×28 needs, at a sixteenth of the pad's cost. */
  private static final int RASTER = Drawing.SIZE / 4;

  /** Width of the pen as part of a 1's height: drawn small on the pad, a 1 is as broad as that. */
  private static final double BROADEST_ONE = 0.35;

  private static final long SEED = 20_260;

  private Synthetic() {}

  /** The data set named {@code synthetic}: always the same images. */
  public static DataSet dataSet() {
    return dataSet(TRAINING, TEST);
  }

  /** A data set of another size, always the same images for the same sizes. */
  public static DataSet dataSet(int training, int test) {
    return DataSet.split("synthetic", digits(training, SEED), digits(test, SEED + 1));
  }

  /** Images with the classes 0…9 in turn; the same seed gives the same images. */
  public static Digits digits(int count, long seed) {
    return render(count, seed, i -> i % Digits.CLASSES, Synthetic::drawing);
  }

  /**
   * Likewise, but half of them as paper shows them: with more forms, finer pens and the {@link
   * Grain} of pens and paper.
   */
  public static Digits variedDigits(int count, long seed) {
    return variedDigits(count, seed, IntStream.range(0, Digits.CLASSES).toArray());
  }

  /** Likewise of some classes alone, in turn. */
  public static Digits variedDigits(int count, long seed, int[] classes) {
    return render(
        count, seed, i -> classes[i % classes.length], Synthetic::drawing, Synthetic::onPaper);
  }

  private static Drawing onPaper(int digit, RandomGenerator random) {
    Forms forms = random.nextBoolean() ? Forms.DIGITS : Forms.ON_PAPER;
    Forms possible = digit == 0 ? Forms.DIGITS : forms; // a 0 is no other on paper
    return Hand.onPaper(random, broadest(digit)).write(possible.any(digit, random));
  }

  /** Makes a drawing for a label. */
  interface Artist {
    Drawing draw(int label, RandomGenerator random);
  }

  /** Drawings framed as the pad frames them, each from a random generator of its own. */
  static Digits render(int count, long seed, IntUnaryOperator labelOf, Artist artist) {
    return inked(
        count, seed, labelOf, (label, random) -> Raster.of(artist.draw(label, random), RASTER));
  }

  /** Likewise, every second one by another artist and with {@link Grain}. */
  static Digits render(
      int count, long seed, IntUnaryOperator labelOf, Artist artist, Artist onPaper) {
    return inked(
        count,
        seed,
        labelOf,
        (label, random) ->
            random.nextBoolean()
                ? Raster.of(artist.draw(label, random), RASTER)
                : Grain.on(Raster.of(onPaper.draw(label, random), RASTER), random));
  }

  /** Makes ink for a label. */
  private interface Inker {
    GreyImage ink(int label, RandomGenerator random);
  }

  private static Digits inked(int count, long seed, IntUnaryOperator labelOf, Inker inker) {
    byte[] pixels = new byte[count * Digits.PIXELS];
    byte[] labels = new byte[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              int label = labelOf.applyAsInt(i);
              labels[i] = (byte) label;
              RandomGenerator random = new SplittableRandom(seed * 1_000_003 + i);
              GreyImage image = framed(() -> inker.ink(label, random));
              System.arraycopy(Digits.bytes(image), 0, pixels, i * Digits.PIXELS, Digits.PIXELS);
            });
    return new Digits(pixels, labels);
  }

  /** The first drawing that has ink: one in millions lies beside the pad, or is too small. */
  private static GreyImage framed(Supplier<GreyImage> inks) {
    return Stream.generate(inks)
        .flatMap(ink -> Framing.frame(ink).stream())
        .findFirst()
        .orElseThrow();
  }

  /** A digit on the pad, written by a random hand with a random pen. */
  public static Drawing drawing(int digit, RandomGenerator random) {
    return new Hand(random, broadest(digit)).write(Forms.DIGITS.any(digit, random));
  }

  private static double broadest(int digit) {
    return digit == 1 ? BROADEST_ONE : Hand.BROADEST;
  }
}
