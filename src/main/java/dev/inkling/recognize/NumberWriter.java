package dev.inkling.recognize;

import dev.inkling.data.Kept;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Writes numbers with single digits that people drew, to measure how numbers are read. Lengths are
 * in heights of the largest digit until the number is brought to the pad.
 */
public final class NumberWriter {
  /** A number, its lines parted by line feeds, and its drawing on the pad. */
  public record WrittenNumber(String text, Drawing drawing) {}

  /** How digits stand beside each other. */
  public enum Layout {
    /** Their ink keeps at least half a brush's width away from the next one's. */
    APART(1, 1.5 * NumberWriter.WIDTH, 0.5),
    /** Their strokes come as near as the brush is wide, or cross. */
    TOUCHING(1, -0.04, NumberWriter.WIDTH),
    /** Two numbers, one below the other, their digits apart. */
    TWO_LINES(2, 1.5 * NumberWriter.WIDTH, 0.5);

    private final int lines;
    private final double leastGap;
    private final double mostGap;

    Layout(int lines, double leastGap, double mostGap) {
      this.lines = lines;
      this.leastGap = leastGap;
      this.mostGap = mostGap;
    }
  }

  /** The brush: as wide as the default one is for a digit that is as high as most on the pad. */
  private static final double WIDTH = 0.09;

  private static final double SMALLEST = 0.65;
  private static final double MOST_ASIDE = 0.1;
  private static final double LEAST_BETWEEN_LINES = 0.2;
  private static final double MOST_BETWEEN_LINES = 0.5;

  /** Room around the number, in the pad's pixels. */
  private static final double MARGIN = 12;

  private final List<Kept> samples;
  private final SplittableRandom random;

  /** Points of a number, a digit or a line of them. */
  private record Ink(List<List<Point>> strokes) {
    Ink map(UnaryOperator<Point> change) {
      return new Ink(strokes.stream().map(points -> points.stream().map(change).toList()).toList());
    }

    Ink moved(double x, double y) {
      return map(p -> new Point(p.x() + x, p.y() + y));
    }

    Ink scaled(double factor) {
      return map(p -> new Point(p.x() * factor, p.y() * factor));
    }

    Ink with(Ink other) {
      List<List<Point>> all = new ArrayList<>(strokes);
      all.addAll(other.strokes);
      return new Ink(all);
    }

    double least(ToDoubleFunction<Point> axis) {
      return strokes.stream().flatMap(List::stream).mapToDouble(axis).min().orElse(0);
    }

    double most(ToDoubleFunction<Point> axis) {
      return strokes.stream().flatMap(List::stream).mapToDouble(axis).max().orElse(0);
    }

    double length(ToDoubleFunction<Point> axis) {
      return most(axis) - least(axis);
    }

    /** The lines that the brush follows, close-meshed. */
    List<Point> path() {
      return strokes.stream().flatMap(line -> new Stroke(line, 1, false).path().stream()).toList();
    }
  }

  /** A writer; the same seed writes the same numbers. */
  public NumberWriter(List<Kept> samples, long seed) {
    this.samples = samples;
    random = new SplittableRandom(seed);
  }

  /** A number of 2 to 6 digits; of 2 to 4 in each of two lines. */
  public WrittenNumber write(Layout layout) {
    StringBuilder text = new StringBuilder();
    Ink page = new Ink(List.of());
    for (int line = 0; line < layout.lines; line++) {
      text.append(line == 0 ? "" : "\n");
      Ink written = line(layout, text);
      double below = random.nextDouble(LEAST_BETWEEN_LINES, MOST_BETWEEN_LINES);
      double top = line == 0 ? 0 : page.most(Point::y) + below;
      page = page.with(written.moved(0, top - written.least(Point::y)));
    }
    return new WrittenNumber(text.toString(), onPad(page));
  }

  private Ink line(Layout layout, StringBuilder text) {
    Ink line = new Ink(List.of());
    int digits = random.nextInt(2, layout.lines == 1 ? 7 : 5);
    for (int k = 0; k < digits; k++) {
      Kept sample = samples.get(random.nextInt(samples.size()));
      text.append(sample.label());
      Ink digit = sized(sample.strokes());
      double gap = random.nextDouble(layout.leastGap, layout.mostGap);
      line = line.with(digit.moved(k == 0 ? 0 : reach(line, digit) + gap, 0));
    }
    return line;
  }

  /** A digit of a random size, up to 1, a little above or below the line. */
  private Ink sized(List<Stroke> strokes) {
    Ink ink = new Ink(strokes.stream().map(Stroke::points).toList());
    double longer = Math.max(ink.length(Point::x), ink.length(Point::y));
    double middle = ink.least(Point::y) + ink.length(Point::y) / 2;
    return ink.moved(-ink.least(Point::x), -middle)
        .scaled(random.nextDouble(SMALLEST, 1) / Math.max(1, longer))
        .moved(0, random.nextDouble(-MOST_ASIDE, MOST_ASIDE));
  }

  /** How far to the right a digit must go until it meets what is written. */
  private static double reach(Ink written, Ink digit) {
    List<Point> path = digit.path();
    return written.path().stream()
        .flatMapToDouble(
            a ->
                path.stream()
                    .filter(b -> Math.abs(a.y() - b.y()) < WIDTH)
                    .mapToDouble(b -> a.x() - b.x()))
        .max()
        .orElse(written.most(Point::x));
  }

  private static Drawing onPad(Ink page) {
    double room = Drawing.SIZE - 2 * MARGIN;
    double longer = Math.max(page.length(Point::x), page.length(Point::y));
    double scale = room / Math.max(longer, 1.3); // two digits should not fill it either
    Ink fitted = page.scaled(scale);
    Ink centered =
        fitted.moved(
            (Drawing.SIZE - fitted.length(Point::x)) / 2 - fitted.least(Point::x),
            (Drawing.SIZE - fitted.length(Point::y)) / 2 - fitted.least(Point::y));
    return new Drawing(
        centered.strokes().stream()
            .map(points -> (Mark) new Stroke(points, WIDTH * scale, false))
            .toList());
  }
}
