package dev.inkling.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.explain.Origin;
import dev.inkling.explain.Origin.After;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Formula;
import dev.inkling.layer.Formula.Input;
import dev.inkling.layer.Formula.Term;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTextTest {
  private static final Cell CELL = new Cell(0, 0, 0);
  private static final List<Stage> STAGES =
      Stage.of(List.of(Layer.parse("conv 4@5x5"), Layer.parse("relu")));

  private static Input input(double value) {
    return new Input(CELL, (float) value);
  }

  private static String text(Formula formula, After... after) {
    return FormulaText.of(
        new Origin(STAGES.getFirst(), CELL, 0, formula, List.of(), List.of(after)));
  }

  @Test
  void aSumNamesWhatCountsMostThenAllOfItTheBiasAndWhatFollows() {
    Formula sum =
        new Formula.WeightedSum(
            List.of(
                new Term(0.001f, input(1)),
                new Term(-0.5f, input(2)),
                new Term(2, input(1)),
                new Term(0.25f, input(1)),
                new Term(0.5f, input(-1))),
            -1);
    assertThat(text(sum, new After(STAGES.get(1), 0)))
        .isEqualTo(
            "Σ w·x + b = 2.000·1.000 − 0.500·2.000 + 0.500·(−1.000) + 0.250·1.000 + …"
                + " = 0.751 − 1.000 = −0.249  →  ReLU = 0.000");
  }

  @Test
  void theOtherLayersAreWrittenOutToo() {
    List<Input> inputs = List.of(input(1), input(-2));
    assertThat(text(new Formula.Maximum(inputs))).isEqualTo("max(1.000, −2.000) = 1.000");
    assertThat(text(new Formula.Mean(inputs))).isEqualTo("(1.000 − 2.000) / 2 = −0.500");
    assertThat(text(new Formula.Applied(input(-3), "max(0, %s)", 0)))
        .isEqualTo("max(0, −3.000) = 0.000");
    assertThat(text(Formula.unchanged(input(0.5)))).isEqualTo("x = 0.500");
  }

  @Test
  void nothingIsNeverNegative() {
    assertThat(FormulaText.number(-0.0001)).isEqualTo("0.000");
  }
}
