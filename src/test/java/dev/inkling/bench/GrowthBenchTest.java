package dev.inkling.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthBenchTest {
  @Test
  void whatCostsTheSameForEachIsLinearAndTheSquareIsNot() throws IOException {
    Growth growth = new Growth("work", "s/one", List.of(10, 20, 40));

    assertThat(growth.measure(_ -> 7))
        .containsExactly(
            BenchRow.of("work-10", "s/one", 7, 7, 7),
            BenchRow.of("work-20", "s/one", 7, 7, 7),
            BenchRow.of("work-40", "s/one", 7, 7, 7),
            BenchRow.of("work", "of linear", 1, 1, 1));
    assertThat(growth.measure(size -> size).getLast().median()).isEqualTo(4);
    assertThat(growth.measureOnce(size -> 3.0 * size).getLast().median())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void allThatGrowsIsMeasured() throws IOException {
    List<BenchRow> rows = new GrowthBench(40).measure();

    assertThat(rows)
        .extracting(BenchRow::work)
        .contains("time-by-images-256", "charts-painting-2500", "runs-listing-25")
        .contains("memory-over-100-epochs", "memory-by-filters", "time-by-classes")
        .contains("drawings-keeping", "drawings-listing", "drawings-reading");
    assertThat(rows)
        .filteredOn(row -> row.unit().equals("of linear"))
        .hasSize(13)
        .allMatch(row -> Double.isFinite(row.median()) && row.median() > 0);
  }
}
