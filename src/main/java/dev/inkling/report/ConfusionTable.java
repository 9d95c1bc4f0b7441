package dev.inkling.report;

import dev.inkling.chart.MatrixFigure;
import dev.inkling.chart.MatrixShades;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A confusion matrix as a table of a page, in the colours of its figure. */
public final class ConfusionTable {
  private ConfusionTable() {}

  /**
   * Writes the table.
   *
   * @param confusion {@code confusion[t][p]} images of class t were read as p
   * @param names of the classes
   */
  public static void write(Html html, int[][] confusion, List<String> names) {
    MatrixFigure figure = new MatrixFigure("", "", confusion, names);
    html.markup("<table class=\"confusion\">\n");
    html.headings(Stream.concat(Stream.of(""), names.stream()).toList());
    for (int label = 0; label < confusion.length; label++) {
      html.markup("<tr>").element("th", " scope=\"row\"", names.get(label));
      for (int readAs = 0; readAs < confusion.length; readAs++) {
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
