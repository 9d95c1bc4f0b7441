package dev.inkling.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.text.Messages;
import dev.inkling.text.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Sentences about layers whose numbers were made up. */
class LayerFindingsTest {
  private static LayerRow row(String layer, double gradient, double update, double dead) {
    return new LayerRow(1, 1, 64, layer, 2, gradient, update, Double.NaN, dead);
  }

  private static List<LayerRow> rows(String layer, double update, double... gradients) {
    return DoubleStream.of(gradients).mapToObj(each -> row(layer, each, update, 0)).toList();
  }

  private static String said(List<List<LayerRow>> newest) {
    Messages english = new Messages(Locale.ENGLISH);
    return LayerFindings.of(newest).stream()
        .map((Phrase phrase) -> english.get(phrase))
        .collect(Collectors.joining(" "));
  }

  @Test
  void theFirstLayersGradientIsSaidAsAPartOfTheLastOnes() {
    assertThat(said(List.of(rows("conv1", 0.1, 0.2), rows("dense1", 0.1, 0.8))))
        .isEqualTo("The gradient of conv1 is 1/4 of dense1’s.");
    assertThat(said(List.of(rows("conv1", 0.1, 3), rows("dense1", 0.1, 1))))
        .isEqualTo("The gradient of conv1 is 3 times dense1’s.");
  }

  /** By the median of what is newest: one batch says little. */
  @Test
  void aGradientThatVanishesIsFound() {
    List<List<LayerRow>> newest =
        List.of(rows("dense1", 0.1, 1e-4, 2.5e-4, 9), rows("dense2", 0.1, 1, 1, 1));
    assertThat(said(newest))
        .isEqualTo("The gradient vanishes on its way back: dense1’s is 1/4,000 of dense2’s.");
  }

  @Test
  void aLayerThatRestsIsFoundByItsSteps() {
    assertThat(said(List.of(rows("dense1", 1e-5, 2.4e-5), rows("dense2", 0.1, 1))))
        .isEqualTo(
            "The gradient vanishes on its way back: dense1’s is 1/42,000 of dense2’s, and a step"
                + " changes less than a hundred thousandth of its weights: it hardly learns.");
  }

  @Test
  void aGradientThatExplodesIsFound() {
    assertThat(said(List.of(rows("dense1", 1, 1234), rows("dense2", 1, 1))))
        .isEqualTo("The gradient explodes on its way back: dense1’s is 1,200 times dense2’s.");
  }

  @Test
  void deadUnitsAreFoundWhereThereAreMany() {
    assertThat(said(List.of(List.of(row("dense1", 1, 1, 0.4)), rows("dense2", 1, 1))))
        .isEqualTo(
            "The gradients of dense1 and dense2 are about as large as each other. Behind dense1,"
                + " 40% of the units are dead: no image that was looked at sends a gradient through"
                + " them.");
  }

  @Test
  void nothingIsSaidWithoutNumbers() {
    assertThat(LayerFindings.of(List.of())).isEmpty();
    assertThat(LayerFindings.of(List.of(List.of(), rows("dense2", 1, 1)))).isEmpty();
    assertThat(said(List.of(rows("dense1", 1, 0), rows("dense2", 1, 0)))).isEmpty();
    assertThat(said(List.of(rows("dense1", 1, Double.NaN), rows("dense2", 1, 1)))).isEmpty();
  }
}
