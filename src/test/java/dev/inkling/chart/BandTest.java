package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BandTest {
  @Test
  void aColumnReachesFromTheLowestToTheHighestOfItsLine() {
    Drawn drawn = trace(4, 0, false, new double[] {0.1, 0.5, 0.9}, new double[] {5, 9, 2});
    assertThat(drawn.columns()).containsExactly("0.0: 2.0…9.0");
  }

  @Test
  void columnsWithoutASampleAreCrossedByTheLine() {
    Drawn drawn = trace(4, 0, false, new double[] {0, 4}, new double[] {0, 8});
    assertThat(drawn.columns())
        .containsExactly("0.0: 0.0…2.0", "1.0: 2.0…4.0", "2.0: 4.0…6.0", "3.0: 6.0…8.0");
  }

  @Test
  void theLineHasAWidth() {
    Drawn drawn = trace(4, 2, false, new double[] {0, 0.5}, new double[] {5, 5});
    assertThat(drawn.columns()).containsExactly("0.0: 4.0…6.0");
  }

  @Test
  void whatIsBesideThePlotIsLeftOut() {
    Drawn drawn = trace(2, 0, false, new double[] {-10, 30}, new double[] {-10, 30});
    assertThat(drawn.columns()).containsExactly("0.0: 0.0…1.0", "1.0: 1.0…2.0");
    assertThat(trace(2, 0, false, new double[] {7, 9}, new double[] {1, 1}).columns()).isEmpty();
  }

  @Test
  void aDashedBandHasGaps() {
    Drawn drawn = trace(20, 0, true, new double[] {0, 20}, new double[] {1, 1});
    assertThat(drawn.columns())
        .hasSize(12)
        .contains("5.0: 1.0…1.0", "10.0: 1.0…1.0")
        .doesNotContain("6.0: 1.0…1.0", "9.0: 1.0…1.0");
  }

  private static Drawn trace(
      int columns, double width, boolean isDashed, double[] xs, double[] ys) {
    Band band = new Band(0, 1, columns);
    band.trace(xs, ys, xs.length, width);
    Drawn drawn = new Drawn();
    band.paint(drawn, new Pen(0, width, isDashed));
    return drawn;
  }
}
