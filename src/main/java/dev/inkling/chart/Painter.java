package dev.inkling.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a chart is drawn with: pixels of a window or a vector file. Lengths are logical pixels. */
public interface Painter {
  /** Which point of a text is given. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /** How wide a text is, as well as is known. */
  double width(String text, Type type);

  /** Writes one line; y is its baseline. */
  void text(String text, double x, double y, Align align, Type type, int color);

  /** A thin sharp line, horizontal or vertical. */
  void rule(double x1, double y1, double x2, double y2, int color);

  /** A filled rectangle with round corners. */
  void rect(Box box, double radius, int color);

  /** A filled circle. */
  void dot(double x, double y, double radius, int color);

  /**
   * Filled circles of one size, the first ones below.
   *
   * @param places x and y of each
   * @param colors of each
   */
  default void dots(double[] places, double radius, int[] colors) {
    for (int i = 0; i < colors.length; i++) {
      dot(places[2 * i], places[2 * i + 1], radius, colors[i]);
    }
  }

  /** A line through the first points of two arrays, two points at least. */
  void polyline(double[] xs, double[] ys, int count, Pen pen);

  /** Width of what the eye can still tell apart: a pixel of the screen, in logical ones. */
  double pixel();

  /**
   * Fills columns that stand side by side.
   *
   * @param left of the first one
   * @param width of each
   * @param tops of the columns
   * @param bottoms of the columns, as many
   */
  void columns(double left, double width, double[] tops, double[] bottoms, int color);

  /**
   * Draws pictures of equal size, whose pixels become rectangles with sharp edges.
   *
   * @param places of the pictures, at least one
   * @param columns pixels of a picture side by side
   * @param argb the pixels as 0xAARRGGBB, row-major, picture after picture
   */
  void pictures(List<Box> places, int columns, int[] argb);

  /** Draws inside of a box alone from now on. */
  void clip(Box box);

  /** Ends the last {@link #clip}. */
  void unclip();

  /** A text, or as much of its beginning as a width has room for. */
  default String fit(String text, double width, Type type) {
    if (width(text, type) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", type) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return end == 0 ? "" : text.substring(0, end).stripTrailing() + "…";
  }

  /** A text in lines that a width has room for, broken where its language breaks lines. */
  default List<String> lines(String text, double width, Type type) {
    List<String> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int begin = 0;
    int end = 0;
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      if (end > begin && width(text.substring(begin, next).stripTrailing(), type) > width) {
        lines.add(text.substring(begin, end).stripTrailing());
        begin = end;
      }
      end = next;
    }
    lines.add(text.substring(begin));
    return lines;
  }

  /** Writes a text in the middle of an area, in as many lines as it takes. */
  default void note(String text, Box area, Type type, int color) {
    List<String> lines = lines(text, area.width(), type);
    double middle = area.y() + (area.height() - (lines.size() - 1) * type.line()) / 2;
    for (String line : lines) {
      String fitting = fit(line, area.width(), type);
      double x = area.x() + area.width() / 2;
      text(fitting, x, middle + type.middle(), Align.CENTER, type, color);
      middle += type.line();
    }
  }

  /**
   * Writes a line of text with air about it, cut where it is too long.
   *
   * @param area whose first line it is
   * @return the height it took; 0 for an empty text
   */
  default double line(String text, Box area, Type type, int color) {
    if (text.isEmpty()) {
      return 0;
    }
    double y = area.y() + type.line() / 2 + type.middle();
    text(fit(text, area.width(), type), area.x(), y, Align.LEFT, type, color);
    return type.line();
  }
}
