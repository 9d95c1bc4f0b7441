package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.text.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MendTest {
  private static final Recipe OWN = Architecture.named("sprint").recipe();

  private static RunInfo run(Recipe recipe, @Nullable String reason) {
    return new RunInfo(
        "id",
        "sprint",
        "",
        "2026-11-26T09:14:00Z",
        "sprint",
        null,
        null,
        null,
        recipe,
        "mnist",
        null,
        null,
        null,
        null,
        null,
        "",
        "",
        "",
        reason == null ? Status.FINISHED : Status.FAILED,
        reason,
        9);
  }

  @Test
  void aRateThatIsFarFromTheNetworksOwnIsSetBackAndTheRestStays() {
    Recipe wild =
        OWN.with(
            r -> {
              r.learningRate = 5;
              r.optimizer = Optimizer.SGD;
              r.epochs = 7;
            });
    Mend mend = Mend.of(run(wild, null), true).orElseThrow();
    assertThat(mend.recipe()).isEqualTo(OWN.with(r -> r.epochs = 7));
    assertThat(new Messages(Locale.ENGLISH).get(mend.offer().key(), mend.offer().arguments()))
        .isEqualTo("Train again with learning rate 0.01");
    assertThat(new Messages(Locale.ENGLISH).get(mend.why().key(), mend.why().arguments()))
        .contains("5", "sprint");
  }

  @Test
  void theNetworksOwnRateIsLowered() {
    Mend mend = Mend.of(run(OWN, "problem.train.nan"), false).orElseThrow();
    assertThat(mend.recipe()).isEqualTo(OWN.with(r -> r.learningRate = 0.0025));
  }

  @Test
  void wantOfMemoryIsMendedBySmallerBatches() {
    Mend mend = Mend.of(run(OWN, "problem.train.memory"), false).orElseThrow();
    assertThat(mend.recipe()).isEqualTo(OWN.with(r -> r.batchSize = 64));
  }

  @Test
  void noRecipeHelpsAgainstAFullDiskNorWhereNothingIsWrong() {
    assertThat(Mend.of(run(OWN, "problem.run.write"), false)).isEmpty();
    assertThat(Mend.of(run(OWN, null), false)).isEmpty();
  }
}
