package dev.inkling.support;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Three signs, △ ○ □, as somebody draws them who never draws one twice alike. */
public final class Signs {
  public static final List<String> NAMES = List.of("△", "○", "□");

  private Signs() {}

  /** A sign, counted as in {@link #NAMES}, the n-th time that it is drawn. */
  public static Drawing draw(int sign, int time) {
    SplittableRandom random = new SplittableRandom(31L * sign + time);
    double size = random.nextDouble(50, 90);
    List<Point> points = new ArrayList<>();
    int corners = sign == 1 ? 16 : sign == 0 ? 3 : 4;
    double turn = sign == 0 ? -Math.PI / 2 : Math.PI / 4;
    for (int i = 0; i <= corners; i++) {
      double angle = turn + 2 * Math.PI * i / corners;
      points.add(
          new Point(
              140 + size * Math.cos(angle) + 6 * random.nextDouble(-1, 1),
              140 + size * Math.sin(angle) + 6 * random.nextDouble(-1, 1)));
    }
    return Drawing.EMPTY.with(new Stroke(points, Stroke.DEFAULT_WIDTH, false));
  }
}
