package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedShadesTest {
  @Test
  void zeroIsGreyAndNearThePaper() {
    assertThat(SignedShades.color(0, false)).isEqualTo(0xfff1f2f6);
    assertThat(SignedShades.color(0, true)).isEqualTo(0xff222935);
  }

  @Test
  void valuesAreMeasuredByTheStrongest() {
    int[] colors = SignedShades.colors(new float[] {-2, 0, 4}, 4, false);
    assertThat(colors)
        .containsExactly(
            SignedShades.color(-0.5, false),
            SignedShades.color(0, false),
            SignedShades.color(1, false));
    assertThat(SignedShades.colors(new float[1], 0, true)).containsExactly(0xff222935);
  }

  @Test
  void inkGoesFromPaperToBlackOnWhiteAndToWhiteOnBlack() {
    assertThat(SignedShades.ink(0, false)).isEqualTo(SignedShades.color(0, false));
    assertThat(SignedShades.ink(1, false) & 0xff).isLessThan(0x40);
    assertThat(SignedShades.ink(1, true) & 0xff).isGreaterThan(0xe0);
  }

  @Test
  void orangeIsAboveAndBlueBelow() {
    for (boolean isDark : new boolean[] {false, true}) {
      int above = SignedShades.color(1, isDark);
      int below = SignedShades.color(-1, isDark);
      assertThat(above >> 16 & 0xff).isGreaterThan(above & 0xff);
      assertThat(below >> 16 & 0xff).isLessThan(below & 0xff);
      assertThat(SignedShades.color(7, isDark)).isEqualTo(above);
      assertThat(SignedShades.color(-7, isDark)).isEqualTo(below);
    }
  }

  @Test
  void halfwayIsTheMeanOfTheEnds() {
    assertThat(Palette.mix(0xff000000, 0xffff8040, 0.5)).isEqualTo(0xff804020);
  }
}
