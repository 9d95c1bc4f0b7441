package dev.inkling.data;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Digits that Inkling writes itself: the forms of {@link Skeletons} with a random hand, drawn with
 * the pad's brush and framed as the pad frames. For training and tests with nothing downloaded; a
 * network that reads these well does not yet read people's digits well.
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
    byte[] pixels = new byte[count * Digits.PIXELS];
    byte[] labels = new byte[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              int label = i % Digits.CLASSES;
              labels[i] = (byte) label;
              RandomGenerator random = new SplittableRandom(seed * 1_000_003 + i);
              GreyImage image =
                  Framing.frame(Raster.of(drawing(label, random), RASTER)).orElseThrow();
              System.arraycopy(Digits.bytes(image), 0, pixels, i * Digits.PIXELS, Digits.PIXELS);
            });
    return new Digits(pixels, labels);
  }

  /** A digit on the pad, written by a random hand with a random pen. */
  public static Drawing drawing(int digit, RandomGenerator random) {
    List<List<List<Point>>> forms = Skeletons.of(digit);
    List<List<Point>> form = forms.get(random.nextInt(forms.size()));
    Hand hand = new Hand(random);
    Drawing drawing = Drawing.EMPTY;
    for (List<Point> stroke : form) {
      drawing = drawing.with(hand.write(stroke));
    }
    return drawing;
  }

  /** One person's way for one digit: pen, size, place, slant, turn, proportion and wobble. */
  private static final class Hand {
    private final RandomGenerator random;
    private final double pen;
    private final double height;
    private final double width;
    private final double slant;
    private final double turn;
    private final double wobble;
    private final Point middle;

    Hand(RandomGenerator random) {
      this.random = random;
      pen = random.nextDouble(12, 28);
      height = random.nextDouble(120, 220);
      width = height * random.nextDouble(0.5, 1.0);
      slant = random.nextGaussian() * 0.2;
      turn = random.nextGaussian() * 0.1;
      wobble = random.nextDouble(0.5, 3.5);
      double free = Drawing.SIZE - height;
      middle =
          new Point(
              Drawing.SIZE / 2.0 + (random.nextDouble() - 0.5) * free,
              Drawing.SIZE / 2.0 + (random.nextDouble() - 0.5) * free);
    }

    Stroke write(List<Point> skeleton) {
      List<Point> points = new ArrayList<>(skeleton.size());
      for (Point point : skeleton) {
        points.add(place(point));
      }
      return new Stroke(points, pen, false);
    }

    private Point place(Point onGrid) {
      double half = Skeletons.GRID / 2;
      double x = (onGrid.x() - half + random.nextGaussian() * wobble) / Skeletons.GRID * width;
      double y = (onGrid.y() - half + random.nextGaussian() * wobble) / Skeletons.GRID * height;
      x -= slant * y;
      double cos = Math.cos(turn);
      double sin = Math.sin(turn);
      return new Point(middle.x() + cos * x - sin * y, middle.y() + sin * x + cos * y);
    }
  }
}
