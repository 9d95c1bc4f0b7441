package dev.inkling.run;

import dev.inkling.file.AtomicFile;
import dev.inkling.report.Html;
import dev.inkling.report.Numbers;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A run on one page of HTML that needs no other file and no network. */
public final class RunReport {
  private final RunInfo info;
  private final String reason;
  private final ReportFacts facts;
  private final List<BatchRow> batches;
  private final List<EpochRow> epochs;
  private final List<EpochConfusions.Epoch> confusions;
  private final Messages messages;

  private RunReport(Run run, Messages messages) {
    this.messages = messages;
    info = run.info();
    reason = RunFailure.of(run, info).map(why -> why.sentence(messages)).orElse("");
    facts = new ReportFacts(info, run.standing(info), messages);
    batches = BatchRow.read(run);
    epochs = EpochRow.read(run);
    confusions = EpochConfusions.read(run);
  }

  /**
   * Writes the report of a run as it stands, finished or not.
   *
   * @param messages the language of the report
   * @throws Problem when the run cannot be read or the file cannot be written
   */
  public static void write(Run run, Messages messages, Path file) {
    String page = of(run, messages);
    try {
      AtomicFile.write(file, page);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", file);
    }
  }

  /** The report of a run as a page. */
  static String of(Run run, Messages messages) {
    return new RunReport(run, messages).page();
  }

  private String page() {
    Html html = new Html(messages.locale().toLanguageTag(), info.title());
    head(html);
    if (!epochs.isEmpty()) {
      figures(html, epochs.getLast());
    }
    facts.writeTo(html);
    new ReportCurves(batches, epochs, messages).writeTo(html);
    new ReportClasses(confusions, info.names(), messages).writeTo(html);
    html.element("footer", " class=\"muted\"", messages.get("report.footer", info.id()));
    return html.end();
  }

  private void head(Html html) {
    html.element("h1", "", info.title());
    html.element("p", " class=\"muted\"", Numbers.date(Instant.parse(info.created()), messages));
    if (info.notes() != null && !info.notes().isBlank()) {
      html.element("p", " class=\"notes\"", info.notes());
    }
    if (info.status() != Status.FINISHED) {
      int done = epochs.isEmpty() ? 0 : epochs.getLast().epoch();
      String words =
          messages.get("report.unfinished", facts.status(), done, info.recipe().epochs());
      html.element("p", " class=\"notice\"", (words + " " + reason).strip());
    }
    if (epochs.isEmpty()) {
      html.element("p", " class=\"muted\"", messages.get("report.noEpoch"));
    }
  }

  /** What one wants to know first. */
  private void figures(Html html, EpochRow last) {
    html.markup("<div class=\"figures\">\n");
    figure(html, "accuracy", Numbers.percent(last.valAccuracy()));
    figure(html, "loss", Numbers.number(last.valLoss()));
    figure(html, "epochs", last.epoch() + " / " + info.recipe().epochs());
    figure(html, "seconds", facts.duration());
    html.markup("</div>\n");
  }

  private void figure(Html html, String key, String value) {
    html.figure(value, messages.get("report.figure." + key));
  }
}
