package dev.inkling.report;

import dev.inkling.chart.BarFigure;
import dev.inkling.chart.SvgChart;
import dev.inkling.data.Classes;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.file.Version;
import dev.inkling.text.Messages;
import java.time.Instant;
import java.util.List;

/** A model's results on one page of HTML that needs no other file and no network. */
final class ResultsPage {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 340;
  private static final int BAR = 22;

  private final Results results;
  private final Predictions predictions;
  private final Evaluation evaluation;
  private final Messages messages;

  ResultsPage(Results results, Messages messages) {
    this.results = results;
    this.messages = messages;
    predictions = results.predictions();
    evaluation = results.evaluation();
  }

  /** The whole page. */
  String page() {
    String title = text("title", predictions.model(), predictions.data());
    Html html = new Html(messages.locale().toLanguageTag(), title);
    html.element("h1", "", title);
    html.element("p", " class=\"muted\"", Numbers.date(Instant.now(), messages));
    figures(html);
    labelErrors(html);
    classes(html);
    heading(html, messages.get("report.confusion"), text("confusion.note"));
    html.wide(
        messages.get("report.confusion"),
        () -> ConfusionTable.write(html, evaluation.confusion(), evaluation.classes()));
    heading(html, text("reliability"), text("reliability.note"));
    html.markup(
        SvgChart.of(
            Reliability.figure(results.calibration(), "", text("confidence")), WIDTH, HEIGHT));
    misread(html);
    html.element("footer", " class=\"muted\"", text("footer", Version.current()));
    return html.end();
  }

  private String text(String key, Object... arguments) {
    return messages.get("report.results." + key, arguments);
  }

  private static void heading(Html html, String heading, String note) {
    html.element("h2", "", heading).element("p", " class=\"muted\"", note);
  }

  private void figures(Html html) {
    html.markup("<div class=\"figures\">\n");
    html.figure(Numbers.percent(evaluation.accuracy()), text("accuracy"));
    html.figure(
        Numbers.percent(results.interval().low()).replace("%", "")
            + " – "
            + Numbers.percent(results.interval().high()),
        text("interval"));
    html.figure(Numbers.number(evaluation.loss()), text("loss"));
    html.figure(Numbers.percent(results.calibration().error()), text("calibration"));
    html.figure(Numbers.count(evaluation.count()), text("count"));
    html.markup("</div>\n");
  }

  private void labelErrors(Html html) {
    results
        .accuracyWithoutLabelErrors()
        .ifPresent(
            accuracy ->
                html.element(
                    "p",
                    " class=\"notice\"",
                    text("cleaned", results.labelErrors().count(), Numbers.percent(accuracy))));
  }

  private void classes(Html html) {
    html.element("h2", "", messages.get("report.classes"));
    html.markup("<div class=\"columns\">\n<section>\n<table class=\"classes\">\n");
    html.headings(
        List.of(
            messages.get(
                Classes.areDigits(evaluation.classes())
                    ? "report.class.digit"
                    : "report.class.name"),
            messages.get("report.class.count"),
            text("precision"),
            text("recall"),
            "F1"));
    for (PerClass c : evaluation.perClass()) {
      html.markup("<tr>").element("th", " scope=\"row\"", evaluation.classes().get(c.label()));
      html.element("td", "", Numbers.count(c.count()));
      html.element("td", "", Numbers.percent(c.precision()));
      html.element("td", "", Numbers.percent(c.recall()));
      html.element("td", "", Numbers.percent(c.f1())).markup("</tr>\n");
    }
    html.markup("</table>\n</section>\n<section>\n" + SvgChart.of(bars(), WIDTH, barsHeight()));
    html.markup("</section>\n</div>\n");
  }

  /** Many bars need room for their names. */
  private int barsHeight() {
    return Math.max(HEIGHT, BAR * evaluation.classes().size());
  }

  private BarFigure bars() {
    List<PerClass> classes = evaluation.perClass();
    return BarFigure.of(
        messages.get("training.chart.classes"),
        "",
        classes.stream().map(c -> evaluation.classes().get(c.label())).toList(),
        classes.stream().mapToDouble(c -> c.recall() == null ? Double.NaN : c.recall()).toArray(),
        0);
  }

  private void misread(Html html) {
    Gallery gallery = new Gallery(results, messages);
    int count = results.misread().length;
    if (count == 0) {
      heading(html, text("misread"), text("none"));
      return;
    }
    String key = gallery.size() < count ? "misread.some" : "misread.all";
    heading(html, text("misread"), text(key, count, evaluation.count(), gallery.size()));
    gallery.writeTo(html);
  }
}
