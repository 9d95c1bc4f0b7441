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
 */
public record LineScore(int count, int right, int numbers, int digits, int mistakes) {
  /** Of no line. */
  static final LineScore NONE = new LineScore(0, 0, 0, 0, 0);

  /** This score and one more line. */
  LineScore with(String written, double[][] columns) {
    String read = LineDecoder.bestPath(columns);
    String digitsWritten = LineAlphabet.digits(written);
    int distance = EditDistance.of(digitsWritten, LineAlphabet.digits(read));
    return new LineScore(
        count + 1,
        right + (read.equals(written) ? 1 : 0),
        numbers + (distance == 0 ? 1 : 0),
        digits + digitsWritten.length(),
        mistakes + distance);
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

  double loss() {
    return 0;
  }
}
