package dev.inkling.ui.inside;

import dev.inkling.chart.ValueFormat;
import dev.inkling.explain.Robustness.Sweep;
import dev.inkling.explain.Robustness.Version;
import dev.inkling.explain.Variation;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;

/** Says what was changed in a drawing, and what is read then. */
final class VersionWords {
  private final Texts texts;

  VersionWords(Texts texts) {
    this.texts = texts;
  }

  /** The key of a variation's name. */
  static String key(Variation variation) {
    return "inside.sure.by." + variation.name().toLowerCase(Locale.ROOT);
  }

  /** By how much, in the variation's unit. */
  static String amount(Variation variation, double amount) {
    String text =
        switch (variation) {
          case ROTATION -> String.format(Locale.ROOT, "%+.0f°", amount);
          case SCALE -> String.format(Locale.ROOT, "%.1f×", amount);
          case SHIFT_X, SHIFT_Y, THICKNESS -> String.format(Locale.ROOT, "%+.0f", amount);
        };
    return text.replace("+0", "0").replace('-', '−');
  }

  /** A version and what is read in it. */
  String of(Variation variation, Version version) {
    Recognition read = version.recognition();
    String what = texts.get(key(variation)) + " " + amount(variation, version.amount());
    if (read.isBlank()) {
      return texts.get("inside.sure.nothing", what);
    }
    String key = version.isFlip() ? "inside.sure.flip" : "inside.sure.same";
    return texts.get(key, what, read.name(), ValueFormat.percent(read.confidence(), 1));
  }

  /** How far the answer holds. */
  String holds(Sweep sweep, int digit) {
    List<Version> same = sweep.unflipped();
    return texts.get(
        "inside.sure.holds",
        digit,
        amount(sweep.variation(), same.getFirst().amount()),
        amount(sweep.variation(), same.getLast().amount()));
  }
}
