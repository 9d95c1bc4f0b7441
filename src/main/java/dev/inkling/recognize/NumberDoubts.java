package dev.inkling.recognize;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Piece;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What speaks against a number in a drawing that is no digit: letters and faces come apart into
 * what looks like digits.
 */
final class NumberDoubts {
  /**
   * Digits that run into each other share less of the narrower one's columns than an X's strokes.
   */
  private static final double SHARED_COLUMNS = 0.9;

  /** They stand side by side: of the rows of both they share more than the strokes of an h or Y. */
  private static final double SHARED_ROWS = 0.55;

  /** Two of them together are wider than this, in their height; an R is not. */
  private static final double WIDTH_OF_TWO = 0.65;

  /**
   * How sure the digits of a number are at least, in the geometric mean. Hardly a number that is
   * composed of people's digits is read less surely.
   */
  private static final double SURE = 0.6;

  /** The 1s of one hand lean alike, to so many radians; the strokes of a Y or 人 do not. */
  private static final double LEANING_APART = Math.toRadians(50);

  private NumberDoubts() {}

  /**
   * Whether a number is hardly one.
   *
   * @param digits that it is read as, at least one
   * @param inks of each
   */
  static boolean areThere(List<Reading.Digit> digits, List<Piece> inks) {
    return areRefused(digits)
        || IntStream.range(1, inks.size())
            .anyMatch(i -> areOneLetter(inks.get(i - 1), inks.get(i), inks.size() == 2))
        || doOnesLeanApart(digits, inks);
  }

  private static boolean areRefused(List<Reading.Digit> digits) {
    long refused = digits.stream().filter(digit -> !digit.recognition().isDigit()).count();
    return 2 * refused >= digits.size();
  }

  /**
   * Whether the digits of a number that was drawn are too unsure altogether to be one. A picture's
   * may be: where its ink has run together, some digits are still better than none.
   *
   * @param digits at least one
   */
  static boolean areUnsure(List<Reading.Digit> digits) {
    return new Reading(digits).sureness() < SURE;
  }

  private static boolean areOneLetter(Piece a, Piece b, boolean areAll) {
    int narrower = Math.min(a.box().width(), b.box().width());
    Box both = a.box().union(b.box());
    boolean looksLikeOne =
        a.box().sharedColumns(b.box()) > SHARED_COLUMNS * narrower
            || a.box().sharedRows(b.box()) < SHARED_ROWS * both.height()
            || (areAll && both.width() < WIDTH_OF_TWO * both.height());
    return looksLikeOne && a.overlaps(b);
  }

  private static boolean doOnesLeanApart(List<Reading.Digit> digits, List<Piece> inks) {
    var leans =
        IntStream.range(0, digits.size())
            .filter(i -> digits.get(i).recognition().digit() == 1)
            .mapToDouble(i -> lean(inks.get(i).ink()))
            .summaryStatistics();
    return leans.getMax() - leans.getMin() > LEANING_APART;
  }

  /**
   * The angle between the ink's principal axis and the vertical, −π/2…π/2, to the right above 0.
   */
  static double lean(GreyImage ink) {
    double mass = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int row = 0; row < ink.height(); row++) {
      for (int column = 0; column < ink.width(); column++) {
        double here = ink.at(column, row);
        mass += here;
        x += here * column;
        y += here * row;
        xx += here * column * column;
        xy += here * column * row;
        yy += here * row * row;
      }
    }
    double across = xx / mass - x / mass * (x / mass);
    double along = yy / mass - y / mass * (y / mass);
    double both = xy / mass - x / mass * (y / mass);
    return Math.atan2(-2 * both, along - across) / 2;
  }
}
