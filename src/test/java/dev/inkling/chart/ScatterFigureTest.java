package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.ScatterFigure.Area;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterFigureTest {
  private static final float[] SMALL = {1, 1, 2, 1};
  private static final float[] LARGE = {-10, 0, 10, 20};

  private static ScatterFigure figure(float[] places, Area area) {
    return new ScatterFigure("", "", places, new int[] {0, 1}, 2, null, List.of("a", "b"), area);
  }

  @Test
  void figuresOfOneAreaHaveOneScale() {
    Area both = Area.of(List.of(SMALL, LARGE));
    assertThat(both).isEqualTo(new Area(-10, 0, 10, 20));
    assertThat(figure(SMALL, both).frame(300, 200)).isEqualTo(figure(LARGE, both).frame(300, 200));
    assertThat(figure(SMALL, null).frame(300, 200).scale())
        .isGreaterThan(figure(LARGE, null).frame(300, 200).scale());
  }

  @Test
  void thePointBesideAPlaceIsFound() {
    ScatterFigure figure = figure(LARGE, null);
    ScatterFigure.Frame frame = figure.frame(300, 200);
    assertThat(figure.at(frame.x(10) + 3, frame.y(20), 5, 300, 200)).isEqualTo(1);
    assertThat(figure.at(frame.x(0), frame.y(10), 5, 300, 200)).isEqualTo(-1);
  }

  @Test
  void namesStandInTheMiddleOfTheirPoints() {
    Drawn drawn = new Drawn();
    figure(LARGE, null).paint(drawn, Look.PAPER, 300, 200);
    assertThat(drawn.texts()).extracting(Drawn.Text::text).contains("a", "b");
  }
}
