package dev.inkling.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage;
import dev.inkling.image.Piece;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberDoubtsTest {
  private static Piece line(double x1, double y1, double x2, double y2) {
    Stroke stroke = new Stroke(List.of(new Point(x1, y1), new Point(x2, y2)), 12, false);
    return Piece.of(Raster.of(Drawing.EMPTY.with(stroke)));
  }

  /** A sure digit with such ink. */
  private static Reading.Digit digit(int digit, Piece ink) {
    float[] probabilities = new float[10];
    probabilities[digit] = 1;
    return new Reading.Digit(
        0, ink.box(), new Recognition(GreyImage.blank(28, 28), probabilities, true));
  }

  private static boolean areThere(int first, int second, Piece... inks) {
    return NumberDoubts.areThere(
        List.of(digit(first, inks[0]), digit(second, inks[1])), Stream.of(inks).toList());
  }

  @ParameterizedTest
  @CsvSource({"100, 100, 0", "150, 50, 26.6", "50, 150, -26.6", "190, -10, 45"})
  void aLineLeansByItsAngle(double top, double bottom, double degrees) {
    Piece line = line(top, 40, bottom, 240);

    assertThat(Math.toDegrees(NumberDoubts.lean(line.ink()))).isCloseTo(degrees, within(2.0));
  }

  @Test
  void onesThatLeanAlikeMayBeEleven() {
    assertThat(areThere(1, 1, line(100, 60, 70, 200), line(160, 60, 130, 200))).isFalse();
    assertThat(areThere(1, 1, line(70, 60, 100, 200), line(160, 60, 150, 200))).isFalse();
  }

  @Test
  void theStrokesOfAnUpturnedVAreNoEleven() {
    assertThat(areThere(1, 1, line(140, 60, 60, 200), line(140, 60, 220, 200))).isTrue();
    // Of other digits nobody can tell how they lean.
    assertThat(areThere(1, 7, line(140, 60, 60, 200), line(140, 60, 220, 200))).isFalse();
  }

  @Test
  void strokesThatCrossInTheSameColumnsAreOneSign() {
    Piece upright = line(100, 60, 100, 200);

    assertThat(areThere(1, 7, upright, line(60, 130, 140, 130))).isTrue();
    assertThat(areThere(1, 7, upright, line(120, 130, 200, 130))).isFalse();
  }

  @Test
  void aShortStrokeAtALongOneIsNoDigitBesideADigit() {
    Piece upright = line(100, 60, 100, 200);

    assertThat(areThere(1, 7, upright, line(108, 160, 208, 200))).isTrue();
    assertThat(areThere(1, 7, upright, line(108, 90, 208, 200))).isFalse();
    // Not touching it, it may be one.
    assertThat(areThere(1, 7, upright, line(120, 160, 220, 200))).isFalse();
  }

  @Test
  void twoStrokesThatAreNarrowTogetherAreOneLetter() {
    Piece upright = line(100, 60, 100, 200);
    Piece narrow = line(108, 60, 160, 200);

    assertThat(areThere(1, 7, upright, narrow)).isTrue();
    assertThat(areThere(1, 7, upright, line(108, 60, 220, 200))).isFalse();
    // Among more digits, two 1s may run into each other.
    Piece apart = line(220, 60, 220, 200);
    assertThat(
            NumberDoubts.areThere(
                List.of(digit(1, upright), digit(7, narrow), digit(1, apart)),
                List.of(upright, narrow, apart)))
        .isFalse();
  }

  private static Reading.Digit digit(float confidence) {
    float[] probabilities = new float[10];
    probabilities[7] = confidence;
    return new Reading.Digit(
        0,
        line(100, 60, 100, 200).box(),
        new Recognition(GreyImage.blank(28, 28), probabilities, true));
  }

  @Test
  void whatIsReadUnsurelyAltogetherIsNoNumber() {
    assertThat(NumberDoubts.areUnsure(List.of(digit(0.9f), digit(0.3f)))).isTrue();
    assertThat(NumberDoubts.areUnsure(List.of(digit(0.9f), digit(0.41f)))).isFalse();
    assertThat(NumberDoubts.areUnsure(List.of(digit(0.99f), digit(0.3f), digit(0.99f)))).isFalse();
  }
}
