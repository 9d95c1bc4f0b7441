package dev.inkling.recognize;

import dev.inkling.image.GreyImage.Box;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that is read in a drawing.
 *
 * @param digits lines from top to bottom, each from left to right; none when there is no ink
 * @param marks points, dashes and what else stands with the digits of an amount, likewise; only
 *     those of pictures are told apart
 */
public record Reading(List<Digit> digits, List<Mark> marks) {
  /** What is read on a blank pad: nothing. */
  public static final Reading BLANK = new Reading(List.of());

  public Reading {
    digits = List.copyOf(digits);
    marks = List.copyOf(marks);
  }

  /** Digits without any marks. */
  public Reading(List<Digit> digits) {
    this(digits, List.of());
  }

  /**
   * A digit and where it stands.
   *
   * @param line counted from 0 at the top
   * @param box around its ink, in the pad's pixels
   */
  public record Digit(int line, Box box, Recognition recognition) {
    /** True when a place on the pad is in the box. */
    public boolean contains(double x, double y) {
      return distance(x, y) == 0;
    }

    private double distance(double x, double y) {
      return Math.hypot(
          x - Math.clamp(x, box.x(), box.right()), y - Math.clamp(y, box.y(), box.bottom()));
    }
  }

  /**
   * A mark and where it stands.
   *
   * @param symbol . , - = # / or :
   * @param line counted from 0 at the top
   * @param box around its ink, as high as its line, in the pad's pixels
   */
  public record Mark(char symbol, int line, Box box) {}

  /** True when there is more than one digit. */
  public boolean isNumber() {
    return digits.size() > 1;
  }

  /** True when it is a number, or a digit that the network takes for one. */
  public boolean isAnswer() {
    return isNumber() || (!digits.isEmpty() && only().isDigit());
  }

  /** Index of the digit nearest to a place on the pad; 0 when there is none. */
  public int nearest(double x, double y) {
    return IntStream.range(0, digits.size())
        .boxed()
        .min(Comparator.comparingDouble(i -> digits.get(i).distance(x, y)))
        .orElse(0);
  }

  /** The one digit, or {@link Recognition#BLANK} where there is none or a number. */
  public Recognition only() {
    return digits.size() == 1 ? digits.getFirst().recognition() : Recognition.BLANK;
  }

  /** The confidence of the digit that is least sure, 0…1; not on a blank pad. */
  public float confidence() {
    return (float)
        digits.stream().mapToDouble(digit -> digit.recognition().confidence()).min().orElseThrow();
  }

  /** The geometric mean of its digits' confidence, 0…1; not on a blank pad. */
  double sureness() {
    return Math.exp(
        digits.stream()
            .mapToDouble(digit -> Math.log(digit.recognition().confidence()))
            .average()
            .orElseThrow());
  }

  /** The digits as text, a line for each line. */
  public String text() {
    int lines = digits.isEmpty() ? 0 : digits.getLast().line() + 1;
    return IntStream.range(0, lines).mapToObj(this::line).collect(Collectors.joining("\n"));
  }

  private String line(int number) {
    return digits.stream()
        .filter(digit -> digit.line() == number)
        .map(digit -> digit.recognition().name())
        .collect(Collectors.joining());
  }
}
