package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedShadesTest {
  @Test
  void zeroHasTheColourOfThePaper() {
    assertThat(SignedShades.color(0, false)).isEqualTo(0xffffffff);
    assertThat(SignedShades.color(0, true)).isEqualTo(0xff000000);
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
