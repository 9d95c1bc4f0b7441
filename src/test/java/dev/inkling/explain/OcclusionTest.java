package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.support.Images;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import org.junit.jupiter.api.Test;

class OcclusionTest {
  private static final int SEEN = 10 * 28 + 12;

  /** Logit 3 grows by 2 with the ink of one pixel, logit 5 falls by 1, all others are 0. */
  private static Model seesOnePixel() {
    float[] weights = new float[10 * 784];
    weights[3 * 784 + SEEN] = 2;
    weights[5 * 784 + SEEN] = -1;
    return TinyModels.linear(weights);
  }

  private static Occlusion occlusion(GreyImage picture, Model model) {
    try (Classifier classifier = new Classifier(model)) {
      return Occlusion.of(picture, classifier);
    }
  }

  @Test
  void inkThatSpeaksForAClassIsAboveZeroAndAgainstItBelow() {
    GreyImage full = Images.rectangle(28, 0, 0, 28, 28);

    Occlusion occlusion = occlusion(full, seesOnePixel());

    double change = logOdds(2, -1) - logOdds(0, 0);
    assertThat(occlusion.evidence()[3][SEEN])
        .isCloseTo((float) change, within(1e-4f)) // every patch on it hides it
        .isEqualTo(occlusion.strongest(3));
    assertThat(occlusion.evidence()[5][SEEN]).isNegative();
    // Its neighbour shares 4 of 5 columns of patches; five pixels on none is shared.
    assertThat(occlusion.evidence()[3][SEEN + 1])
        .isCloseTo(0.8f * occlusion.evidence()[3][SEEN], within(1e-4f));
    assertThat(occlusion.evidence()[3][SEEN + 5 * 28]).isCloseTo(0, within(1e-4f));
  }

  /** Of class 3, when all but 3 and 5 have a logit of 0. */
  private static double logOdds(double three, double five) {
    return three - Math.log(Math.exp(five) + 8);
  }

  @Test
  void whereNoInkIsNearNothingIsSaid() {
    GreyImage corner = Images.rectangle(28, 0, 0, 3, 3);

    float[][] evidence = occlusion(corner, TinyModels.untrained("tiny")).evidence();

    assertThat(evidence).hasDimensions(10, 784);
    assertThat(evidence[4][0]).isNotZero();
    assertThat(evidence[4][6 * 28 + 6]).isNotZero(); // a patch on it reaches the ink
    assertThat(evidence[4][7 * 28 + 7]).isZero();
  }

  @Test
  void blankPaperHasNoEvidence() {
    Occlusion occlusion = occlusion(GreyImage.blank(28, 28), TinyModels.untrained("tiny"));

    assertThat(occlusion.strongest(0)).isZero();
  }

  @Test
  void theBarOfASevenSpeaksForSevenAndAgainstOne() {
    GreyImage seven =
        Images.image(
            28,
            28,
            (x, y) ->
                (y >= 4 && y < 7 && x >= 8 && x < 20)
                        || (y >= 7 && y < 24 && Math.abs(x - 18.5 + (y - 7) / 3.0) < 1.6)
                    ? 1
                    : 0);

    Occlusion occlusion = occlusion(seven, Shipped.model("inkling"));

    int bar = 5 * 28 + 10;
    assertThat(occlusion.evidence()[7][bar]).isPositive();
    assertThat(occlusion.evidence()[1][bar]).isNegative();
  }
}
