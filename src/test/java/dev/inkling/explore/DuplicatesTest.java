package dev.inkling.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.explore.Duplicates.Group;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Images of Inkling's own, none of which is like another, with copies of some. */
class DuplicatesTest {
  private static final Digits IMAGES = Synthetic.digits(300, 5);

  private static Digits with(Digits... copies) {
    return IMAGES.with(copies);
  }

  /** An image whose ink has other values. */
  private static Digits changed(int i, double factor, int noise) {
    byte[] pixels = new byte[Digits.PIXELS];
    for (int p = 0; p < Digits.PIXELS; p++) {
      int ink = Math.round(IMAGES.ink(i, p) * 255);
      int other = (int) (ink * factor) + (ink > 0 && p % 2 == 0 ? noise : 0);
      pixels[p] = (byte) Math.clamp(other, 0, 255);
    }
    return new Digits(pixels, new byte[] {(byte) IMAGES.label(i)});
  }

  @Test
  void imagesOfTheirOwnAreNoDuplicates() {
    assertThat(Duplicates.of(IMAGES, _ -> {})).isEmpty();
  }

  @Test
  void theSamePixelsAreFoundAndComeFirst() {
    Digits all =
        with(changed(2, 0.7, 0), IMAGES.range(7, 8), IMAGES.range(9, 10), IMAGES.range(7, 8));

    assertThat(Duplicates.of(all, _ -> {}))
        .containsExactly(
            new Group(List.of(7, 301, 303), true),
            new Group(List.of(9, 302), true),
            new Group(List.of(2, 300), false));
  }

  @Test
  void anotherBrightnessAndALittleNoiseAreNearlyTheSame() {
    assertThat(Duplicates.of(with(changed(11, 0.6, 0), changed(12, 0.95, 12)), _ -> {}))
        .containsExactly(new Group(List.of(11, 300), false), new Group(List.of(12, 301), false));
  }

  @Test
  void allNearPairsAreFoundThatEveryComparisonWouldFind() {
    Digits all =
        with(IntStream.range(0, 60).mapToObj(i -> changed(i, 1, 2 * i)).toArray(Digits[]::new));
    long near =
        IntStream.range(0, 60)
            .filter(i -> cosine(all, i, 300 + i) >= Duplicates.LEAST_COSINE)
            .count();

    assertThat(Duplicates.of(all, _ -> {})).hasSize((int) near);
    assertThat(near).isBetween(5L, 60L);
  }

  private static double cosine(Digits all, int i, int j) {
    double product = 0;
    double own = 0;
    double other = 0;
    for (int p = 0; p < Digits.PIXELS; p++) {
      product += all.ink(i, p) * all.ink(j, p);
      own += all.ink(i, p) * all.ink(i, p);
      other += all.ink(j, p) * all.ink(j, p);
    }
    return product / Math.sqrt(own * other);
  }

  @Test
  void blankImagesAreTheSame() {
    Digits blank = new Digits(new byte[2 * Digits.PIXELS], new byte[2]);

    assertThat(Duplicates.of(with(blank), _ -> {}))
        .containsExactly(new Group(List.of(300, 301), true));
  }

  @Test
  void theMostSimilarImageIsTheChangedOne() {
    assertThat(Duplicates.similar(with(changed(20, 0.8, 20)), 20, 3))
        .startsWith(20, 300)
        .hasSize(3);
  }
}
