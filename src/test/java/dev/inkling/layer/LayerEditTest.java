package dev.inkling.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes one network of another, by hand. */
class LayerEditTest {
  private static List<LayerEdit> between(String before, String after) {
    return LayerEdit.between(Layer.list(before), Layer.list(after));
  }

  private static String words(LayerEdit edit) {
    Brick old = edit.before();
    Brick now = edit.after();
    if (old == null) {
      return "+" + now.layer().text() + "@" + edit.behind();
    }
    return now == null
        ? "-" + old.layer().text() + "@" + edit.behind()
        : now.name() + ":" + old.layer().text() + ">" + now.layer().text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "dense 10 | dense 10 | ''",
        "conv 6@5x5, relu, dense 10 | conv 6@5x5, batch-norm, relu, dense 10 | +batch-norm@conv1",
        "conv 6@5x5, batch-norm, relu, dense 10 | conv 6@5x5, relu, dense 10 | -batch-norm@conv1",
        "conv 6@5x5, relu, dense 10 | conv 8@5x5, relu, dense 10 | conv1:conv 6@5x5>conv 8@5x5",
        "dense 10 | dropout 0.3, dense 10 | +dropout 0.3@null",
        // Another kind is not that layer changed.
        "max-pool 2, dense 10 | avg-pool 2, dense 10 | -max-pool 2@null +avg-pool 2@null",
        // What is there twice is kept where it was, and the new one comes behind.
        "conv 8@3x3, relu, dense 10 | conv 8@3x3, relu, conv 8@3x3, relu, dense 10"
            + " | +conv 8@3x3@relu1 +relu@conv2",
        "dense 20, relu, dense 10 | dense 30, dense 10 | dense1:dense 20>dense 30 -relu@dense1",
        "conv 6@5x5, relu, dense 84, relu, dense 10 | conv 6@5x5, relu, dropout 0.5, dense 84,"
            + " dense 10 | +dropout 0.5@relu1 -relu@dense1",
        "dense 10, log-softmax | dense 10 | -log-softmax@dense1",
      })
  void theStepsAreTheFewest(String before, String after, String steps) {
    assertThat(
            between(before, after).stream()
                .map(LayerEditTest::words)
                .collect(Collectors.joining(" ")))
        .isEqualTo(steps);
  }

  @Test
  void placesAreThoseOfTheNetworkThatHasTheLayer() {
    List<LayerEdit> edits =
        between("conv 6@5x5, relu, dropout 0.5, dense 10", "relu, conv 8@5x5, relu, dense 12");

    assertThat(edits)
        .extracting(LayerEditTest::words)
        .containsExactly(
            "+relu@null",
            "conv1:conv 6@5x5>conv 8@5x5",
            "-dropout 0.5@relu1",
            "dense1:dense 10>dense 12");
    assertThat(edits).extracting(LayerEdit::place).containsExactly(0, 1, 2, 3);
  }

  @Test
  void fromNothingAllIsAdded() {
    assertThat(LayerEdit.between(List.of(), Layer.list("relu, dense 10"))).hasSize(2);
  }
}
