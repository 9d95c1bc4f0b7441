package dev.inkling.report;

import dev.inkling.chart.MatrixFigure;
import dev.inkling.chart.MatrixShades;
import dev.inkling.data.Digits;
import java.util.Locale;
import java.util.stream.IntStream;

/** A confusion matrix as a table of a page, in the colours of its figure. */
public final class ConfusionTable {
  private ConfusionTable() {}

  /**
   * Writes the table.
   *
   * @param confusion {@code confusion[t][p]} images of class t were read as p
   */
  public static void write(Html html, int[][] confusion) {
    MatrixFigure figure = new MatrixFigure("", "", confusion);
    html.markup("<table class=\"confusion\">\n");
    html.headings(
        IntStream.range(-1, Digits.CLASSES).mapToObj(k -> k < 0 ? "" : String.valueOf(k)).toList());
    for (int label = 0; label < Digits.CLASSES; label++) {
      html.markup("<tr>").element("th", " scope=\"row\"", String.valueOf(label));
      for (int readAs = 0; readAs < Digits.CLASSES; readAs++) {
        cell(html, confusion[label][readAs], figure.color(label, readAs, false));
      }
      html.markup("</tr>\n");
    }
    html.markup("</table>\n");
  }

  private static void cell(Html html, int count, int color) {
    int letters = count == 0 ? 0x8c959f : MatrixShades.letters(color);
    String style =
        String.format(
            Locale.ROOT, "background:#%06x;color:#%06x", color & 0xffffff, letters & 0xffffff);
    html.element("td", " style=\"" + style + "\"", Numbers.count(count));
  }
}
