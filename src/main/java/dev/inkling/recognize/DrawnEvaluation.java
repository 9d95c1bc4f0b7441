package dev.inkling.recognize;

import dev.inkling.ink.StrokesFile.Line;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelCard.DrawnScore;
import dev.inkling.text.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures how a classifier reads drawings, and whether it refuses those that are no digit. */
public final class DrawnEvaluation {
  private int digits;
  private int right;
  private int answered;
  private int others;
  private int refused;

  private DrawnEvaluation() {}

  /**
   * Reads drawings and compares.
   *
   * @param lines with a label each, or none where the drawing is no digit
   * @param file their name, for the score
   * @param command that measures this again, for the score
   */
  public static DrawnScore of(
      List<Line> lines, Classifier classifier, String file, String command) {
    if (!classifier.model().card().areDigits()) {
      throw new Problem("problem.model.noDigits", classifier.model().card().name());
    }
    DrawnEvaluation score = new DrawnEvaluation();
    List<Recognition> read =
        Recognizer.recognize(lines.stream().map(Line::drawing).toList(), classifier);
    for (int i = 0; i < lines.size(); i++) {
      score.add(lines.get(i).label(), read.get(i));
    }
    return new DrawnScore(
        file,
        score.digits,
        ratio(score.right, score.digits),
        ratio(score.answered, score.digits),
        score.others,
        ratio(score.refused, score.others),
        command);
  }

  private void add(@Nullable Integer label, Recognition read) {
    if (label == null) {
      others++;
      refused += read.isDigit() ? 0 : 1;
      return;
    }
    digits++;
    right += !read.isBlank() && read.digit() == label ? 1 : 0;
    answered += read.isDigit() ? 1 : 0;
  }

  private static @Nullable Double ratio(int part, int whole) {
    return whole == 0 ? null : Double.valueOf((double) part / whole);
  }
}
