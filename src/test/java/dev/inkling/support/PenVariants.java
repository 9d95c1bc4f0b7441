package dev.inkling.support;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.ink.StrokesFile;
import dev.inkling.ink.StrokesFile.Line;
import dev.inkling.ink.Transform;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelCard.DrawnScore;
import dev.inkling.model.ModelFolder;
import dev.inkling.recognize.DrawnEvaluation;
import java.awt.geom.AffineTransform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * How a model reads the digits of a file of labeled strokes as other hands and tablets would have
 * made them. Arguments: the model's folder and the file. Its figures stand in docs/experiments.md.
 */
public final class PenVariants {
  private PenVariants() {}

  /** Prints, for each variant and for all, how many digits are misread and how many refused. */
  public static void main(String[] args) {
    List<Line> lines = StrokesFile.read(Path.of(args[1]));
    int misread = 0;
    int refused = 0;
    try (Classifier classifier = new Classifier(ModelFolder.read(Path.of(args[0])))) {
      for (var variant : variants().entrySet()) {
        DrawnScore score = score(lines, variant.getValue(), classifier);
        int wrong = (int) Math.round((1 - score.accuracy()) * score.digits());
        int unanswered = (int) Math.round((1 - score.answered()) * score.digits());
        System.out.printf(Locale.ROOT, "%-22s %4d %4d%n", variant.getKey(), wrong, unanswered);
        misread += wrong;
        refused += unanswered;
      }
    }
    System.out.printf(Locale.ROOT, "%-22s %4d %4d%n", "all", misread, refused);
  }

  private static DrawnScore score(
      List<Line> lines, UnaryOperator<Drawing> variant, Classifier classifier) {
    List<Line> varied =
        lines.stream()
            .map(line -> new Line(line.number(), variant.apply(line.drawing()), line.label()))
            .toList();
    return DrawnEvaluation.of(varied, classifier, "", "");
  }

  private static Map<String, UnaryOperator<Drawing>> variants() {
    Map<String, UnaryOperator<Drawing>> variants = new LinkedHashMap<>();
    variants.put("as written", drawing -> drawing);
    for (int degrees : new int[] {-20, -12, 12, 20}) {
      variants.put(
          "turned by " + degrees + "°",
          map(AffineTransform.getRotateInstance(Math.toRadians(degrees))));
    }
    variants.put("slanted to the right", map(AffineTransform.getShearInstance(-0.3, 0)));
    variants.put("slanted to the left", map(AffineTransform.getShearInstance(0.3, 0)));
    variants.put("narrow", map(AffineTransform.getScaleInstance(0.65, 1)));
    variants.put("wide", map(AffineTransform.getScaleInstance(1, 0.65)));
    for (double size : new double[] {0.6, 0.4, 0.25}) {
      variants.put("smaller, times " + size, map(AffineTransform.getScaleInstance(size, size)));
    }
    SplittableRandom random = new SplittableRandom(1);
    variants.put("noise of 3 pixels", each(points -> noisy(points, random)));
    variants.put("every third point", each(points -> everyNth(points, 3)));
    variants.put("every fifth point", each(points -> everyNth(points, 5)));
    variants.put("a gap in each stroke", drawing -> torn(drawing, random));
    return variants;
  }

  private static UnaryOperator<Drawing> map(AffineTransform map) {
    return drawing -> Transform.map(drawing, map);
  }

  private static UnaryOperator<Drawing> each(UnaryOperator<List<Point>> change) {
    return drawing ->
        new Drawing(
            drawing.marks().stream()
                .map(Stroke.class::cast)
                .<Mark>map(stroke -> with(stroke, change.apply(stroke.points())))
                .toList());
  }

  private static Stroke with(Stroke stroke, List<Point> points) {
    return new Stroke(points, stroke.width(), false);
  }

  private static List<Point> noisy(List<Point> points, SplittableRandom random) {
    return points.stream()
        .map(p -> new Point(p.x() + 3 * random.nextGaussian(), p.y() + 3 * random.nextGaussian()))
        .toList();
  }

  /** One point of so many, and the last. */
  private static List<Point> everyNth(List<Point> points, int n) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i % n == 0 || i == points.size() - 1) {
        kept.add(points.get(i));
      }
    }
    return kept;
  }

  /** Each stroke of eight points and more without a tenth of it. */
  private static Drawing torn(Drawing drawing, SplittableRandom random) {
    List<Mark> marks = new ArrayList<>();
    for (Mark mark : drawing.marks()) {
      Stroke stroke = (Stroke) mark;
      List<Point> points = stroke.points();
      if (points.size() < 8) {
        marks.add(stroke);
      } else {
        int from = random.nextInt(2, points.size() - 3);
        int to = from + Math.max(1, points.size() / 10);
        marks.add(with(stroke, points.subList(0, from)));
        marks.add(with(stroke, points.subList(Math.min(to, points.size() - 1), points.size())));
      }
    }
    return new Drawing(marks);
  }
}
