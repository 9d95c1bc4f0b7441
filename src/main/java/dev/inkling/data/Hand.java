package dev.inkling.data;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One person's way to write one thing: pen, size, place, slant, turn, proportion, haste and wobble.
 * All lengths are in units of the forms' grid unless they say otherwise.
 */
final class Hand {
  /** Distance of the points along a form's lines, before the hand rounds them. */
  private static final double STEP = 2;

  private static final double HALF = Forms.GRID / 2;

  /** Width of the finest pen, as part of the height of what is written. */
  private static final double FINEST = 0.055;

  /** Width of the finest pen on paper: a ballpoint on a digit that is written large. */
  private static final double FINEST_ON_PAPER = 0.02;

  /** Width of the broadest pen, as a part of the height of a digit or a drawing with loops. */
  static final double BROADEST = 0.22;

  /** Width of the broadest pen as part of the width: with a broader one a narrow 0 has no hole. */
  private static final double LEGIBLE = 0.16;

  private final RandomGenerator random;
  private final Bend bend;

  /** Width of the brush in the pad's pixels. */
  private final double pen;

  /** Pixels of the pad for a unit of the grid. */
  private final double scaleX;

  private final double scaleY;
  private final double slant;
  private final double turn;

  /** How much wider the upper half is than the lower. */
  private final double taper;

  /** How far the middle lies below or above where the form has it. */
  private final double waist;

  /** Length over which a corner is rounded, to each side: a hasty hand cuts corners. */
  private final double haste;

  /** How far a stroke may miss its place and where it should end. */
  private final double carelessness;

  /** Between two places that a tablet reports. */
  private final double sampling;

  private final Point middle;

  /**
   * A hand.
   *
   * @param broadest width of its pen at most, as part of the height; more than {@link #BROADEST}
   *     for what stays legible
   */
  Hand(RandomGenerator random, double broadest) {
    this(random, FINEST, broadest);
  }

  /** A hand with a pen for paper, which may be finer than the pad's brush. */
  static Hand onPaper(RandomGenerator random, double broadest) {
    return new Hand(random, FINEST_ON_PAPER, broadest);
  }

  private Hand(RandomGenerator random, double finest, double broadest) {
    this.random = random;
    bend = new Bend(random, random.nextDouble(0, 6));
    double height = random.nextDouble(120, 220);
    double ratio = finest * Math.pow(broadest / finest, random.nextDouble());
    scaleY = height / Forms.GRID;
    scaleX = scaleY * Math.exp(random.nextGaussian() * 0.25) * 0.75;
    double widest = broadest > BROADEST ? height : LEGIBLE * scaleX * Forms.GRID;
    pen = Math.min(ratio * height, widest);
    slant = random.nextGaussian() * 0.22 + 0.08; // most people lean to the right
    turn = random.nextGaussian() * 0.08;
    taper = random.nextGaussian() * 0.12;
    waist = random.nextGaussian() * 6;
    haste = random.nextDouble(0, 11);
    carelessness = random.nextDouble(0, 4);
    sampling = random.nextDouble(2, 12);
    double free = Drawing.SIZE - height;
    middle =
        new Point(
            Drawing.SIZE / 2.0 + (random.nextDouble() - 0.5) * free,
            Drawing.SIZE / 2.0 + (random.nextDouble() - 0.5) * free);
  }

  /** How far the grid's top is from the pad's, in pixels: it may be turned and bent a little. */
  double top() {
    return middle.y() - HALF * scaleY;
  }

  /** The grid's height on the pad, in pixels. */
  double height() {
    return Forms.GRID * scaleY;
  }

  /** Writes a form. */
  Drawing write(List<List<Point>> form) {
    Drawing drawing = Drawing.EMPTY;
    for (List<Point> stroke : form) {
      drawing = drawing.with(write(stroke, form.size() > 1));
    }
    return drawing;
  }

  private Stroke write(List<Point> skeleton, boolean isOneOfMany) {
    List<Point> line = ended(rounded(spaced(skeleton, STEP)));
    double offX = isOneOfMany ? random.nextGaussian() * carelessness : 0;
    double offY = isOneOfMany ? random.nextGaussian() * carelessness : 0;
    List<Point> points = new ArrayList<>();
    for (Point point : spaced(line, sampling)) {
      points.add(place(bend.move(new Point(point.x() + offX, point.y() + offY))));
    }
    return new Stroke(points, pen, false);
  }

  /** Points along a line at equal distances; the last one is kept. */
  static List<Point> spaced(List<Point> line, double distance) {
    List<Point> points = new ArrayList<>();
    Point from = line.getFirst();
    points.add(from);
    double next = distance;
    for (Point to : line) {
      double length = from.distance(to);
      double at = next;
      for (; at < length; at += distance) {
        points.add(from.toward(to, at / length));
      }
      next = at - length;
      from = to;
    }
    points.add(line.getLast());
    return points;
  }

  /** Twice the mean over the neighbours within {@link #haste}, fewer near the ends. */
  private List<Point> rounded(List<Point> line) {
    int reach = (int) Math.round(haste / STEP);
    return mean(mean(line, reach), reach);
  }

  private static List<Point> mean(List<Point> line, int most) {
    List<Point> result = new ArrayList<>(line.size());
    for (int i = 0; i < line.size(); i++) {
      int reach = Math.min(most, Math.min(i, line.size() - 1 - i));
      double x = 0;
      double y = 0;
      for (Point point : line.subList(i - reach, i + reach + 1)) {
        x += point.x();
        y += point.y();
      }
      result.add(new Point(x / (2 * reach + 1), y / (2 * reach + 1)));
    }
    return result;
  }

  /** The line with a bit more or less at its end: gaps that stay open, strokes that run over. */
  private List<Point> ended(List<Point> line) {
    int more = (int) Math.round(random.nextGaussian() * carelessness / STEP);
    int last = line.size() - 1;
    if (more < 0) {
      return line.subList(0, Math.max(2, last + 1 + more));
    }
    Point end = line.get(last);
    Point before = line.get(Math.max(0, last - 2));
    List<Point> longer = new ArrayList<>(line);
    longer.add(before.toward(end, 1 + more / 2.0));
    return longer;
  }

  /** From the grid, bent, to the pad. */
  private Point place(Point onGrid) {
    double v = (onGrid.y() - HALF) / HALF;
    double x = (onGrid.x() - HALF) * (1 - taper * v) * scaleX;
    double y = (onGrid.y() - HALF + waist * (1 - v * v)) * scaleY;
    x -= slant * y;
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    return new Point(middle.x() + cos * x - sin * y, middle.y() + sin * x + cos * y);
  }
}
