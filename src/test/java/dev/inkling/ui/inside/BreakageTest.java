package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.Model;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.inside.Breakage.Part;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BreakageTest {
  private final Model model = TinyModels.untrained("tiny");

  private static float[] weights(Model of, String name) {
    return of.weights().tensors().get(name).values();
  }

  @Test
  void whatIsSilencedCanBeHeardAgain() {
    Part part = new Part(0, 2);
    Breakage silenced = Breakage.NONE.silence(part, true);
    assertThat(silenced.silencedIn(0)).isEqualTo(1);
    assertThat(silenced.isNone()).isFalse();
    assertThat(silenced.silence(part, false)).isEqualTo(Breakage.NONE);
    assertThat(silenced.silenceLayer(0, 4, true).silencedIn(0)).isEqualTo(4);
    assertThat(silenced.silenceLayer(0, 4, false)).isEqualTo(Breakage.NONE);
  }

  @Test
  void aLayersSilenceLeavesTheOthersAsTheyAre() {
    Breakage both = Breakage.NONE.silence(new Part(5, 1), true).silenceLayer(0, 4, true);
    assertThat(both.silenceLayer(0, 4, false).silencedIn(5)).isEqualTo(1);
  }

  @Test
  void onlyACopyIsBroken() {
    float[] before = weights(model, "conv1.weight").clone();
    Model copy = Breakage.NONE.silence(new Part(0, 1), true).apply(model);
    assertThat(weights(model, "conv1.weight")).containsExactly(before);
    assertThat(Arrays.copyOfRange(weights(copy, "conv1.weight"), 25, 50)).containsOnly(0);
    assertThat(Arrays.copyOf(weights(copy, "conv1.weight"), 25))
        .containsExactly(Arrays.copyOf(before, 25));
  }

  @Test
  void whatIsSilentStaysSilentInNoise() {
    Breakage both = Breakage.NONE.withNoise(0.5).silenceLayer(0, 4, true);
    Model copy = both.apply(model);
    assertThat(weights(copy, "conv1.weight")).containsOnly(0);
    assertThat(weights(copy, "dense1.weight")).isNotEqualTo(weights(model, "dense1.weight"));
    assertThat(weights(both.withSeed(2).apply(model), "dense1.weight"))
        .isNotEqualTo(weights(copy, "dense1.weight"));
  }
}
