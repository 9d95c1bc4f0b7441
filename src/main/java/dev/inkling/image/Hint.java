package dev.inkling.image;

/**
 * What a person says of a place in a picture: the piece there, or the nearest, is that.
 *
 * @param x in the picture's pixels
 * @param y in the picture's pixels
 */
public record Hint(double x, double y, Kind kind) {
  /** What it may be. */
  public enum Kind {
    /** Written, and to be read. */
    INK,
    /** Nothing: a speck, a shadow, a stain. */
    PAPER,
    /** Printed or ruled. */
    LINE
  }
}
