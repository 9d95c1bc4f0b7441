package dev.inkling.support;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.ui.pad.Samples;
import java.util.ArrayList;
import java.util.List;

/** Numbers of the pad's own samples. */
public final class SamplesBeside {
  private SamplesBeside() {}

  /**
   * Samples beside each other.
   *
   * @param scale of each
   * @param y their upper edge, in the pad's pixels
   */
  public static Drawing of(double scale, double y, int... digits) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < digits.length; i++) {
      double x = i * Drawing.SIZE / (double) digits.length;
      for (Mark mark : Samples.all().get(digits[i]).marks()) {
        List<Point> points =
            ((Stroke) mark)
                .points().stream()
                    .map(p -> new Point(x + p.x() * scale, y + p.y() * scale))
                    .toList();
        marks.add(new Stroke(points, Stroke.DEFAULT_WIDTH / 2, false));
      }
    }
    return new Drawing(marks);
  }
}
