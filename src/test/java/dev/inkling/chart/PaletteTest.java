package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void everyColorStandsOutFromItsPaper() {
    for (int i = 0; i < Palette.size(); i++) {
      assertThat(contrast(Palette.color(i, false), 0xffffffff)).isGreaterThanOrEqualTo(2.95);
      assertThat(contrast(Palette.color(i, true), 0xff161b22)).isGreaterThanOrEqualTo(2.95);
    }
  }

  @Test
  void afterTheLastColorComesTheFirst() {
    assertThat(Palette.color(Palette.size(), false)).isEqualTo(Palette.color(0, false));
  }

  @Test
  void lightLettersMeanDarkPaper() {
    assertThat(Palette.isDark(0xffc9d1d9)).isTrue();
    assertThat(Palette.isDark(0xff24292f)).isFalse();
  }

  /** As WCAG 2 has it, which asks for 3 for lines. */
  private static double contrast(int a, int b) {
    double one = luminance(a) + 0.05;
    double other = luminance(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
  }

  private static double linear(int channel) {
    double part = (channel & 0xff) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
