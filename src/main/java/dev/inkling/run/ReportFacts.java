package dev.inkling.run;

import dev.inkling.data.ImageSource;
import dev.inkling.model.RecipeField;
import dev.inkling.report.Html;
import dev.inkling.report.Numbers;
import dev.inkling.text.Durations;
import dev.inkling.text.Messages;
import dev.inkling.text.Phrase;
import java.util.Locale;

/** The tables of a report that say how a run was set up and how it stands. */
final class ReportFacts {
  private final RunInfo info;
  private final Standing standing;
  private final Messages messages;

  ReportFacts(RunInfo info, Standing standing, Messages messages) {
    this.info = info;
    this.standing = standing;
    this.messages = messages;
  }

  void writeTo(Html html) {
    html.markup("<div class=\"columns\">\n");
    recipe(html);
    circumstances(html);
    html.markup("</div>\n");
  }

  /** How the run stands, in a word. */
  String status() {
    return messages.get(standing.key());
  }

  /** All fields that count, so that none is forgotten when the recipe gets more. */
  private void recipe(Html html) {
    html.markup("<section>\n").element("h2", "", messages.get("training.recipe"));
    html.markup("<table class=\"facts\">\n");
    html.fact(messages.get("training.architecture"), info.architecture());
    info.descent()
        .ifPresent(words -> html.fact(messages.get("report.run.origin"), messages.get(words)));
    for (RecipeField field : RecipeField.values()) {
      if (field.counts(info.recipe())) {
        html.fact(messages.get(field.nameKey()), value(field));
      }
    }
    html.markup("</table>\n</section>\n");
  }

  private String value(RecipeField field) {
    return switch (field.value(info.recipe())) {
      case null -> nothing(field);
      case Enum<?> name -> messages.get("training.name." + name.name().toLowerCase(Locale.ROOT));
      case Double number -> Numbers.number(number);
      case Object other -> other.toString();
    };
  }

  private String nothing(RecipeField field) {
    return switch (field) {
      case DROPOUT -> messages.get("training.dropout.own");
      case PART -> messages.get("training.part.all");
      default -> "–";
    };
  }

  private void circumstances(Html html) {
    html.markup("<section>\n").element("h2", "", messages.get("report.run"));
    html.markup("<table class=\"facts\">\n");
    html.fact(messages.get("training.data"), data());
    html.fact(messages.get("report.run.status"), status());
    html.fact(messages.get("report.figure.seconds"), duration());
    html.fact("Inkling", info.inkling());
    html.fact(messages.get("report.run.engine"), info.engine());
    html.fact("Java", info.java()).fact(messages.get("report.run.id"), info.id());
    html.markup("</table>\n</section>\n");
  }

  private String data() {
    String title = messages.get(ImageSource.of(info.data()).title());
    Integer count = info.corrected();
    return count == null ? title : title + " · " + messages.get("run.corrected", count);
  }

  /** Time in training, in words. */
  String duration() {
    Phrase words = Durations.of(info.seconds());
    return messages.get(words);
  }
}
