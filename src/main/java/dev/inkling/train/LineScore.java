package dev.inkling.train;

import dev.inkling.data.LineAlphabet;
import dev.inkling.evaluate.EditDistance;
import dev.inkling.model.LineDecoder;

/**
 * How lines were read.
 *
 * @param count of lines
 * @param right lines without a mistake, marks included
 * @param numbers lines whose digits have no mistake
 * @param digits that were written
 * @param mistakes in digits: insertions, deletions and substitutions
 * @param surprise the sum of the lines' losses, in nats
 */
public record LineScore(
    int count, int right, int numbers, int digits, int mistakes, double surprise) {
  /** Of no line. */
  static final LineScore NONE = new LineScore(0, 0, 0, 0, 0, 0);

  /** A line's loss at most: one that has no room for its text would have an infinite one. */
  private static final double MOST = 500;

  /** This score and one more line. */
  LineScore with(String written, double[][] columns) {
    String read = LineDecoder.bestPath(columns);
    String digitsWritten = LineAlphabet.digits(written);
    int distance = EditDistance.of(digitsWritten, LineAlphabet.digits(read));
    double loss = -CtcLoss.logProbability(LineAlphabet.classesOf(written), columns);
    return new LineScore(
        count + 1,
        right + (read.equals(written) ? 1 : 0),
        numbers + (distance == 0 ? 1 : 0),
        digits + digitsWritten.length(),
        mistakes + distance,
        surprise + Math.min(MOST, loss));
  }

  /** The part of lines without a mistake. */
  public double lines() {
    return (double) right / count;
  }

  /** The part of digits that were read right. */
  public double digitsRight() {
    return 1 - (double) mistakes / digits;
  }

  /** The part of lines whose digits have no mistake. */
  public double numbersRight() {
    return (double) numbers / count;
  }

  /** Mean loss of a line, in nats. */
  public double loss() {
    return surprise / count;
  }
}
