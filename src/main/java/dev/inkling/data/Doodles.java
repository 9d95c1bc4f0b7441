package dev.inkling.data;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Drawings that are no digit: letters, signs and little pictures, faces, scribbles, strokes and
 * arcs at random, two digits in one place, digits that lie on their side or lack a half. A network
 * that is taught to be unsure of these also doubts others that it never saw (Hendrycks, Mazeika,
 * Dietterich: Deep Anomaly Detection with Outlier Exposure, 2019).
 */
public final class Doodles {
  /** Digits whose half, or that on their side, nobody takes for another digit. */
  private static final int[] PECULIAR = {2, 3, 4, 5};

  private static final double HALF = Forms.GRID / 2;

  private Doodles() {}

  /** Images with the label {@link Digits#NONE}; the same seed gives the same images. */
  public static Digits digits(int count, long seed) {
    return Synthetic.render(count, seed, i -> Digits.NONE, (label, random) -> drawing(random));
  }

  /** Likewise, but half of them as paper shows them. */
  public static Digits variedDigits(int count, long seed) {
    return Synthetic.render(
        count,
        seed,
        i -> Digits.NONE,
        (label, random) -> drawing(random),
        (label, random) -> Hand.onPaper(random, Hand.BROADEST).write(form(random)));
  }

  /** A drawing on the pad, made by a random hand with a random pen. */
  public static Drawing drawing(RandomGenerator random) {
    return new Hand(random, Hand.BROADEST).write(form(random));
  }

  private static List<List<Point>> form(RandomGenerator random) {
    return switch (random.nextInt(20)) {
      case 0 -> List.of(scribble(random, random.nextInt(5, 30)));
      case 1 -> List.of(scribble(random, random.nextInt(3, 7)), scribble(random, 4));
      case 2 -> pair(random);
      case 3 -> sideways(peculiar(random), random.nextBoolean());
      case 4 -> half(peculiar(random), random.nextBoolean());
      case 5 -> several(random, () -> scribble(random, 2));
      case 6 -> List.of(polygon(random));
      case 7 -> face(random);
      case 8, 9, 10 -> several(random, () -> lineOrArc(random));
      default -> Forms.DOODLES.any(random);
    };
  }

  /** Three to five strokes across one another: fewer could be a 4 or a 7. */
  private static List<List<Point>> several(RandomGenerator random, Supplier<List<Point>> stroke) {
    return Stream.generate(stroke).limit(random.nextInt(3, 6)).toList();
  }

  private static List<Point> lineOrArc(RandomGenerator random) {
    if (random.nextBoolean()) {
      return scribble(random, 2);
    }
    double from = random.nextDouble(2 * Math.PI);
    double radius = random.nextDouble(10, 45);
    double squeeze = random.nextDouble(0.5, 1.5);
    Point middle = new Point(random.nextDouble(20, 80), random.nextDouble(20, 80));
    return arc(middle, radius, squeeze, from, from + random.nextDouble(1.5, 6.3));
  }

  private static List<Point> arc(
      Point middle, double radius, double squeeze, double from, double to) {
    List<Point> points = new ArrayList<>();
    for (double angle = from; angle <= to; angle += 0.2) {
      points.add(
          new Point(
              middle.x() + radius * Math.cos(angle),
              middle.y() + radius * squeeze * Math.sin(angle)));
    }
    return points;
  }

  /** Three to five corners around the middle. */
  private static List<Point> polygon(RandomGenerator random) {
    int corners = random.nextInt(3, 6);
    double start = random.nextDouble(2 * Math.PI);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = start + 2 * Math.PI * (i + random.nextDouble(-0.2, 0.2)) / corners;
      double radius = random.nextDouble(35, 55);
      points.add(new Point(HALF + radius * Math.cos(angle), HALF + radius * Math.sin(angle)));
    }
    points.add(points.getFirst());
    return points;
  }

  /** A round or angular outline with two eyes, and perhaps a nose, a mouth or both. */
  private static List<List<Point>> face(RandomGenerator random) {
    List<List<Point>> face = new ArrayList<>();
    double squeeze = random.nextDouble(0.8, 1.3);
    face.add(
        random.nextInt(4) == 0
            ? polygon(random)
            : arc(new Point(HALF, HALF), HALF, squeeze, -1.6, random.nextDouble(4.3, 5.2)));
    double eyes = random.nextDouble(28, 44);
    double length = random.nextDouble(1, 14);
    face.add(List.of(new Point(34, eyes), new Point(34, eyes + length)));
    face.add(List.of(new Point(66, eyes), new Point(66, eyes + length)));
    if (random.nextBoolean()) {
      face.add(List.of(new Point(50, 44), new Point(46, 58), new Point(53, 59)));
    }
    if (random.nextInt(4) > 0) {
      double bow = random.nextDouble(-14, 14);
      face.add(List.of(new Point(28, 72), new Point(50, 72 + bow), new Point(72, 72)));
    }
    return face;
  }

  private static List<Point> scribble(RandomGenerator random, int points) {
    List<Point> line = new ArrayList<>(points);
    for (int i = 0; i < points; i++) {
      line.add(new Point(random.nextDouble(Forms.GRID), random.nextDouble(Forms.GRID)));
    }
    return line;
  }

  /** Two digits side by side, which may touch. */
  private static List<List<Point>> pair(RandomGenerator random) {
    double apart = random.nextDouble(40, 75);
    List<List<Point>> both = new ArrayList<>();
    for (double offset : new double[] {-apart, apart}) {
      for (List<Point> stroke : Forms.DIGITS.any(random)) {
        both.add(stroke.stream().map(p -> new Point(p.x() + offset, p.y())).toList());
      }
    }
    return both;
  }

  private static List<List<Point>> peculiar(RandomGenerator random) {
    return Forms.DIGITS.any(PECULIAR[random.nextInt(PECULIAR.length)], random);
  }

  private static List<List<Point>> sideways(List<List<Point>> form, boolean toTheLeft) {
    return form.stream()
        .map(
            stroke ->
                stroke.stream()
                    .map(
                        p ->
                            toTheLeft
                                ? new Point(p.y(), Forms.GRID - p.x())
                                : new Point(Forms.GRID - p.y(), p.x()))
                    .toList())
        .toList();
  }

  /** What of a form lies above or below the middle of the grid. */
  private static List<List<Point>> half(List<List<Point>> form, boolean upper) {
    List<List<Point>> kept = new ArrayList<>();
    for (List<Point> stroke : form) {
      List<Point> run = new ArrayList<>();
      for (Point point : Hand.spaced(stroke, 2)) {
        if (point.y() < HALF == upper) {
          run.add(point);
        } else if (!run.isEmpty()) {
          kept.add(run);
          run = new ArrayList<>();
        }
      }
      if (!run.isEmpty()) {
        kept.add(run);
      }
    }
    return kept;
  }
}
