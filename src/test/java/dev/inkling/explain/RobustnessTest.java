package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.explain.Robustness.Sweep;
import dev.inkling.explain.Robustness.Version;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RobustnessTest {
  private static final Drawing ONE =
      Drawing.EMPTY.with(new Stroke(List.of(new Point(140, 30), new Point(140, 250)), 18, false));

  private static Classifier classifier;

  @BeforeAll
  static void load() {
    classifier = new Classifier(Shipped.model("inkling"));
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  private static Sweep sweep(Drawing drawing, Variation variation) {
    return Robustness.of(drawing, classifier).sweeps().get(variation.ordinal());
  }

  private static Version version(Sweep sweep, double amount) {
    return sweep.versions().stream()
        .filter(version -> Math.abs(version.amount() - amount) < 1e-9)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void amountsGoFromTheLeastToTheMost() {
    assertThat(Variation.ROTATION.amounts()).hasSize(19).startsWith(-45.0).endsWith(45.0);
    assertThat(Variation.SHIFT_X.amounts()).hasSize(17).startsWith(-8.0).endsWith(8.0);
    assertThat(Variation.SCALE.amounts()).hasSize(11).startsWith(0.5).endsWith(1.5);
    assertThat(Variation.THICKNESS.amounts()).hasSize(13).startsWith(-12.0).endsWith(12.0);
    for (Variation variation : Variation.values()) {
      assertThat(variation.amounts()).contains(variation.neutral()).isSorted();
    }
  }

  @Test
  void theNeutralVersionIsTheDrawingItself() {
    Robustness robustness = Robustness.of(ONE, classifier);

    assertThat(robustness.original().digit()).isEqualTo(1);
    assertThat(robustness.sweeps().stream().map(Sweep::variation))
        .containsExactly(Variation.values());
    for (Sweep sweep : robustness.sweeps()) {
      Version same = version(sweep, sweep.variation().neutral());
      assertThat(same.drawing()).isEqualTo(ONE);
      assertThat(same.isFlip()).isFalse();
      assertThat(same.recognition().probabilities())
          .containsExactly(robustness.original().probabilities(), within(1e-5f));
    }
  }

  @Test
  void everyVersionButTheShiftedReadsTheSameOnThePad() {
    for (Variation variation : Variation.values()) {
      assertThat(sweep(ONE, variation).versions()).hasSameSizeAs(variation.amounts());
      for (Version version : sweep(ONE, variation).versions()) {
        Recognition onPad = Recognizer.recognize(version.drawing(), classifier);
        if (!variation.isShift()) {
          assertThat(onPad.probabilities())
              .as("%s %s", variation, version.amount())
              .containsExactly(version.recognition().probabilities(), within(1e-5f));
        } else {
          assertThat(onPad.digit()).isEqualTo(1); // framing undoes the shift
        }
      }
    }
  }

  /** Reads 1 where most ink is in the four columns of the middle, and 2 where it is not. */
  private static Model uprightOrNot() {
    float[] weights = new float[10 * 784];
    for (int p = 0; p < 784; p++) {
      int digit = p % 28 >= 12 && p % 28 < 16 ? 1 : 2;
      weights[digit * 784 + p] = 1;
    }
    return TinyModels.linear(weights);
  }

  @Test
  void flipsAreMarkedWhereTheAnswerIsAnother() {
    try (Classifier upright = new Classifier(uprightOrNot())) {
      Robustness robustness = Robustness.of(ONE, upright);

      assertThat(robustness.original().digit()).isEqualTo(1);
      Sweep turned = robustness.sweeps().get(Variation.ROTATION.ordinal());
      assertThat(version(turned, -45).isFlip()).isTrue();
      assertThat(version(turned, -45).recognition().digit()).isEqualTo(2);
      assertThat(version(turned, 5).isFlip()).isFalse();
      Sweep right = robustness.sweeps().get(Variation.SHIFT_X.ordinal());
      assertThat(right.versions().stream().filter(v -> !v.isFlip()).map(Version::amount))
          .allMatch(pixels -> Math.abs(pixels) < 4)
          .isNotEmpty();
    }
  }

  @Test
  void aTurnedOneLiesAskew() {
    GreyImage turned = version(sweep(ONE, Variation.ROTATION), 45).recognition().framed();

    // Clockwise: its head to the right.
    assertThat(turned.inkBox().width()).isEqualTo(20);
    assertThat(turned.at(turned.inkBox().x() + 18, turned.inkBox().y() + 1)).isPositive();
    assertThat(turned.at(turned.inkBox().x() + 1, turned.inkBox().y() + 1)).isZero();
  }

  @Test
  void aShiftMovesTheFramedPicture() {
    Sweep right = sweep(ONE, Variation.SHIFT_X);
    GreyImage original = version(right, 0).recognition().framed();
    GreyImage moved = version(right, 3).recognition().framed();

    for (int y = 0; y < 28; y++) {
      for (int x = 3; x < 28; x++) {
        assertThat(moved.at(x, y)).isEqualTo(original.at(x - 3, y));
      }
    }
    GreyImage up = version(sweep(ONE, Variation.SHIFT_Y), -8).recognition().framed();
    assertThat(up.inkBox().y()).isZero(); // its head is cut
    assertThat(up.inkBox().height()).isEqualTo(original.inkBox().y() + 20 - 8);
  }

  @Test
  void scaledWithTheSamePenASmallDigitIsFat() {
    Sweep sweep = sweep(ONE, Variation.SCALE);

    int small = version(sweep, 0.5).recognition().framed().inkBox().width();
    int large = version(sweep, 1.5).recognition().framed().inkBox().width();

    assertThat(small).isGreaterThan(large);
    // 1.5 times its 220 pixels do not fit the pad: it is made smaller, and its pen with it.
    GreyImage.Box box = Raster.of(version(sweep, 1.5).drawing()).inkBox();
    assertThat(box.height()).isBetween(278, 280);
    assertThat((double) box.height() / box.width()).isCloseTo((220 * 1.5 + 18) / 18.0, within(2.0));
  }

  @Test
  void picturesAreChangedToo() {
    Drawing picture = Drawing.EMPTY.with(new Picture(Raster.of(ONE)));
    Robustness robustness = Robustness.of(picture, classifier);

    assertThat(robustness.sweeps()).hasSameSizeAs(Variation.values());
    for (Sweep sweep : robustness.sweeps()) {
      Sweep ofStrokes = sweep(ONE, sweep.variation());
      for (int i = 0; i < sweep.versions().size(); i++) {
        GreyImage.Box box = sweep.versions().get(i).recognition().framed().inkBox();
        GreyImage.Box expected = ofStrokes.versions().get(i).recognition().framed().inkBox();
        if (sweep.variation() != Variation.SCALE) { // which takes a picture's pen along
          assertThat(box.width())
              .as("%s %s", sweep.variation(), sweep.versions().get(i).amount())
              .isCloseTo(expected.width(), within(1));
        }
      }
    }
  }

  @Test
  void aBlankPadHasNoVersions() {
    Robustness robustness = Robustness.of(Drawing.EMPTY, classifier);

    assertThat(robustness.original().isBlank()).isTrue();
    assertThat(robustness.sweeps()).isEmpty();
  }

  @Test
  void theAnswerHoldsToBothSidesUntilItFlips() {
    List<Double> amounts = Variation.SCALE.amounts();
    List<Version> versions =
        amounts.stream()
            .map(a -> new Version(a, ONE, Recognition.BLANK, a < 0.65 || Math.abs(a - 1.3) < 0.01))
            .toList();

    List<Double> unflipped =
        new Sweep(Variation.SCALE, versions).unflipped().stream().map(Version::amount).toList();

    // 1.4 and 1.5 are read right again, but behind a flip.
    assertThat(unflipped).containsExactlyElementsOf(amounts.subList(2, 8));
  }
}
