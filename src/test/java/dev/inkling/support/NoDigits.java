package dev.inkling.support;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Drawings that are no digit, to measure by: letters, signs, shapes, faces, scribbles and halves of
 * digits. It shares nothing with the maker of the drawings that a network learns to doubt: other
 * outlines, built of lines and arcs instead of points on a grid, most of other things, and another
 * way to vary them.
 */
public final class NoDigits {
  private NoDigits() {}

  /** A drawing and what it shows. */
  public record Doodle(String what, Drawing drawing) {}

  /** {@code each} variants of every outline, then as many scribbles as all of these by six. */
  public static List<Doodle> draw(int each, long seed) {
    Random random = new Random(seed);
    List<Doodle> doodles = new ArrayList<>();
    for (Outline outline : OUTLINES) {
      for (int i = 0; i < each; i++) {
        doodles.add(new Doodle(outline.what, vary(outline.strokes, random)));
      }
    }
    for (int i = OUTLINES.size() * each / 6; i > 0; i--) {
      doodles.add(new Doodle("scribble", vary(scribble(random), random)));
    }
    return doodles;
  }

  /** The file that is measured by: {@code src/test/resources/no-digits.jsonl}. */
  public static final long SEED = 2_026;

  /** Variants of each outline in that file. */
  public static final int EACH = 6;

  /** A drawing as a line of a file of strokes. */
  static String json(Doodle doodle) {
    String strokes =
        doodle.drawing().marks().stream()
            .map(mark -> points(((Stroke) mark).points()))
            .collect(Collectors.joining(","));
    return "{\"label\":null,\"shows\":\"%s\",\"strokes\":[%s]}".formatted(doodle.what(), strokes);
  }

