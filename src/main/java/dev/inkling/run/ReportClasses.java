package dev.inkling.run;

import dev.inkling.chart.BarFigure;
import dev.inkling.chart.SvgChart;
import dev.inkling.data.Classes;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.report.ConfusionTable;
import dev.inkling.report.Html;
import dev.inkling.report.Numbers;
import dev.inkling.text.Messages;
import java.util.List;

/** What a report says about each class after the last epoch. */
final class ReportClasses {
  /** Height of a bar with its name, of many. */
  private static final int BAR = 22;

  private final List<EpochConfusions.Epoch> epochs;
  private final List<String> names;
  private final Messages messages;

  /** The classes of a run. */
  ReportClasses(List<EpochConfusions.Epoch> epochs, List<String> names, Messages messages) {
    this.epochs = epochs;
    this.names = names;
    this.messages = messages;
  }

  void writeTo(Html html) {
    if (epochs.isEmpty() || epochs.getLast().confusion().length != names.size()) {
      return;
    }
    EpochConfusions.Epoch last = epochs.getLast();
    List<PerClass> classes = Evaluation.perClass(last.confusion());
    html.element("h2", "", messages.get("report.classes"));
    html.element("p", " class=\"muted\"", messages.get("report.classes.note", last.number()));
    html.markup("<div class=\"columns\">\n<section>\n");
    table(html, classes);
    html.markup("</section>\n<section>\n" + bars(classes) + "</section>\n</div>\n");
    html.element("h2", "", messages.get("report.confusion"));
    html.element("p", " class=\"muted\"", messages.get("report.confusion.note", last.number()));
    html.wide(
        messages.get("report.confusion"),
        () -> ConfusionTable.write(html, last.confusion(), names));
  }

  private void table(Html html, List<PerClass> classes) {
    html.markup("<table class=\"classes\">\n");
    html.headings(
        List.of(
            messages.get(Classes.areDigits(names) ? "report.class.digit" : "report.class.name"),
            messages.get("report.class.count"),
            messages.get("report.class.accuracy")));
    for (PerClass c : classes) {
      html.markup("<tr>").element("th", " scope=\"row\"", names.get(c.label()));
      html.element("td", "", Numbers.count(c.count()));
      html.element("td", "", Numbers.percent(c.recall())).markup("</tr>\n");
    }
    html.markup("</table>\n");
  }

  private String bars(List<PerClass> classes) {
    List<String> labels = classes.stream().map(c -> names.get(c.label())).toList();
    double[] values =
        classes.stream().mapToDouble(c -> c.recall() == null ? Double.NaN : c.recall()).toArray();
    String title = messages.get("training.chart.classes");
    return SvgChart.of(
        BarFigure.of(title, "", labels, values, 0), 400, Math.max(340, BAR * names.size()));
  }
}
