package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {
  private static final Digits DIGITS = Synthetic.digits(10, 4);

  static Stream<String> architectures() {
    return Architecture.all().stream().map(Architecture::name);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void theLastLayerGivesTheClassifiersAnswer(String architecture) {
    Model model = Shipped.model(architecture);
    try (Activations activations = new Activations(model);
        Classifier classifier = new Classifier(model)) {
      for (int i = 0; i < DIGITS.count(); i++) {
        GreyImage picture = DIGITS.image(i);
        assertThat(activations.of(picture).probabilities())
            .containsExactly(classifier.probabilities(picture), within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void everyLayerIsThereWithItsSize(String architecture) {
    Model model = Shipped.model(architecture);
    try (Activations activations = new Activations(model)) {
      ForwardPass pass = activations.of(DIGITS.image(2));
      assertThat(pass.layers().stream().map(Activation::stage))
          .containsExactlyElementsOf(Stage.of(model.card().parsedLayers()));
      assertThat(pass.layers().stream().mapToLong(layer -> layer.stage().parameterCount()).sum())
          .isEqualTo(model.card().parameterCount());
      for (Activation layer : pass.layers()) {
        assertThat(layer.values()).hasSize(layer.stage().output().count());
      }
      assertThat(pass.inputOf(0)).isSameAs(pass.input());
      assertThat(pass.inputOf(1)).isSameAs(pass.layers().getFirst().values());
    }
  }

  @Test
  void anEarlierPassStaysAsItWas() {
    try (Activations activations = new Activations(TinyModels.untrained("tiny"))) {
      ForwardPass first = activations.of(DIGITS.image(0));
      float[] before = first.layers().get(2).values().clone();
      activations.of(DIGITS.image(1));
      assertThat(first.layers().get(2).values()).containsExactly(before);
    }
  }

  @Test
  void mapsAndCellsAreRowMajor() {
    Stage two = new Stage("pool", new Pool(true, 14), new Size(2, 28, 42), new Size(2, 2, 3));
    Activation layer = new Activation(two, new float[] {0, 1, 2, 3, 4, 5, 6, -7, 8, 9, -10, 5});

    assertThat(layer.at(new Cell(1, 1, 0))).isEqualTo(9);
    assertThat(layer.map(1)).containsExactly(6, -7, 8, 9, -10, 5);
    assertThat(layer.strongest()).isEqualTo(10);
    assertThatThrownBy(() -> new Activation(two, new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
