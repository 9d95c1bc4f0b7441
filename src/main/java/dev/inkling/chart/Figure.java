package dev.inkling.chart;

import java.util.Optional;

/** Something that can be drawn in any size, into a window or a file. */
public interface Figure {
  /**
   * Draws all of it; what is behind shows through.
   *
   * @param width in logical pixels
   * @param height in logical pixels
   */
  void paint(Painter painter, Look look, double width, double height);

  /** What it is about, for those who do not see it. */
  String title();

  /** Likewise with what it shows, as far as that can be said in a sentence. */
  default String words() {
    return title();
  }

  /** What it shows as CSV, for a spreadsheet; nothing where that is offered elsewhere. */
  default Optional<String> csv() {
    return Optional.empty();
  }
}
