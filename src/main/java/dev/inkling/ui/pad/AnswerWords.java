package dev.inkling.ui.pad;

import dev.inkling.chart.ValueFormat;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Texts;

/** What is said of an answer: to be seen, to be heard from a screen reader, to be copied. */
record AnswerWords(PadViewModel pad, Texts texts) {
  /** A digit, a number in its lines, or a question mark; empty on a blank pad. */
  String answer() {
    Reading reading = pad.readingProperty().get();
    return reading.isNumber() ? reading.text() : digit(reading.only());
  }

  private static String digit(Recognition recognition) {
    if (recognition.isBlank()) {
      return "";
    }
    return recognition.isDigit() ? recognition.name() : "?";
  }

  /** How sure it is, and of which digit where there are several. */
  String confidence() {
    Reading reading = pad.readingProperty().get();
    Recognition digit = pad.recognitionProperty().get();
    String said = confidence(digit);
    // The two properties change one after the other.
    return reading.isNumber() && !digit.isBlank()
        ? texts.get(
            "pad.number.digit",
            pad.selectedProperty().get() + 1,
            reading.digits().size(),
            digit.name(),
            said)
        : said;
  }

  private String confidence(Recognition recognition) {
    if (recognition.isBlank()) {
      return texts.get("pad.waiting");
    }
    if (!recognition.isDigit()) {
      return texts.get("pad.noDigit");
    }
    String confidence = ValueFormat.percent(recognition.confidence(), 1);
    return recognition.isUnsure()
        ? texts.get(
            "pad.unsure",
            recognition.name(),
            recognition.classes().get(recognition.second()),
            confidence)
        : texts.get("pad.confidence", confidence);
  }

  /** All of it in a sentence, for who does not see it. */
  String spoken() {
    Reading reading = pad.readingProperty().get();
    if (pad.emptyBinding().get()) {
      return texts.get("pad.spoken.empty");
    }
    if (!reading.isAnswer()) {
      return texts.get(reading.digits().isEmpty() ? "pad.waiting" : "pad.noDigit");
    }
    return texts.get("pad.spoken", answer().replace('\n', ' '), confidence());
  }
}
