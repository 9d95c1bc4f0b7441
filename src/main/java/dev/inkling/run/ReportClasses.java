package dev.inkling.run;

import dev.inkling.chart.BarFigure;
import dev.inkling.chart.SvgChart;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Digits;
import dev.inkling.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a report says about each class after the last epoch: columns as RunRecorder writes them. */
final class ReportClasses {
  private static final int LABEL = 2;
  private static final int COUNT = 3;
  private static final int ACCURACY = 4;
  private static final int READ_AS = 5;

  /** Opacity of a shade that can just be seen; the strongest leaves numbers easy to read. */
  private static final double FAINTEST = 0.1;

  private final List<double[]> rows;
  private final Messages messages;

  /**
   * The classes of a run.
   *
   * @param all rows of classes.csv
   */
  ReportClasses(List<double[]> all, Messages messages) {
    rows = lastWhole(all);
    this.messages = messages;
  }

  /** The rows of the last epoch that has one for each class; none where there is no such epoch. */
  private static List<double[]> lastWhole(List<double[]> all) {
    for (int end = all.size(); end >= Digits.CLASSES; end--) {
      List<double[]> rows = all.subList(end - Digits.CLASSES, end);
      double epoch = rows.getFirst()[0];
      if (IntStream.range(0, Digits.CLASSES).allMatch(k -> isClass(rows.get(k), epoch, k))) {
        return rows;
      }
    }
    return List.of();
  }

  private static boolean isClass(double[] row, double epoch, int label) {
    return row.length == READ_AS + Digits.CLASSES && row[0] == epoch && row[LABEL] == label;
  }

  void writeTo(Html html) {
    if (rows.isEmpty()) {
      return;
    }
    int epoch = (int) rows.getFirst()[0];
    html.element("h2", "", messages.get("report.classes"));
    html.element("p", " class=\"muted\"", messages.get("report.classes.note", epoch));
    html.markup("<div class=\"columns\">\n<section>\n");
    table(html);
    html.markup("</section>\n<section>\n" + bars() + "</section>\n</div>\n");
    html.element("h2", "", messages.get("report.confusion"));
    html.element("p", " class=\"muted\"", messages.get("report.confusion.note", epoch));
    confusion(html);
  }

  private void table(Html html) {
    html.markup("<table class=\"classes\">\n");
    html.headings(
        List.of(
            messages.get("report.class.digit"),
            messages.get("report.class.count"),
            messages.get("report.class.accuracy")));
    for (double[] row : rows) {
      html.markup("<tr>").element("th", " scope=\"row\"", whole(row[LABEL]));
      html.element("td", "", whole(row[COUNT])).element("td", "", percent(row[ACCURACY]));
      html.markup("</tr>\n");
    }
    html.markup("</table>\n");
  }

  private String bars() {
    List<String> labels = rows.stream().map(row -> whole(row[LABEL])).toList();
    double[] values = rows.stream().mapToDouble(row -> row[ACCURACY]).toArray();
    String title = messages.get("training.chart.classes");
    return SvgChart.of(BarFigure.of(title, "", labels, values, 0), 400, 340);
  }

  private void confusion(Html html) {
    html.markup("<table class=\"confusion\">\n");
    html.headings(
        IntStream.range(-1, Digits.CLASSES).mapToObj(k -> k < 0 ? "" : String.valueOf(k)).toList());
    double mostWrong = mostWrong();
    for (int label = 0; label < Digits.CLASSES; label++) {
      html.markup("<tr>").element("th", " scope=\"row\"", String.valueOf(label));
      for (int readAs = 0; readAs < Digits.CLASSES; readAs++) {
        cell(html, label, readAs, mostWrong);
      }
      html.markup("</tr>\n");
    }
    html.markup("</table>\n");
  }

  /** Right ones are green. Wrong ones are red by the most frequent of them: all are few. */
  private void cell(Html html, int label, int readAs, double mostWrong) {
    double[] row = rows.get(label);
    double images = row[READ_AS + readAs];
    boolean isRight = label == readAs;
    double part = Math.min(1, images / (isRight ? row[COUNT] : mostWrong));
    String style =
        images > 0
            ? String.format(
                Locale.ROOT,
                "background:rgba(%s,%.2f)",
                isRight ? "14,162,110" : "194,76,0",
                FAINTEST + (1 - FAINTEST) * part / 2)
            : "color:#8c959f";
    html.element("td", " style=\"" + style + "\"", whole(images));
  }

  private double mostWrong() {
    double most = 1;
    for (int label = 0; label < Digits.CLASSES; label++) {
      for (int readAs = 0; readAs < Digits.CLASSES; readAs++) {
        most = label == readAs ? most : Math.max(most, rows.get(label)[READ_AS + readAs]);
      }
    }
    return most;
  }

  private static String whole(double number) {
    return Double.isFinite(number) ? ValueFormat.COUNT.exact(number) : "–";
  }

  /** A class without images has no accuracy. */
  static String percent(double part) {
    return Double.isFinite(part) ? ValueFormat.percent(part, 2) : "–";
  }
}
