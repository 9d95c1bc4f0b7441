package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadFigureTest {
  private static final ChartCaptions WORDS = new ChartCaptions("Curve", "images", "right", "later");

  private final Drawn drawn = new Drawn();

  private static SpreadFigure figure(double... sizes) {
    double[] means = new double[sizes.length];
    double[] lows = new double[sizes.length];
    double[] highs = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      means[i] = 0.8 + 0.05 * i;
      lows[i] = means[i] - 0.02;
      highs[i] = means[i] + 0.02;
    }
    return new SpreadFigure(WORDS, sizes, means, lows, highs);
  }

  private void paint(SpreadFigure figure) {
    figure.paint(drawn, Look.PAPER, 600, 400);
  }

  @Test
  void sizesStandOnALogarithmicAxis() {
    paint(figure(100, 1_000, 10_000));

    assertThat(drawn.texts().stream().map(Drawn.Text::text))
        .contains("Curve", "right", "images", "100", "1,000", "10,000", "85%");
  }

  @Test
  void withoutValuesItSaysWhatIsToCome() {
    paint(figure());

    assertThat(drawn.texts().stream().map(Drawn.Text::text)).containsExactly("Curve", "later");
    assertThat(figure().words()).isEqualTo("Curve: later");
  }

  @Test
  void oneValueIsAPoint() {
    paint(figure(55));

    assertThat(drawn.texts().stream().map(Drawn.Text::text)).contains("images");
  }

  @Test
  void itIsSaidAndWritten() {
    assertThat(figure(100, 1_000).words()).isEqualTo("Curve, images 100: 80.00%, 1,000: 85.00%");
    assertThat(figure(100, 1_000).csv().orElseThrow().lines())
        .hasSize(3)
        .first()
        .isEqualTo("x,mean,low,high");
    assertThat(figure(100, 1_000).csv().orElseThrow()).contains("\n1000,0.85000,");
  }
}
