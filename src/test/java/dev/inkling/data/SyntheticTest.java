package dev.inkling.data;

import static dev.inkling.support.Images.center;
import static dev.inkling.support.Images.strongest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SyntheticTest {
  @Test
  void theSameSeedGivesTheSameImages() {
    assertThat(Synthetic.digits(50, 7).pixels()).isEqualTo(Synthetic.digits(50, 7).pixels());
    assertThat(Synthetic.digits(50, 7).pixels()).isNotEqualTo(Synthetic.digits(50, 8).pixels());
  }

  @Test
  void moreImagesBeginWithTheSameOnes() {
    assertThat(Synthetic.digits(30, 7).range(0, 20).image(19).ink())
        .containsExactly(Synthetic.digits(20, 7).image(19).ink());
  }

  @Test
  void allTenClassesAreThereEquallyOften() {
    Digits digits = Synthetic.digits(200, 1);
    int[] counts = new int[10];
    for (int i = 0; i < digits.count(); i++) {
      counts[digits.label(i)]++;
    }

    assertThat(counts).containsOnly(20);
  }

  @Test
  void everyImageIsFramedAsThePadFrames() {
    Digits digits = Synthetic.digits(300, 2);
    for (int i = 0; i < digits.count(); i++) {
      GreyImage image = digits.image(i);
      assertThat(image.inkBox().longerSide()).isBetween(Framing.FIT - 2, Framing.FIT);
      assertThat(strongest(image)).isGreaterThan(0.5);
      assertThat(center(image)[0]).isCloseTo(Framing.CENTER, within(0.6));
      assertThat(center(image)[1]).isCloseTo(Framing.CENTER, within(0.6));
    }
  }

  @Test
  void noTwoImagesOfAClassAreTheSame() {
    Digits digits = Synthetic.digits(300, 2);
    for (int i = 10; i < digits.count(); i++) {
      assertThat(digits.image(i).ink()).isNotEqualTo(digits.image(i - 10).ink());
    }
  }

  @Test
  void trainingAndTestImagesDiffer() {
    DataSet data = Synthetic.dataSet(60, 20);

    assertThat(data.name()).isEqualTo(DataSource.SYNTHETIC);
    assertThat(data.train().image(0).ink()).isNotEqualTo(data.test().image(0).ink());
    assertThat(data.train().label(0)).isEqualTo(data.test().label(0));
  }

  @Test
  void whatLeavesNoInkIsDrawnAgain() {
    AtomicInteger tries = new AtomicInteger();
    Digits digits =
        Synthetic.render(
            1,
            1,
            _ -> 4,
            (label, random) ->
                tries.incrementAndGet() < 3 ? Drawing.EMPTY : Synthetic.drawing(label, random));

    assertThat(tries).hasValue(3);
    assertThat(strongest(digits.image(0))).isGreaterThan(0.5);
  }

  @Test
  void aDigitIsWrittenOnThePad() {
    for (int digit = 0; digit < 10; digit++) {
      assertThat(Synthetic.drawing(digit, new SplittableRandom(1)).marks()).isNotEmpty();
    }
  }
}
