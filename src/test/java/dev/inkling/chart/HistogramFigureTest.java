package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramFigureTest {
  private final Drawn drawn = new Drawn();

  private List<Box> columns(int most, int... counts) {
    new HistogramFigure("conv1", "σ 0.1", 0.5, counts, most).paint(drawn, Look.PAPER, 300, 200);
    return drawn.boxes();
  }

  @Test
  void columnsAreAsHighAsTheirCountsAndStandOnOneLine() {
    List<Box> columns = columns(40, 10, 20, 40);
    assertThat(columns.get(1).height()).isCloseTo(2 * columns.get(0).height(), within(1e-9));
    assertThat(columns.get(2).height()).isCloseTo(4 * columns.get(0).height(), within(1e-9));
    assertThat(columns.stream().map(Box::bottom).distinct()).hasSize(1);
    assertThat(columns.get(2).y()).isGreaterThan(0);
  }

  @Test
  void anotherEpochsHighestColumnMayBeHigher() {
    List<Box> columns = columns(80, 40, 0);
    double half = columns.get(0).height();
    drawn.boxes().clear();
    assertThat(columns(40, 40, 0).get(0).height()).isCloseTo(2 * half, within(1e-9));
  }

  @Test
  void aSingleWeightIsSeenAndNoneIsNot() {
    List<Box> columns = columns(100_000, 1, 0, 100_000);
    assertThat(columns.get(0).height()).isEqualTo(1);
    assertThat(columns.get(1).height()).isZero();
  }

  @Test
  void theAxisSaysHowFarItReaches() {
    columns(1, 1);
    assertThat(drawn.texts().stream().map(Drawn.Text::text))
        .contains("conv1", "σ 0.1", "−0.5", "0", "0.5");
  }
}
