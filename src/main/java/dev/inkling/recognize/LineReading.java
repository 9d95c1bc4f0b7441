package dev.inkling.recognize;

import dev.inkling.data.LineAlphabet;
import java.util.List;

/**
 * What a network for lines read in one.
 *
 * @param symbols digits and marks from left to right
 * @param confidence the probability of its digits, marks left aside, 0…1
 * @param candidates what the digits may be, the likeliest first
 */
public record LineReading(List<Symbol> symbols, double confidence, List<Candidate> candidates) {
  /** What is read where there is no ink. */
  public static final LineReading NOTHING = new LineReading(List.of(), 0, List.of());

  public LineReading {
    symbols = List.copyOf(symbols);
    candidates = List.copyOf(candidates);
  }

  /**
   * A digit or a mark.
   *
   * @param symbol that it is
   * @param from where it begins along the line's picture, in its pixels
   * @param to where it ends; the next one does not begin before
   * @param digits the probabilities of the ten digits at its place, which add up to 1
   */
  public record Symbol(char symbol, double from, double to, float[] digits) {
    /** True for a digit, false for a mark. */
    public boolean isDigit() {
      return Character.isDigit(symbol);
    }

    /** The digit that it is, 0…9. */
    int digit() {
      return symbol - '0';
    }
  }

  /**
   * Digits that a line may have.
   *
   * @param probability 0…1
   * @param symbols the digits with their marks and places; none where it is not worth a look
   */
  public record Candidate(String digits, double probability, List<Symbol> symbols) {}

  /** The same line, read as one of its candidates. */
  LineReading as(Candidate candidate) {
    return new LineReading(candidate.symbols, candidate.probability, candidates);
  }

  /** All that was read, as text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    symbols.forEach(symbol -> text.append(symbol.symbol));
    return text.toString();
  }

  /** The digits alone. */
  public String digits() {
    return LineAlphabet.digits(text());
  }

  /** The marks alone. */
  public String marks() {
    return LineAlphabet.marks(text());
  }

  /** The probability of some digits, 0…1; 0 where nobody thought of them. */
  public double probability(String digits) {
    return candidates.stream()
        .filter(candidate -> candidate.digits.equals(digits))
        .mapToDouble(Candidate::probability)
        .sum();
  }
}
