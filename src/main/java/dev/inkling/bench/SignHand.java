package dev.inkling.bench;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A made-up person who draws signs: with habits, which are the same in every drawing, and with
 * slips, which are not. It shares nothing with what training varies drawings by.
 */
final class SignHand {
  /** Signs as strokes between the corners of a square of 100, by their names; o is round. */
  private static final Map<String, String> SIGNS = new LinkedHashMap<>();

  static {
    SIGNS.put("△", "50,8 8,92 92,92 50,8");
    SIGNS.put("○", "o 50,50,42");
    SIGNS.put("□", "10,10 10,90 90,90 90,10 10,10");
    SIGNS.put("☆", "20,95 50,5 80,95 5,38 95,38 20,95");
    SIGNS.put("♡", "50,92 12,48 12,22 32,12 50,32 68,12 88,22 88,48 50,92");
    SIGNS.put("+", "50,8 50,92; 8,50 92,50");
    SIGNS.put("−", "8,50 92,50");
    SIGNS.put("×", "15,15 85,85; 85,15 15,85");
    SIGNS.put("÷", "8,50 92,50; o 50,20,4; o 50,80,4");
    SIGNS.put("=", "8,34 92,34; 8,66 92,66");
    SIGNS.put("一", "6,52 94,46");
    SIGNS.put("二", "24,22 76,20; 6,80 94,78");
    SIGNS.put("三", "16,14 84,12; 24,48 76,46; 6,86 94,84");
    SIGNS.put("十", "8,40 92,38; 50,6 50,96");
    SIGNS.put("大", "8,38 92,36; 50,6 48,40 34,72 8,94; 50,40 68,72 94,92");
  }

  /** Points of a stroke. */
  private static final int POINTS = 48;

  private static final int POINTS_OF_CIRCLE = 12;

  private final double slant;
  private final double turn;
  private final double stretch;
  private final int rounding;
  private final double overshoot;

  /** What displaces the corners of each sign, always alike. */
  private final long habits;

  /** The person of a number. */
  SignHand(long person) {
    SplittableRandom random = new SplittableRandom(person);
    slant = 0.18 * random.nextGaussian();
    turn = 0.07 * random.nextGaussian();
    stretch = Math.exp(0.18 * random.nextGaussian());
    rounding = random.nextInt(5);
    overshoot = 0.05 * random.nextGaussian();
    habits = random.nextLong();
  }

  /** The signs of one collection of five: shapes, signs of arithmetic, or Chinese characters. */
  static List<String> five(int collection) {
    return SIGNS.keySet().stream().skip(5L * collection).limit(5).toList();
  }

  /** A sign, the n-th time that this person draws it. */
  Drawing draw(String sign, int time) {
    SplittableRandom always = new SplittableRandom(habits + sign.hashCode());
    SplittableRandom now = new SplittableRandom(habits ^ (sign.hashCode() * 1_000_003L + time));
    double size = now.nextDouble(0.9, 2);
    double lean = slant + 0.07 * now.nextGaussian();
    double angle = turn + 0.07 * now.nextGaussian();
    double wide = stretch * Math.exp(0.1 * now.nextGaussian());
    double width = Stroke.DEFAULT_WIDTH * now.nextDouble(0.8, 1.2);
    Point middle = new Point(now.nextDouble(110, 170), now.nextDouble(110, 170));
    Drawing drawing = Drawing.EMPTY;
    for (String stroke : SIGNS.getOrDefault(sign, "").split("; *", -1)) {
      List<Point> points = new ArrayList<>();
      for (Point corner : drawn(stroke, always, now)) {
        double x = (corner.x() - 50) * wide - lean * (corner.y() - 50);
        double y = corner.y() - 50;
        points.add(
            new Point(
                middle.x() + size * (Math.cos(angle) * x - Math.sin(angle) * y),
                middle.y() + size * (Math.sin(angle) * x + Math.cos(angle) * y)));
      }
      drawing = drawing.with(new Stroke(points, width, false));
    }
    return drawing;
  }

  private List<Point> drawn(String stroke, SplittableRandom always, SplittableRandom now) {
    List<Point> corners =
        corners(stroke).stream()
            .map(
                corner ->
                    new Point(
                        corner.x() + 5 * always.nextGaussian() + 5 * now.nextGaussian(),
                        corner.y() + 5 * always.nextGaussian() + 5 * now.nextGaussian()))
            .toList();
    return rounded(fine(ended(corners, overshoot + 0.05 * now.nextGaussian())));
  }

  private static List<Point> corners(String stroke) {
    double[] numbers =
        Arrays.stream(stroke.replace("o", "").strip().split("[ ,]+", -1))
            .mapToDouble(Double::parseDouble)
            .toArray();
    List<Point> corners = new ArrayList<>();
    if (stroke.startsWith("o")) {
      for (int i = 0; i <= POINTS_OF_CIRCLE; i++) {
        double angle = 2 * Math.PI * i / POINTS_OF_CIRCLE - 2;
        corners.add(
            new Point(
                numbers[0] + numbers[2] * Math.cos(angle),
                numbers[1] + numbers[2] * Math.sin(angle)));
      }
    } else {
      for (int i = 0; i < numbers.length; i += 2) {
        corners.add(new Point(numbers[i], numbers[i + 1]));
      }
    }
    return corners;
  }

  /** The last line goes on beyond its end, or stops short of it. */
  private static List<Point> ended(List<Point> corners, double by) {
    List<Point> ended = new ArrayList<>(corners);
    Point last = corners.getLast();
    Point before = corners.get(corners.size() - 2);
    ended.set(
        corners.size() - 1,
        new Point(
            last.x() + by * (last.x() - before.x()), last.y() + by * (last.y() - before.y())));
    return ended;
  }

  /** Points all along the lines between corners. */
  private static List<Point> fine(List<Point> corners) {
    List<Point> fine = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double at = (corners.size() - 1) * (double) i / (POINTS - 1);
      int from = Math.min((int) at, corners.size() - 2);
      double part = at - from;
      Point a = corners.get(from);
      Point b = corners.get(from + 1);
      fine.add(new Point(a.x() + part * (b.x() - a.x()), a.y() + part * (b.y() - a.y())));
    }
    return fine;
  }

  /** A hasty hand cuts corners: each point goes to the middle of its neighbours. */
  private List<Point> rounded(List<Point> fine) {
    List<Point> rounded = new ArrayList<>();
    for (int i = 0; i < fine.size(); i++) {
      int near = Math.min(rounding, Math.min(i, fine.size() - 1 - i));
      List<Point> around = fine.subList(i - near, i + near + 1);
      rounded.add(
          new Point(
              around.stream().mapToDouble(Point::x).average().orElseThrow(),
              around.stream().mapToDouble(Point::y).average().orElseThrow()));
    }
    return rounded;
  }
}
