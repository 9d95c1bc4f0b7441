package dev.inkling.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes away what was drawn beyond the pad, which nobody saw and nothing read, before a drawing is
 * moved and it would come into view.
 */
final class Clip {
  /** Longest piece that a stroke which leaves the pad is cut into, in the pad's pixels. */
  private static final double PIECE = 2;

  private static final int MOST_PIECES = 1_000;

  private Clip() {}

  /** The drawing with all strokes ending at the pad's edge; a stroke can fall into several. */
  static Drawing toPad(Drawing drawing) {
    return new Drawing(drawing.marks().stream().flatMap(Clip::toPad).toList());
  }

  private static Stream<Mark> toPad(Mark mark) {
    return mark instanceof Stroke stroke && !stroke.points().stream().allMatch(Clip::isOnPad)
        ? parts(stroke).stream()
        : Stream.of(mark);
  }

  private static List<Mark> parts(Stroke stroke) {
    List<Mark> parts = new ArrayList<>();
    List<Point> part = new ArrayList<>();
    for (Point point : pieces(stroke.path())) {
      if (isOnPad(point)) {
        part.add(point);
      } else if (!part.isEmpty()) {
        parts.add(new Stroke(part, stroke.width(), stroke.erases()));
        part = new ArrayList<>();
      }
    }
    if (!part.isEmpty()) {
      parts.add(new Stroke(part, stroke.width(), stroke.erases()));
    }
    return parts;
  }

  private static List<Point> pieces(List<Point> path) {
    List<Point> pieces = new ArrayList<>();
    Point from = path.getFirst();
    for (Point to : path) {
      int count = (int) Math.clamp(from.distance(to) / PIECE, 1, MOST_PIECES);
      for (int k = 1; k <= count; k++) {
        pieces.add(from.toward(to, (double) k / count));
      }
      from = to;
    }
    return pieces;
  }

  private static boolean isOnPad(Point point) {
    return point.x() >= 0
        && point.y() >= 0
        && point.x() <= Drawing.SIZE
        && point.y() <= Drawing.SIZE;
  }
}
