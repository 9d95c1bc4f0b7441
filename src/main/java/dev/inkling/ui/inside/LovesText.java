package dev.inkling.ui.inside;

import dev.inkling.chart.SignedShades;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Digits;
import dev.inkling.diagram.BlockCaptions;
import dev.inkling.diagram.ChainText;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.explain.Ascent.Dream;
import dev.inkling.layer.Size;
import dev.inkling.ui.kit.Texts;
import java.util.Arrays;
import java.util.List;

/** What is said of a picture that a network would love to see. */
final class LovesText {
  private final LovesViewModel loves;
  private final Texts texts;

  LovesText(LovesViewModel loves, Texts texts) {
    this.loves = loves;
    this.texts = texts;
  }

  private List<String> classes() {
    return loves.modelProperty().get().card().classes();
  }

  /** Where the picture of a channel is among those that are shown; −1 where there is none. */
  int index(int channel) {
    Dream dream = loves.dreamProperty().get();
    int at = channel - (dream == null ? channel + 1 : dream.question().first());
    return dream == null || at >= dream.pictures().size() ? -1 : at;
  }

  /** What would love to see it. */
  String title(int channel) {
    if (loves.modelProperty().get() == null || loves.columnProperty().get() == null) {
      return texts.get("inside.working");
    }
    if (loves.areClasses()) {
      return texts.get("inside.loves.class", className(channel));
    }
    Size size = loves.columnProperty().get().size();
    boolean isMap = size.height() * size.width() > 1;
    return texts.get(
        isMap ? "inside.loves.map" : "inside.loves.unit",
        BlockCaptions.name(loves.columnProperty().get().main()),
        channel + 1,
        size.channels());
  }

  private String className(int channel) {
    return channel < classes().size() ? classes().get(channel) : String.valueOf(channel + 1);
  }

  /** What all of it is, above an animation. */
  String all() {
    return loves.modelProperty().get().card().name()
        + " · "
        + BlockCaptions.name(loves.columnProperty().get().main());
  }

  /** Its name where all are shown. */
  String name(int channel) {
    return loves.areClasses() ? className(channel) : String.valueOf(channel + 1);
  }

  /** What is below its small picture. */
  String below(int channel) {
    int at = index(channel);
    if (at < 0) {
      return name(channel);
    }
    Dream dream = loves.dreamProperty().get();
    String value =
        loves.areClasses()
            ? ValueFormat.percent(dream.probabilities().get(at)[channel], 1)
            : texts.format("%.1f", dream.values()[at]).replace('-', '−');
    return name(channel) + " · " + value;
  }

  /** The value that was to be large, and what the network reads in the picture. */
  String facts(int channel) {
    int at = index(channel);
    if (at < 0) {
      return "";
    }
    Dream dream = loves.dreamProperty().get();
    int from = at * Digits.PIXELS;
    float[] slopes = Arrays.copyOfRange(dream.slopes(), from, from + Digits.PIXELS);
    if (SignedShades.strongest(slopes) == 0) {
      return texts.get("inside.loves.flat");
    }
    float[] probabilities = dream.probabilities().get(at);
    int best = Evaluation.best(probabilities);
    return texts.get(
        "inside.loves.facts",
        ChainText.number(dream.values()[at]),
        classes().get(best),
        ValueFormat.percent(probabilities[best], 1));
  }
}