  private static String points(List<Point> points) {
    return points.stream()
        .map(p -> String.format(Locale.ROOT, "[%.1f,%.1f]", p.x(), p.y()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Writes the file, whose name is the argument. */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = draw(EACH, SEED).stream().map(NoDigits::json).toList();
    Files.write(Path.of(arguments[0]), lines);
  }

  private record Outline(String what, List<List<Point>> strokes) {}

  @SafeVarargs
  @SuppressWarnings("varargs") // the list is a copy
  private static Outline of(String what, List<Point>... strokes) {
    return new Outline(what, List.of(strokes));
  }

  /** Straight lines from corner to corner, coordinates −1…1, y down. */
  private static List<Point> line(double... xy) {
    List<Point> points = new ArrayList<>();
    for (int i = 2; i < xy.length; i += 2) {
      for (int k = 0; k < 8; k++) {
        double t = k / 8.0;
        points.add(
            new Point(
                xy[i - 2] + t * (xy[i] - xy[i - 2]), xy[i - 1] + t * (xy[i + 1] - xy[i - 1])));
      }
    }
    points.add(new Point(xy[xy.length - 2], xy[xy.length - 1]));
    return points;
  }

  /** A part of an ellipse, angles in degrees, clockwise from three o'clock. */
  private static List<Point> arc(
      double x, double y, double width, double height, double from, double to) {
    List<Point> points = new ArrayList<>();
    for (int k = 0; k <= 24; k++) {
      double angle = Math.toRadians(from + (to - from) * k / 24);
      points.add(new Point(x + width * Math.cos(angle), y + height * Math.sin(angle)));
    }
    return points;
  }

  private static List<Point> circle(double x, double y, double radius) {
    return arc(x, y, radius, radius, -90, 275);
  }

  private static List<Point> dot(double x, double y) {
    return line(x, y, x + 0.02, y + 0.03);
  }

  private static final List<Outline> OUTLINES =
      List.of(
          of("A", line(-0.8, 1, 0, -1, 0.8, 1), line(-0.45, 0.3, 0.45, 0.3)),
          of("E", line(0.6, -1, -0.6, -1, -0.6, 1, 0.6, 1), line(-0.6, 0, 0.4, 0)),
          of("F", line(0.6, -1, -0.6, -1, -0.6, 1), line(-0.6, -0.1, 0.4, -0.1)),
          of("H", line(-0.6, -1, -0.6, 1), line(0.6, -1, 0.6, 1), line(-0.6, 0, 0.6, 0)),
          of("K", line(-0.5, -1, -0.5, 1), line(0.6, -1, -0.5, 0.1, 0.7, 1)),
          of("M", line(-0.9, 1, -0.7, -1, 0, 0.4, 0.7, -1, 0.9, 1)),
          of("N", line(-0.6, 1, -0.6, -1, 0.6, 1, 0.6, -1)),
          of(
              "R",
              line(-0.5, 1, -0.5, -1),
              arc(-0.1, -0.5, 0.6, 0.5, -130, 110),
              line(0, 0, 0.6, 1)),
          of("T", line(-0.8, -1, 0.8, -1), line(0, -1, 0, 1)),
          of("V", line(-0.8, -1, 0, 1, 0.8, -1)),
          of("W", line(-1, -0.8, -0.5, 0.8, 0, -0.4, 0.5, 0.8, 1, -0.8)),
          of("X", line(-0.7, -1, 0.7, 1), line(0.7, -1, -0.7, 1)),
          of("Y", line(-0.7, -1, 0, 0, 0, 1), line(0, 0, 0.7, -1)),
          of("C", arc(0, 0, 0.8, 1, -40, -320)),
          of(
              "U",
              line(-0.7, -1, -0.7, 0.2),
              arc(0, 0.2, 0.7, 0.8, 180, 0),
              line(0.7, 0.2, 0.7, -1)),
          of("e", line(-0.6, 0, 0.6, 0), arc(0, 0, 0.65, 0.8, 0, -300)),
          of("h", line(-0.5, -1, -0.5, 1), arc(0, 0.4, 0.5, 0.5, -180, 0), line(0.5, 0.4, 0.5, 1)),
          of(
              "m",
              line(-0.9, -0.4, -0.9, 0.6),
              arc(-0.45, 0, 0.45, 0.4, -180, 0),
              line(0, 0, 0, 0.6),
              arc(0.45, 0, 0.45, 0.4, -180, 0),
              line(0.9, 0, 0.9, 0.6)),
          of(
              "n",
              line(-0.5, -0.6, -0.5, 0.7),
              arc(0, 0, 0.5, 0.5, -180, 0),
              line(0.5, 0, 0.5, 0.7)),
          of(
              "t",
              line(0, -1, 0, 0.7),
              arc(0.3, 0.7, 0.3, 0.3, 180, 40),
              line(-0.5, -0.4, 0.5, -0.4)),
          of("Σ", line(0.7, -1, -0.7, -1, 0.1, 0, -0.7, 1, 0.8, 1)),
          of("Ψ", arc(0, -0.6, 0.8, 0.9, 170, 10), line(0, -1, 0, 1)),
          of("Ω", line(-0.8, 1, -0.3, 1), arc(0, 0, 0.7, 0.95, 115, 425), line(0.3, 1, 0.8, 1)),
          of("Э", arc(-0.2, 0, 0.8, 1, -140, 140), line(-0.3, 0, 0.6, 0)),
          of("Ю", line(-0.9, -0.8, -0.9, 0.8), line(-0.9, 0, -0.2, 0), circle(0.4, 0, 0.6)),
          of("人", line(0, -1, -0.1, -0.2, -0.8, 1), line(-0.1, -0.2, 0.8, 1)),
          of(
              "山",
              line(0, -1, 0, 0.8),
              line(-0.9, -0.3, -0.9, 0.8, 0.9, 0.8),
              line(0.9, -0.3, 0.9, 0.8)),
          of(
              "中",
              line(-0.7, -0.5, -0.7, 0.3),
              line(-0.7, -0.5, 0.7, -0.5, 0.7, 0.3, -0.7, 0.3),
              line(0, -1, 0, 1)),
          of(
              "サ",
              line(-0.9, -0.3, 0.9, -0.3),
              line(-0.4, -0.9, -0.4, 0.2),
              line(0.4, -0.9, 0.4, 0.3, -0.1, 1)),
          of("ש", line(-0.9, -0.7, -0.6, 0.8, 0.5, 0.7, 0.9, -0.8), line(0, -0.7, -0.1, 0.7)),
          of("pentagon", line(0, -1, 0.95, -0.3, 0.6, 0.8, -0.6, 0.8, -0.95, -0.3, 0, -1)),
          of("box", line(-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8, -0.8, -0.8)),
          of(
              "crossed box",
              line(-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8, -0.8, -0.8),
              line(-0.8, -0.8, 0.8, 0.8),
              line(0.8, -0.8, -0.8, 0.8)),
          of("triangle", line(-0.9, 0.8, 0, -0.9, 0.9, 0.8, -0.9, 0.8)),
          of("star", line(0, -1, 0.6, 0.8, -0.95, -0.3, 0.95, -0.3, -0.6, 0.8, 0, -1)),
          of("plus", line(-0.8, 0, 0.8, 0), line(0, -0.8, 0, 0.8)),
          of(
              "hash",
              line(-0.3, -1, -0.4, 1),
              line(0.4, -1, 0.3, 1),
              line(-0.9, -0.3, 0.9, -0.4),
              line(-0.9, 0.4, 0.9, 0.3)),
          of("arrow", line(-0.9, 0.9, 0.9, -0.9), line(0.1, -0.9, 0.9, -0.9, 0.9, -0.1)),
          of("tick", line(-0.8, 0.1, -0.2, 0.8, 0.9, -0.9)),
          of("question", arc(0, -0.5, 0.55, 0.5, -170, 60), line(0.2, 0, 0, 0.5), dot(0, 0.95)),
          of("equals", line(-0.8, -0.3, 0.8, -0.3), line(-0.8, 0.3, 0.8, 0.3)),
          of(
              "wave",
              arc(-0.6, 0, 0.3, 0.4, -180, 0),
              arc(0, 0, 0.3, 0.4, 180, 0),
              arc(0.6, 0, 0.3, 0.4, -180, 0)),
          of(
              "smiley",
              circle(0, 0, 1),
              dot(-0.35, -0.3),
              dot(0.35, -0.3),
              arc(0, 0.1, 0.5, 0.5, 20, 160)),
          of(
              "frown",
              circle(0, 0, 1),
              line(-0.4, -0.4, -0.3, -0.2),
              line(0.4, -0.4, 0.3, -0.2),
              arc(0, 0.7, 0.45, 0.4, -160, -20)),
          of(
              "face alone",
              dot(-0.5, -0.5),
              dot(0.5, -0.5),
              line(0, -0.3, -0.1, 0.1, 0.1, 0.1),
              arc(0, 0.2, 0.7, 0.6, 10, 170)),
          of(
              "cat",
              circle(0, 0.2, 0.75),
              line(-0.7, -0.1, -0.7, -0.9, -0.2, -0.5),
              line(0.7, -0.1, 0.7, -0.9, 0.2, -0.5),
              dot(-0.3, 0.1),
              dot(0.3, 0.1)),
          of(
              "sun",
              circle(0, 0, 0.45),
              line(0, -0.6, 0, -1),
              line(0, 0.6, 0, 1),
              line(-0.6, 0, -1, 0),
              line(0.6, 0, 1, 0),
              line(0.45, 0.45, 0.7, 0.7),
              line(-0.45, -0.45, -0.7, -0.7)),
          of("house", line(-0.7, 1, -0.7, -0.1, 0, -1, 0.7, -0.1, 0.7, 1, -0.7, 1)),
          of("envelope", line(-1, -0.6, 1, -0.6, 1, 0.6, -1, 0.6, -1, -0.6, 0, 0.1, 1, -0.6)),
          of("tree", line(0, 1, 0, 0.2), line(-0.7, 0.2, 0, -1, 0.7, 0.2, -0.7, 0.2)),
          of(
              "stick man",
              circle(0, -0.7, 0.28),
              line(0, -0.4, 0, 0.3, -0.4, 1),
              line(0, 0.3, 0.4, 1),
              line(-0.5, -0.1, 0.5, -0.1)),
          of(
              "umbrella",
              arc(0, 0, 0.9, 0.8, -180, 0),
              line(-0.9, 0, 0.9, 0),
              line(0, 0, 0, 0.8),
              arc(-0.15, 0.8, 0.15, 0.2, 0, 170)),
          of("glasses", circle(-0.55, 0, 0.4), circle(0.55, 0, 0.4), line(-0.15, 0, 0.15, 0)),
          of("two points", dot(-0.8, 0), dot(0.8, 0.1)),
          of("upper half of 0", arc(0, 0.5, 0.7, 1, -180, 0)),
          of("lower half of 0", arc(0, -0.5, 0.7, 1, 180, 0)),
          of("lower half of 2", line(0.5, -0.5, -0.7, 0.5, 0.8, 0.5)),
          of("upper half of 4", line(-0.3, -0.7, -0.7, 0.5), line(0.5, -0.7, 0.5, 0.5)),
          of("upper half of 5", line(0.8, -0.6, -0.5, -0.6, -0.6, 0.5)),
          of("lower half of 5", arc(-0.2, 0, 0.8, 0.8, -80, 140)));

  /** A closed curve of three waves an axis, run through for a while. */
  private static List<List<Point>> scribble(Random random) {
    double[] a = random.doubles(6, 1, 6).toArray();
    double[] phase = random.doubles(6, 0, 2 * Math.PI).toArray();
    int length = 60 + random.nextInt(140);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      double t = i / 40.0;
      points.add(
          new Point(
              (Math.sin(a[0] * t + phase[0]) + Math.sin(a[1] * t + phase[1])) / 2
                  + Math.sin(a[2] * t + phase[2]) / 3,
              (Math.sin(a[3] * t + phase[3]) + Math.sin(a[4] * t + phase[4])) / 2
                  + Math.sin(a[5] * t + phase[5]) / 3));
    }
    return List.of(points);
  }

  private static Drawing vary(List<List<Point>> strokes, Random random) {
    UnaryOperator<Point> placed = placement(random);
    double pen = 12 + random.nextDouble() * 12;
    double shake = random.nextDouble() * 0.05;
    Drawing drawing = Drawing.EMPTY;
    for (List<Point> stroke : strokes) {
      double x = random.nextGaussian() * shake;
      double y = random.nextGaussian() * shake;
      List<Point> points = new ArrayList<>();
      for (Point point : stroke) {
        x = 0.8 * x + random.nextGaussian() * shake * 0.4;
        y = 0.8 * y + random.nextGaussian() * shake * 0.4;
        points.add(placed.apply(new Point(point.x() + x, point.y() + y)));
      }
      drawing = drawing.with(new Stroke(points, pen, false));
    }
    return drawing;
  }

  /** A random affine map with a slight perspective, from −1…1 to the middle of the pad. */
  private static UnaryOperator<Point> placement(Random random) {
    double size = 60 + random.nextDouble() * 45;
    double a = 0.8 + random.nextDouble() * 0.35;
    double b = random.nextGaussian() * 0.12;
    double c = random.nextGaussian() * 0.1;
    double d = 0.85 + random.nextDouble() * 0.3;
    double depth = random.nextGaussian() * 0.1;
    return p -> {
      double w = size / (1 + depth * p.y());
      return new Point(
          Drawing.SIZE / 2.0 + w * (a * p.x() + b * p.y()),
          Drawing.SIZE / 2.0 + w * (c * p.x() + d * p.y()));
    };
  }
}
