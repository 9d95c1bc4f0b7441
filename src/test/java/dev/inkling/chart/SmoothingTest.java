package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {
  private final Points points = new Points();
  private final Smoothing smoothing = new Smoothing(points);

  @Test
  void theFirstValueIsItself() {
    add(4, 2);
    double[] values = smoothing.values(0.5);
    assertThat(values[0]).isEqualTo(4);
    // (0.25·4 + 0.5·2) / 0.75
    assertThat(values[1]).isCloseTo(8 / 3.0, within(1e-12));
  }

  @Test
  void aConstantStaysOne() {
    add(3, 3, 3, 3);
    for (int i = 0; i < 4; i++) {
      assertThat(smoothing.values(0.9)[i]).isCloseTo(3, within(1e-12));
    }
  }

  @Test
  void noWeightSmoothsNothing() {
    add(4, 2, 7);
    assertThat(smoothing.values(0)).startsWith(4, 2, 7);
  }

  @Test
  void aWeightOfOneIsNearlyTheMean() {
    add(1, 2, 3);
    assertThat(smoothing.values(1)[2]).isCloseTo(2, within(0.01));
  }

  @Test
  void gapsStayGapsAndAreForgotten() {
    add(4, Double.NaN, Double.POSITIVE_INFINITY, 2);
    double[] values = smoothing.values(0.5);
    assertThat(values[1]).isNaN();
    assertThat(values[2]).isInfinite();
    assertThat(values[3]).isCloseTo(8 / 3.0, within(1e-12));
  }

  @Test
  void whatIsAddedContinuesWhatWasThere() {
    Points whole = new Points();
    for (int i = 0; i < 1000; i++) {
      points.append(i, Math.sin(i));
      whole.append(i, Math.sin(i));
      smoothing.values(0.95);
    }
    assertThat(smoothing.values(0.95)[999]).isEqualTo(new Smoothing(whole).values(0.95)[999]);
  }

  @Test
  void anotherWeightAndOtherSamplesBeginAnew() {
    add(4, 2);
    smoothing.values(0.9);
    assertThat(smoothing.values(0.5)[1]).isCloseTo(8 / 3.0, within(1e-12));
    points.clear();
    add(10);
    assertThat(smoothing.values(0.5)[0]).isEqualTo(10);
  }

  private void add(double... values) {
    for (double value : values) {
      points.append(points.size(), value);
    }
  }
}
