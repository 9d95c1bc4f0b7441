package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.run.LayerMeasure;
import dev.inkling.run.LayerRow;
import dev.inkling.text.Phrase;
import dev.inkling.train.LayerMetrics;
import dev.inkling.train.TrainingListener.LayersMetrics;
import dev.inkling.ui.chart.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Curves of layers, of rows that were made up. */
class LayerCurvesTest {
  private static final List<String> NAMES = List.of("conv1", "dense1");

  private final LayerCurves layers = new LayerCurves();

  private static LayerRow row(long examples, String layer, double gradient, double dead) {
    return new LayerRow(1, 1, examples, layer, 2, gradient, 0.5, dead, dead);
  }

  private void show(LayerRow... rows) {
    layers.show(new LayerCurves.Saved(NAMES, List.of(rows)), true);
  }

  private Series curve(LayerMeasure measure, int layer) {
    return layers.of(measure).get(layer);
  }

  @Test
  void eachLayerHasACurveOfEachMeasure() {
    show(row(64, "conv1", 3, Double.NaN), row(64, "dense1", 1, 0.25));

    for (LayerMeasure measure : LayerMeasure.values()) {
      assertThat(layers.of(measure))
          .extracting(series -> series.nameProperty().getValue())
          .isEqualTo(NAMES);
    }
    assertThat(curve(LayerMeasure.GRADIENT, 0).y(0)).isEqualTo(3);
    assertThat(curve(LayerMeasure.STEP, 1).y(0)).isEqualTo(0.25);
    assertThat(curve(LayerMeasure.WEIGHTS, 1).x(0)).isEqualTo(64);
    assertThat(curve(LayerMeasure.DEAD, 0).size()).isZero(); // no gap where nothing was probed
    assertThat(curve(LayerMeasure.DEAD, 1).y(0)).isEqualTo(0.25);
    assertThat(layers.findingsProperty().get())
        .extracting(Phrase::key)
        .containsExactly("layers.found.times", "layers.found.dead");
  }

  @Test
  void whatIsToldMeanwhileGoesOnBehind() {
    show(row(64, "conv1", 3, 0), row(64, "dense1", 1, 0));
    LayerMetrics first = new LayerMetrics("conv1", 2, 4, 0.5, 0.1, 0);
    LayerMetrics last = new LayerMetrics("dense1", 2, 2, 0.5, 0.1, 0);
    layers.add(new LayersMetrics(1, 2, 128, List.of(first, last)));

    assertThat(curve(LayerMeasure.GRADIENT, 0).size()).isEqualTo(2);
    assertThat(curve(LayerMeasure.GRADIENT, 0).y(1)).isEqualTo(4);
  }

  @Test
  void whoHidesALayerHidesItInAllCharts() {
    show(row(64, "conv1", 3, 0));
    curve(LayerMeasure.SPREAD, 0).visibleProperty().set(false);

    assertThat(LayerMeasure.values())
        .allMatch(measure -> !curve(measure, 0).visibleProperty().get())
        .allMatch(measure -> curve(measure, 1).visibleProperty().get());
    show(row(64, "conv1", 3, 0)); // the same layers
    assertThat(curve(LayerMeasure.DEAD, 0).visibleProperty().get()).isFalse();
  }

  /** Probes are seldom: what they say is said until the next one. */
  @Test
  void aProbeIsNotForgottenForStepsWithoutOne() {
    show(
        row(1, "conv1", 1, 0.5),
        row(2, "conv1", 1, Double.NaN),
        row(3, "conv1", 1, Double.NaN),
        row(4, "conv1", 1, Double.NaN),
        row(5, "conv1", 1, Double.NaN),
        row(6, "conv1", 1, Double.NaN),
        row(7, "conv1", 1, Double.NaN));

    assertThat(layers.findingsProperty().get())
        .extracting(Phrase::key)
        .containsExactly("layers.found.dead");
  }

  @Test
  void aRunOfAnEarlierVersionHasNone() {
    show();
    assertThat(layers.oldProperty().get()).isTrue();
    show(row(64, "another", 3, 0));
    assertThat(curve(LayerMeasure.GRADIENT, 0).size()).isZero();
    layers.clear();
    assertThat(layers.oldProperty().get()).isFalse();
    assertThat(layers.of(LayerMeasure.GRADIENT)).isEmpty();
  }
}
