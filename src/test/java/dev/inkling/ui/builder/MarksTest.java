package dev.inkling.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static Architecture network(String layers) {
    return new Architecture("n", Normalization.MNIST, Layer.list(layers), Architecture.USUAL);
  }

  private static Marks marks(String before, String after) {
    return Marks.between(Origin.of("other", network(before)), network(after));
  }

  @Test
  void whatWasAddedChangedOrRemovedIsMarkedWhereItStands() {
    Marks marks =
        marks(
            "conv 6@5x5, relu, max-pool 2, dense 20, relu, dense 10, log-softmax",
            "conv 8@5x5, batch-norm, max-pool 2, dropout 0.2, dense 20, dense 10");
    assertThat(marks.of(0).before()).isEqualTo("conv 6@5x5");
    assertThat(marks.of(1).isAdded()).isTrue();
    assertThat(marks.of(2).removed()).containsExactly("relu");
    assertThat(marks.of(3).isAdded()).isTrue();
    assertThat(marks.of(4)).isEqualTo(Marks.Mark.SAME);
    assertThat(marks.of(5).removed()).containsExactly("relu");
    assertThat(marks.behind(5)).containsExactly("log-softmax");
    assertThat(marks.behind(4)).isEmpty();
    assertThat(List.of(marks.added(), marks.changed(), marks.removed()))
        .containsExactly(2L, 1L, 3L);
  }

  @Test
  void equalNetworksHaveNoMarksAndOtherPixelsAreOne() {
    assertThat(marks("relu, dense 10", "relu, dense 10").layers()).containsOnly(Marks.Mark.SAME);
    Architecture one = network("dense 10");
    Origin other = Origin.of("other", one.withNormalization(Normalization.NONE));
    assertThat(Marks.between(other, one).pixels()).isTrue();
    assertThat(Marks.between(null, one)).isEqualTo(Marks.NONE);
  }
}
