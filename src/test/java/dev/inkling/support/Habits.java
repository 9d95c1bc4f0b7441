package dev.inkling.support;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How one made-up person writes: habits, not noise. What another person drew comes out as this one
 * would have drawn it: always with the same slant and proportions, and each digit with the same
 * peculiarity, such as a hook to begin with, a loop that stays open, a small head, a flourish. It
 * shares nothing with what a network varies drawings by to learn a hand.
 */
public final class Habits {
  private static final int DIGITS = 10;

  private final double slant;
  private final double turn;
  private final double width;
  private final double rounding;
  private final Habit[] ofDigit = new Habit[DIGITS];

  /** What happens to a stroke; places are −1…1 in the digit's box, y down. */
  private interface Habit {
    List<Point> change(List<Point> stroke, boolean isFirst, boolean isLast);
  }

  /** The habits of the person of a number. */
  public Habits(long person) {
    SplittableRandom random = new SplittableRandom(person);
    slant = 0.25 * random.nextGaussian();
    turn = 0.12 * random.nextGaussian();
    width = Math.exp(0.3 * random.nextGaussian());
    rounding = random.nextInt(3) == 0 ? random.nextDouble(0.05, 0.2) : 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      ofDigit[digit] = habit(random);
    }
  }

  private static Habit habit(SplittableRandom random) {
    double much = random.nextDouble(0.5, 1.5);
    double toX = random.nextDouble(-1, 1);
    return switch (random.nextInt(10)) {
      case 0 -> (s, first, _) -> first ? begun(s, 0.45 * much * toX, 0.35 * much) : s;
      case 1 -> (s, first, _) -> first ? begun(s, -0.4 * much, -0.3 * much * toX) : s;
      case 2 -> (s, _, last) -> last ? ended(s, 0.5 * much, 0.3 * toX) : s;
      case 3 -> (s, _, last) -> last ? ended(s, -0.4 * much, -0.4 * much) : s;
      case 4 ->
          (s, _, last) -> last ? s.subList(0, (int) Math.ceil(s.size() * (1 - 0.17 * much))) : s;
      case 5 -> (s, _, last) -> last ? longer(s, 0.4 * much) : s;
      case 6 -> (s, _, _) -> waist(s, 0.4 * much);
      case 7 -> (s, _, _) -> waist(s, -0.4 * much);
      case 8 -> (s, _, _) -> bowed(s, 0.35 * much * Math.signum(toX));
      default -> (s, _, _) -> s;
    };
  }

  /** A hook from a place beside where the stroke begins. */
  private static List<Point> begun(List<Point> stroke, double x, double y) {
    Point first = stroke.getFirst();
    List<Point> hooked = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double t = i / 6.0;
      hooked.add(new Point(first.x() + x * (1 - t), first.y() + y * (1 - t * t)));
    }
    hooked.addAll(stroke);
    return hooked;
  }

  /** A flourish to a place beside where the stroke ends. */
  private static List<Point> ended(List<Point> stroke, double x, double y) {
    Point last = stroke.getLast();
    List<Point> flourish = new ArrayList<>(stroke);
    for (int i = 1; i <= 6; i++) {
      double t = i / 6.0;
      flourish.add(new Point(last.x() + x * t, last.y() + y * t * t));
    }
    return flourish;
  }

  /** The stroke goes on where it would end. */
  private static List<Point> longer(List<Point> stroke, double by) {
    Point last = stroke.getLast();
    Point before = stroke.get(Math.max(0, stroke.size() - 4));
    double length = before.distance(last);
    return length == 0
        ? stroke
        : ended(
            stroke, by * (last.x() - before.x()) / length, by * (last.y() - before.y()) / length);
  }

  /** The middle lies lower or higher: a large head or a small one. */
  private static List<Point> waist(List<Point> stroke, double down) {
    return stroke.stream().map(p -> new Point(p.x(), p.y() + down * (1 - p.y() * p.y()))).toList();
  }

  /** What is upright bows to a side. */
  private static List<Point> bowed(List<Point> stroke, double aside) {
    return stroke.stream().map(p -> new Point(p.x() + aside * (1 - p.y() * p.y()), p.y())).toList();
  }

  /** What somebody drew as this person would have. */
  public Drawing write(int digit, Drawing drawing) {
    List<Stroke> strokes = drawing.marks().stream().map(Stroke.class::cast).toList();
    List<Point> all = strokes.stream().flatMap(stroke -> stroke.points().stream()).toList();
    var x = all.stream().mapToDouble(Point::x).summaryStatistics();
    var y = all.stream().mapToDouble(Point::y).summaryStatistics();
    double half = Math.max(1, Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin()) / 2);
    double midX = (x.getMin() + x.getMax()) / 2;
    double midY = (y.getMin() + y.getMax()) / 2;
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < strokes.size(); i++) {
      List<Point> stroke =
          strokes.get(i).points().stream()
              .map(p -> new Point((p.x() - midX) / half, (p.y() - midY) / half))
              .toList();
      List<Point> changed = ofDigit[digit].change(stroke, i == 0, i == strokes.size() - 1);
      marks.add(
          new Stroke(
              rounded(changed).stream().map(this::placed).toList(), strokes.get(i).width(), false));
    }
    return new Drawing(marks);
  }

  /** A hasty hand cuts corners: each point goes toward the mean of its neighbourhood. */
  private List<Point> rounded(List<Point> stroke) {
    int reach = (int) Math.round(rounding * stroke.size());
    List<Point> result = new ArrayList<>();
    for (int i = 0; i < stroke.size(); i++) {
      int near = Math.min(reach, Math.min(i, stroke.size() - 1 - i));
      List<Point> around = stroke.subList(i - near, i + near + 1);
      result.add(
          new Point(
              around.stream().mapToDouble(Point::x).average().orElseThrow(),
              around.stream().mapToDouble(Point::y).average().orElseThrow()));
    }
    return result;
  }

  /** On the pad. */
  private Point placed(Point p) {
    double x = p.x() * width - slant * p.y();
    double y = p.y();
    double size = Drawing.SIZE * 0.3;
    return new Point(
        Drawing.SIZE / 2.0 + size * (Math.cos(turn) * x - Math.sin(turn) * y),
        Drawing.SIZE / 2.0 + size * (Math.sin(turn) * x + Math.cos(turn) * y));
  }
}
