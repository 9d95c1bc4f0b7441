package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.LineStrip.Extent;
import org.junit.jupiter.api.Test;

class LineStripTest {
  /** Ink where a rule says so. */
  private interface Ink {
    double at(int x, int y);
  }

  private static GreyImage image(int width, int height, Ink ink) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ink.at(i % width, i / width);
    }
    return new GreyImage(width, height, values);
  }

  /** Upright strokes from row 30 to row 69. */
  private static double strokes(int x, int y) {
    return x >= 20 && x < 180 && x % 25 < 6 && y >= 30 && y < 70 ? 0.8 : 0;
  }

  @Test
  void writingIsFoundBesideSpecksAndUnderARuledLine() {
    GreyImage plain = image(200, 100, LineStripTest::strokes);
    GreyImage disturbed =
        image(
            200,
            100,
            (x, y) -> {
              boolean isRule = y == 84 + x / 100 || y == 85 + x / 100;
              boolean isSpeck = x == 40 && y < 3;
              double print = 0.2 * ((x + 2 * y) % 5 == 0 ? 1 : 0);
              return Math.max(strokes(x, y), isRule || isSpeck ? 0.9 : print);
            });

    for (GreyImage image : new GreyImage[] {plain, disturbed}) {
      Extent extent = LineStrip.extent(image);
      assertThat(extent.top()).isCloseTo(30, within(2.0));
      assertThat(extent.bottom()).isCloseTo(70, within(2.0));
      assertThat(extent.level()).isCloseTo(0.8f, within(0.11f));
    }
  }

  @Test
  void blankPaperHasNoExtent() {
    assertThat(LineStrip.extent(GreyImage.blank(50, 20))).isNull();
  }

  @Test
  void whatIsWrittenStandsInTheMiddleAsHighAsAsked() {
    GreyImage image = image(200, 100, LineStripTest::strokes);
    LineStrip strip = LineStrip.of(image, LineStrip.extent(image), 20, 1);

    assertThat(strip.ink().height()).isEqualTo(LineStrip.HEIGHT);
    assertThat(strip.ink().width() % LineStrip.STEP).isZero();
    GreyImage.Box box = strip.ink().inkBox();
    assertThat(box.height()).isBetween(20, 22);
    assertThat(box.y()).isBetween(5, 7);
    assertThat(strip.ink().at(strip.left() + 25 / 2 + 1, 16)).as("full ink").isEqualTo(1);
  }

  @Test
  void placesLeadBackToThePicture() {
    GreyImage image = image(200, 100, (x, y) -> x == 100 && y > 20 && y < 80 ? 1 : 0);
    for (double stretch : new double[] {0.7, 1, 1.3}) {
      LineStrip strip = LineStrip.of(image, LineStrip.extent(image), 22, stretch);
      GreyImage.Box box = strip.ink().inkBox();

      assertThat(strip.inPicture(box.x() + box.width() / 2.0)).isCloseTo(100.5, within(2.0));
    }
  }

  @Test
  void smallWritingIsMadeLargerAndLongLinesSmaller() {
    GreyImage small = image(60, 12, (x, y) -> x % 9 < 2 && y > 1 && y < 10 ? 1 : 0);
    GreyImage tape = image(4_000, 12, (x, y) -> x % 9 < 2 && y > 1 && y < 10 ? 1 : 0);

    assertThat(LineStrip.of(small, LineStrip.extent(small), 22, 1).scale()).isGreaterThan(2);
    assertThat(LineStrip.of(tape, LineStrip.extent(tape), 22, 1).ink().width())
        .isLessThanOrEqualTo(LineStrip.WIDEST);
  }
}
