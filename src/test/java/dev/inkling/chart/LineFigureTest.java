package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFigureTest {
  private static final ChartCaptions CAPTIONS =
      new ChartCaptions("Loss", "Examples", "Nats", "Nothing yet");

  private static final Offset<Double> AT_HAND = within(1e-9);

  @Test
  void theAxesFitTheData() {
    View view = fit(Axes.COUNTED, curve("a", 5, 6, 7), curve("b", 4, Double.NaN));
    assertThat(view.x()).isEqualTo(new Range(0, 2));
    assertThat(view.y().low()).isCloseTo(4 - 0.15, within(1e-9));
    assertThat(view.y().high()).isCloseTo(7 + 0.15, within(1e-9));
  }

  @Test
  void whatIsNearZeroBeginsThere() {
    assertThat(fit(Axes.COUNTED, curve("a", 2.3, 0.1)).y().low()).isZero();
    Points points = new Points();
    points.append(64, 1);
    points.append(60_000, 2);
    assertThat(fit(Axes.COUNTED, new Curve("a", CurveStyle.of(0), points)).x().low()).isZero();
  }

  @Test
  void aSingleSampleHasRoomOnAllSides() {
    View view = fit(Axes.COUNTED, curve("a", 0.5));
    assertThat(view.x()).isEqualTo(new Range(0, 1));
    assertThat(view.y().low()).isLessThan(0.5);
    assertThat(view.y().high()).isGreaterThan(0.5);
    assertThat(fit(Axes.COUNTED, curve("a", 0, 0)).y()).isEqualTo(new Range(0, 1));
  }

  @Test
  void oneSampleAloneIsNotLabeledWithTheNumbersBesideIt() {
    Points one = Points.of(new double[] {55_000}, new double[] {0.9912});
    Curve curve = new Curve("Accuracy", CurveStyle.of(0), one);
    assertThat(labels(Axes.COUNTED, curve))
        .contains("0", "40k", "60k", "100k")
        .doesNotContain("54,999");
  }

  @Test
  void axesAreNotFinerThanWhatIsMeasured() {
    Axes percent = new Axes(ValueFormat.COUNT, ValueFormat.PERCENT, false, null);
    assertThat(fit(percent, curve("a", 0.99120, 0.99121)).y().size()).isCloseTo(0.005, AT_HAND);
    assertThat(fit(percent, curve("a", 1, 0.9999)).y()).isEqualTo(new Range(0.995, 1));
    assertThat(fit(percent, curve("a", 0, 0)).y()).isEqualTo(new Range(0, 1));
    assertThat(fit(percent, curve("a", 0, 0.0001)).y().low()).isZero();
    Axes counts = new Axes(ValueFormat.COUNT, ValueFormat.COUNT, false, null);
    assertThat(fit(counts, curve("a", 7, 7)).y().size()).isGreaterThanOrEqualTo(2);
    View rate = fit(Axes.COUNTED, curve("a", 0.001, 0.001 + 1e-12));
    assertThat(rate.y().size()).isCloseTo(0.0002, within(1e-6));
  }

  private static List<String> labels(Axes axes, Curve curve) {
    Drawn drawn = new Drawn();
    figure(axes, curve).paint(drawn, Look.PAPER, 600, 320);
    return drawn.texts().stream().map(Drawn.Text::text).toList();
  }

  @Test
  void percentAreNotMoreThanAll() {
    Axes percent = new Axes(ValueFormat.COUNT, ValueFormat.PERCENT, false, null);
    assertThat(fit(percent, curve("a", 0.9, 1)).y().high()).isEqualTo(1);
    assertThat(fit(percent, curve("a", 1, 1)).y().high()).isEqualTo(1);
    assertThat(fit(percent, curve("a", 1, 1.5)).y().high()).isGreaterThan(1.5);
  }

  @Test
  void aHiddenCurveDoesNotCountUnlessAllAreHidden() {
    Curve high = curve("high", 100, 200);
    Curve hidden = new Curve("high", high.style(), high.points(), high.smoothing(), false);
    assertThat(fit(Axes.COUNTED, hidden, curve("low", 1, 2)).y().high()).isLessThan(3);
    assertThat(fit(Axes.COUNTED, hidden).y().high()).isGreaterThan(200);
  }

  @Test
  void aLogarithmicAxisIsAboveZero() {
    View view = fit(Axes.COUNTED.logY(), curve("a", 0, -1, 0.01, 1));
    assertThat(view.y().low()).isBetween(0.005, 0.01);
    assertThat(view.y().high()).isBetween(1.0, 2.0);
    assertThat(Fit.of(figure(Axes.COUNTED.logY(), curve("a", 0, -1)))).isEmpty();
    assertThat(fit(Axes.ACCURACY.logY(), curve("a", 0.5)).y().low()).isPositive();
  }

  @Test
  void aFixedAxisIsKept() {
    assertThat(fit(Axes.ACCURACY, curve("a", 0.3, 0.4)).y()).isEqualTo(new Range(0, 1));
    assertThat(fit(Axes.ACCURACY.between(0.9, 1), curve("a", 0.3)).y())
        .isEqualTo(new Range(0.9, 1));
  }

  @ParameterizedTest
  @CsvSource({"300, 180", "160, 120", "720, 400", "1800, 1000", "10, 10"})
  void textsNeitherOverlapNorLeaveTheChart(double width, double height) {
    Points points = new Points();
    for (int i = 1; i < 1000; i++) {
      points.append(6400.0 * i, 2.3 / i);
    }
    List<Curve> curves =
        List.of(
            new Curve("Training of a network with a long name", CurveStyle.of(0), points),
            new Curve("Validation", CurveStyle.of(1).dashed(), points));
    for (Axes axes : List.of(Axes.COUNTED, Axes.COUNTED.logY(), Axes.ACCURACY)) {
      Drawn drawn = new Drawn();
      LineFigure.of(CAPTIONS, axes, 0, curves).paint(drawn, Look.PAPER, width, height);
      if (height >= 120) {
        assertApart(drawn.texts(), new Box(0, 0, width, height));
      }
    }
  }

  private static void assertApart(List<Drawn.Text> texts, Box all) {
    assertThat(texts).isNotEmpty();
    List<Drawn.Text> before = new ArrayList<>();
    for (Drawn.Text text : texts) {
      Box box = text.box();
      assertThat(all.contains(box.x(), box.y())).as("%s", text).isTrue();
      assertThat(all.contains(box.right(), box.bottom())).as("%s", text).isTrue();
      assertThat(before).noneMatch(other -> overlaps(other.box(), box));
      before.add(text);
    }
  }

  private static boolean overlaps(Box a, Box b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }

  @Test
  void withoutDataThereIsOnlyTheTitleAndAWord() {
    Drawn drawn = new Drawn();
    figure(Axes.COUNTED, curve("a")).paint(drawn, Look.PAPER, 400, 300);
    assertThat(drawn.texts()).extracting(Drawn.Text::text).containsExactly("Loss", "Nothing yet");
  }

  @Test
  void aGapBreaksTheLineAndASampleAloneIsADot() {
    Drawn drawn = new Drawn();
    Curve curve = curve("a", 1, 2, Double.NaN, 3, Double.NaN, 4, 5, 6);
    paint(drawn, figure(Axes.COUNTED, curve));
    assertThat(drawn.lines()).extracting(ys -> ys.length).containsExactly(2, 3);
    assertThat(drawn.dots()).isEqualTo(1);
  }

  @Test
  void aSmoothedCurveIsDrawnOverItsSamples() {
    Drawn drawn = new Drawn();
    Curve curve = new Curve("a", CurveStyle.of(0).smoothed(), curve("a", 4, 2, 4, 2).points());
    paint(drawn, new LineFigure(CAPTIONS, Axes.COUNTED, List.of(curve), 0.5, null, Legend.NONE));
    assertThat(drawn.lines()).hasSize(2);
    double[] raw = drawn.lines().get(0);
    double[] smooth = drawn.lines().get(1);
    assertThat(raw[1] - raw[0]).isGreaterThan(smooth[1] - smooth[0]);
    assertThat(raw[0]).isEqualTo(smooth[0]);
  }

  @Test
  void dotsAreDrawnAsLongAsTheyDoNotTouch() {
    Drawn few = new Drawn();
    paint(few, figure(Axes.COUNTED, marked(20)));
    assertThat(few.dots()).isEqualTo(20);
    Drawn many = new Drawn();
    paint(many, figure(Axes.COUNTED, marked(200)));
    assertThat(many.dots()).isZero();
  }

  @Test
  void restlessDataCostAsMuchAsThereArePixels() {
    Points points = new Points();
    for (int i = 0; i < 100_000; i++) {
      points.append(i, i % 2);
    }
    Drawn drawn = new Drawn();
    paint(drawn, figure(Axes.COUNTED, new Curve("a", CurveStyle.of(0), points)));
    assertThat(drawn.lines()).isEmpty();
    assertThat(drawn.columns()).hasSizeBetween(300, 400);
  }

  @Test
  void calmDataAreALine() {
    Points points = new Points();
    for (int i = 0; i < 100_000; i++) {
      points.append(i, Math.sqrt(i));
    }
    Drawn drawn = new Drawn();
    paint(drawn, figure(Axes.COUNTED, new Curve("a", CurveStyle.of(0), points)));
    assertThat(drawn.lines()).hasSize(1);
    assertThat(drawn.lines().getFirst()).hasSizeLessThan(1700);
    assertThat(Arrays.stream(drawn.lines().getFirst()).min()).isPresent();
  }

  private static void paint(Drawn drawn, LineFigure figure) {
    figure.paint(drawn, Look.PAPER, 400, 300);
  }

  private static View fit(Axes axes, Curve... curves) {
    return Fit.of(figure(axes, curves)).orElseThrow();
  }

  private static LineFigure figure(Axes axes, Curve... curves) {
    return new LineFigure(CAPTIONS, axes, List.of(curves), 0, null, Legend.NONE);
  }

  private static Curve marked(int samples) {
    double[] values = new double[samples];
    Arrays.setAll(values, i -> i);
    return new Curve("a", CurveStyle.of(0).marked(), curve("a", values).points());
  }

  /** Samples at 0, 1, 2… */
  private static Curve curve(String name, double... values) {
    Points points = new Points();
    for (double value : values) {
      points.append(points.size(), value);
    }
    return new Curve(name, CurveStyle.of(0), points);
  }
}
