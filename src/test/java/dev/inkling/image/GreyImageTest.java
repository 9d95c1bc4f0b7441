package dev.inkling.image;

import static dev.inkling.support.Images.image;
import static dev.inkling.support.Images.mass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage.Box;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreyImageTest {
  private static GreyImage noise(int width, int height) {
    Random random = new Random(7);
    return image(width, height, (_, _) -> random.nextInt(3) == 0 ? random.nextInt(256) / 255.0 : 0);
  }

  private static GreyImage resample(GreyImage image, int width, int height) {
    return image.resample(new Box(0, 0, image.width(), image.height()), width, height);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10, 14})
  void upByAWholeFactorAndDownAgainGivesTheSamePixels(int factor) {
    GreyImage image = noise(28, 20);

    GreyImage there = resample(image, 28 * factor, 20 * factor);
    GreyImage back = resample(there, 28, 20);

    assertThat(back.ink()).containsExactly(image.ink());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10, 14})
  void scalingUpLetsNoInkSeepIntoThePaper(int factor) {
    GreyImage dot = image(29, 29, (x, y) -> x == 19 && y == 9 ? 1 : 0);

    Box ink = resample(dot, 29 * factor, 29 * factor).inkBox();

    assertThat(ink).isEqualTo(new Box(19 * factor, 9 * factor, factor, factor));
  }

  @Test
  void aSmallerImageHasTheMeanOfWhatItCovers() {
    GreyImage half = resample(new GreyImage(4, 1, new float[] {1, 0, 0.5f, 0.25f}), 2, 1);
    GreyImage two = resample(new GreyImage(3, 1, new float[] {1, 0.5f, 0}), 2, 1);

    assertThat(half.ink()).containsExactly(0.5f, 0.375f);
    assertThat(two.ink()).containsExactly(new float[] {0.8333f, 0.1667f}, within(1e-4f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 20, 33, 280})
  void noInkIsLostOrMadeByResampling(int side) {
    GreyImage image = noise(41, 41);

    GreyImage other = resample(image, side, side);

    assertThat(mass(other) / (side * side)).isCloseTo(mass(image) / (41 * 41), within(1e-5));
  }

  @Test
  void onlyTheBoxIsResampled() {
    GreyImage image = image(10, 10, (x, y) -> x == 3 && y == 6 ? 1 : 0);

    assertThat(image.resample(new Box(3, 6, 1, 1), 2, 2).ink()).containsOnly(1);
    assertThat(image.resample(new Box(4, 6, 3, 3), 2, 2).ink()).containsOnly(0);
  }

  @Test
  void theInkBoxHoldsAllInkAndNoMore() {
    GreyImage image = image(9, 9, (x, y) -> (x == 2 && y == 5) || (x == 6 && y == 1) ? 0.01 : 0);

    assertThat(image.inkBox()).isEqualTo(new Box(2, 1, 5, 5));
    assertThat(GreyImage.blank(9, 9).inkBox()).isNull();
  }

  @Test
  void inkThatNobodySeesIsNoInk() {
    assertThat(image(9, 9, (x, _) -> x == 4 ? 0.001 : 0).inkBox()).isNull();
    assertThat(image(9, 9, (x, y) -> x == 4 && y == 4 ? 1 / 255.0 : 1e-9).inkBox())
        .isEqualTo(new Box(4, 4, 1, 1));
  }

  @Test
  void anImagePutOverTheEdgeIsCut() {
    GreyImage full = image(4, 4, (_, _) -> 1);

    assertThat(mass(GreyImage.blank(5, 5).with(full, -2, -3))).isEqualTo(2);
    assertThat(mass(GreyImage.blank(5, 5).with(full, 3, 4))).isEqualTo(2);
    assertThat(mass(GreyImage.blank(5, 5).with(full, 7, 0))).isZero();
  }

  @Test
  void pixelsThatDoNotFitTheSizeAreRefused() {
    assertThatThrownBy(() -> new GreyImage(2, 2, new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GreyImage.blank(0, 4)).isInstanceOf(IllegalArgumentException.class);
  }
}
