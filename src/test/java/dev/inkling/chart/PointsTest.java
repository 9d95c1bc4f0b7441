package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PointsTest {
  private final Points points = new Points();

  @Test
  void manySamplesAreKeptInTheirOrder() {
    for (int i = 0; i < 10_000; i++) {
      points.append(i / 2.0, -i);
    }
    assertThat(points.size()).isEqualTo(10_000);
    assertThat(points.x(9_999)).isEqualTo(4999.5);
    assertThat(points.y(9_999)).isEqualTo(-9999);
  }

  @Test
  void xDoesNotGoBack() {
    points.append(1, 0);
    points.append(1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> points.append(0.5, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> points.append(Double.NaN, 0));
    assertThat(points.size()).isEqualTo(2);
  }

  @Test
  void theEndsLeaveOutWhatNoAxisShows() {
    append(3, Double.NaN, -2, 0, 0.5, Double.POSITIVE_INFINITY);
    assertThat(points.lowest(false)).isEqualTo(-2);
    assertThat(points.lowest(true)).isEqualTo(0.5);
    assertThat(points.highest()).isEqualTo(3);
  }

  @Test
  void clearedPointsCanBeginAnywhere() {
    append(3, 4);
    points.clear();
    assertThat(points.size()).isZero();
    assertThat(points.lowest(false)).isInfinite();
    points.append(-5, 1);
    assertThat(points.x(0)).isEqualTo(-5);
  }

  @Test
  void theNearestSampleIsFound() {
    append(1, 2, 3);
    assertThat(points.nearest(-10, false)).isZero();
    assertThat(points.nearest(0.4, false)).isZero();
    assertThat(points.nearest(0.6, false)).isEqualTo(1);
    assertThat(points.nearest(2, false)).isEqualTo(2);
    assertThat(points.nearest(99, false)).isEqualTo(2);
  }

  @Test
  void gapsAreNotNear() {
    append(1, Double.NaN, 0, 4);
    assertThat(points.nearest(1.1, false)).isEqualTo(2);
    assertThat(points.nearest(1.1, true)).isZero();
    assertThat(new Points().nearest(0, false)).isEqualTo(-1);
    points.clear();
    append(Double.NaN, Double.NaN);
    assertThat(points.nearest(0, false)).isEqualTo(-1);
  }

  private void append(double... values) {
    for (double value : values) {
      points.append(points.size(), value);
    }
  }
}
