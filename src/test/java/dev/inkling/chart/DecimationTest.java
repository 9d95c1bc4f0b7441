package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecimationTest {
  private static final int GAP = Decimation.GAP;

  @Test
  void aColumnKeepsFirstLowestHighestAndLastInTheirOrder() {
    double[] y = {5, 6, 9, 4, 1, 3, 2, 5};
    assertThat(pick(y, 8, false)).containsExactly(0, 2, 4, 7);
    assertThat(pick(new double[] {5, 1, 9, 6}, 4, false)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void eachColumnIsOnItsOwn() {
    double[] y = {1, 9, 2, 1, 8, 0, 7, 1};
    assertThat(pick(y, 4, false)).containsExactly(0, 1, 3, 4, 5, 7);
  }

  @Test
  void fewSamplesAreAllKept() {
    assertThat(pick(new double[] {3, 1, 2}, 0.1, false)).containsExactly(0, 1, 2);
  }

  @Test
  void aGapBreaksTheLineOnce() {
    double[] y = {1, Double.NaN, Double.POSITIVE_INFINITY, 2, 3};
    assertThat(pick(y, 0.5, false)).containsExactly(0, GAP, 3, 4);
    assertThat(pick(y, 100, false)).containsExactly(0, GAP, 3, 4);
  }

  @Test
  void aLogarithmicAxisLeavesOutZeroAndLess() {
    assertThat(pick(new double[] {1, 0, 2, -1, 3}, 0.5, true)).containsExactly(0, GAP, 2, GAP, 4);
    assertThat(pick(new double[] {1, 0, 2, -1, 3}, 0.5, false)).doesNotContain(GAP);
  }

  @Test
  void nothingIsPickedOfNothing() {
    assertThat(pick(new double[0], 1, false)).isEmpty();
    assertThat(pick(new double[] {Double.NaN}, 1, false)).containsExactly(GAP);
  }

  @Test
  void manySamplesBecomeFourAColumnWithAllExtremes() {
    Random random = new Random(1);
    double[] y = random.doubles(100_000).toArray();
    List<Integer> picked = pick(y, 1000, false);
    assertThat(picked).hasSizeLessThanOrEqualTo(400).isSorted();
    for (int column = 0; column < 100; column++) {
      int from = column * 1000;
      double[] part = Arrays.copyOfRange(y, from, from + 1000);
      assertThat(picked.stream().filter(i -> i >= from && i < from + 1000).map(i -> y[i]))
          .contains(Arrays.stream(part).min().orElseThrow())
          .contains(Arrays.stream(part).max().orElseThrow());
    }
  }

  @Test
  void samplesAtOnePlaceAreOneColumn() {
    Decimation decimation = new Decimation();
    decimation.pick(new double[5], new double[] {1, 3, 2, 0, 1}, 0, 5, 0, 1e-300, false);
    assertThat(decimation.size()).isLessThanOrEqualTo(5);
    assertThat(decimation.index(0)).isZero();
  }

  /** Samples at 0, 1, 2…, in columns of a width. */
  private static List<Integer> pick(double[] y, double column, boolean log) {
    Decimation decimation = new Decimation();
    double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
    decimation.pick(x, y, 0, y.length, 0, column, log);
    List<Integer> picked = new ArrayList<>();
    for (int k = 0; k < decimation.size(); k++) {
      picked.add(decimation.index(k));
    }
    return picked;
  }
}
