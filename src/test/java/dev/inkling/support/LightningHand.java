package dev.inkling.support;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.ui.pad.Samples;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up person who writes a 4 as a lightning, in one stroke, and a 9 without a bow; the other
 * digits as most people do. No two are quite the same.
 */
public final class LightningHand {
  private static final List<Point> FOUR =
      List.of(new Point(190, 44), new Point(96, 128), new Point(188, 128), new Point(100, 240));

  private static final List<Point> NINE =
      List.of(
          new Point(104, 92),
          new Point(128, 58),
          new Point(164, 50),
          new Point(176, 84),
          new Point(164, 150),
          new Point(150, 236));

  /** How far each point may lie from where it should, in the pad's pixels. */
  private static final double CARELESS = 7;

  private LightningHand() {}

  /** A digit, the n-th time that it is written. */
  public static Drawing write(int digit, int time) {
    SplittableRandom random = new SplittableRandom(31L * digit + time);
    double slant = random.nextDouble(-0.08, 0.08);
    double size = random.nextDouble(0.82, 1);
    List<Mark> marks =
        switch (digit) {
          case 4 -> List.of(new Stroke(FOUR, Stroke.DEFAULT_WIDTH, false));
          case 9 -> List.of(new Stroke(NINE, Stroke.DEFAULT_WIDTH, false));
          default -> Samples.all().get(digit).marks();
        };
    return new Drawing(
        marks.stream().<Mark>map(mark -> other((Stroke) mark, slant, size, random)).toList());
  }

  private static Stroke other(Stroke stroke, double slant, double size, SplittableRandom random) {
    boolean isCoarse = stroke.points().size() < 10;
    double careless = isCoarse ? CARELESS : CARELESS / 7;
    List<Point> points =
        stroke.points().stream()
            .map(
                p ->
                    new Point(
                        140
                            + size * (p.x() - 140 + slant * (140 - p.y()))
                            + careless * random.nextDouble(-1, 1),
                        140 + size * (p.y() - 140) + careless * random.nextDouble(-1, 1)))
            .toList();
    return new Stroke(points, stroke.width(), false);
  }
}
