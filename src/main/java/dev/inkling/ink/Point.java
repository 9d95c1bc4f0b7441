package dev.inkling.ink;

/**
 * A place on the pad, in its logical pixels: (0, 0) is the top left corner, ({@value Drawing#SIZE},
 * {@value Drawing#SIZE}) the bottom right. Strokes may leave the pad.
 */
public record Point(double x, double y) {
  /**
   * A point on the line through this and another one.
   *
   * @param part of the way: 0 is here, 1 there; less is before, more beyond
   */
  public Point toward(Point other, double part) {
    return new Point(x + part * (other.x - x), y + part * (other.y - y));
  }

  /** How far another point is, in logical pixels. */
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
