package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  private static final Range FULL = new Range(10, 110);

  @Test
  void pixelsAndValuesAreEachOthersInverse() {
    Scale up = new Scale(new Range(0, 10), 200, 100, false);
    assertThat(up.toPixel(0)).isEqualTo(200);
    assertThat(up.toPixel(10)).isEqualTo(100);
    assertThat(up.toValue(150)).isEqualTo(5);
    Scale log = new Scale(new Range(0.01, 100), 0, 400, true);
    assertThat(log.toPixel(1)).isCloseTo(200, within(1e-9));
    assertThat(log.toValue(300)).isCloseTo(10, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void zoomingKeepsTheValueBelowThePointer(boolean isLog) {
    Scale scale = new Scale(FULL, 50, 450, isLog);
    double before = scale.toValue(123);
    Range zoomed = scale.zoom(123, 0.5, FULL, 0);
    assertThat(new Scale(zoomed, 50, 450, isLog).toValue(123)).isCloseTo(before, within(1e-9));
    assertThat(zoomed.size()).isLessThan(FULL.size());
  }

  @Test
  void noOneZoomsToLessThanTheLeastUnlessAllIsLess() {
    Scale scale = new Scale(FULL, 50, 450, false);
    assertThat(scale.zoom(60, 1e-9, FULL, 2).size()).isCloseTo(2, within(1e-9));
    assertThat(scale.zoom(60, 1e-9, FULL, 1e9)).isEqualTo(FULL);
  }

  @Test
  void noOneZoomsOutOfTheDataOrIntoNothing() {
    Scale scale = new Scale(new Range(20, 30), 0, 100, false);
    Range out = scale.zoom(10, 1000, FULL, 0);
    assertThat(out.low()).isCloseTo(FULL.low(), within(1e-9));
    assertThat(out.high()).isCloseTo(FULL.high(), within(1e-9));
    assertThat(scale.isAll(out, FULL)).isTrue();
    assertThat(scale.zoom(10, 1e-30, FULL, 0).size()).isCloseTo(0.01, within(1e-6));
  }

  @Test
  void panningStopsAtTheEndsOfTheData() {
    Scale scale = new Scale(new Range(20, 30), 0, 100, false);
    assertThat(scale.pan(50, FULL).low()).isCloseTo(15, within(1e-9));
    assertThat(scale.pan(500, FULL).low()).isCloseTo(10, within(1e-9));
    assertThat(scale.pan(-5000, FULL).high()).isCloseTo(110, within(1e-9));
    assertThat(scale.pan(-5000, FULL).size()).isCloseTo(10, within(1e-9));
  }

  @Test
  void aPartOfALogarithmicAxisIsNotAll() {
    Range full = new Range(1e-8, 1);
    Scale scale = new Scale(full, 100, 0, true);
    assertThat(scale.isAll(new Range(1e-7, 1), full)).isFalse();
    assertThat(scale.isAll(full, full)).isTrue();
  }
}
