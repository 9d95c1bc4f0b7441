package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two bars for each class. */
class PairFigureTest {
  private static Drawn drawn(double before, double after) {
    PairFigure figure =
        new PairFigure(
            "", List.of("a", "b"), List.of("1"), new double[] {before}, new double[] {after});
    Drawn drawn = new Drawn();
    figure.paint(drawn, Look.PAPER, 120, 300);
    return drawn;
  }

  private static Drawn.Text number(Drawn drawn) {
    return drawn.texts().stream()
        .filter(text -> text.text().endsWith("%"))
        .findFirst()
        .orElseThrow();
  }

  /** The bars come after the two of the legend, each with its base. */
  private static Box bar(Drawn drawn, int which) {
    return drawn.boxes().get(2 + 2 * which);
  }

  @Test
  void theNumberStandsRightAboveTheBarThatItIsOf() {
    for (double before : new double[] {0.5, 0.9, 1}) {
      Drawn drawn = drawn(before, 0.9);
      Box number = number(drawn).box();
      Box after = bar(drawn, 1);
      assertThat(number.bottom()).as("before %s", before).isBetween(after.y() - 8, after.y());
      Box other = bar(drawn, 0);
      boolean isBesideOrAbove = number.x() >= other.right() || number.bottom() <= other.y();
      assertThat(isBesideOrAbove).as("before %s", before).isTrue();
    }
  }
}
