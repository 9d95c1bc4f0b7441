package dev.inkling.ink;

/**
 * A place on the pad, in its logical pixels: (0, 0) is the top left corner, ({@value Drawing#SIZE},
 * {@value Drawing#SIZE}) the bottom right. Strokes may leave the pad.
 */
public record Point(double x, double y) {
  /** The point half way to another one. */
  public Point middle(Point other) {
    return new Point((x + other.x) / 2, (y + other.y) / 2);
  }

  /** How far another point is, in logical pixels. */
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
