package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import java.util.PrimitiveIterator;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpeedProbeTest {
  private static final long MILLISECOND = 1_000_000;

  /** Epochs have 120 images: twelve batches of ten. */
  private static double speed(long... milliseconds) {
    PrimitiveIterator.OfLong ends = LongStream.of(milliseconds).iterator();
    Recipe recipe = new Recipe(3, 10, Recipe.Optimizer.ADAM, 0.001);
    return new SpeedProbe(() -> ends.nextLong() * MILLISECOND)
        .imagesPerSecond(Architecture.named("lenet5-relu"), recipe);
  }

  /** What warms up takes nine seconds, three epochs after it one. */
  @Test
  void theFirstEpochDoesNotCount() {
    assertThat(speed(9_000, 9_300, 9_600, 10_000)).isCloseTo(360, within(0.01));
  }

  /** Another program takes the machine for one epoch of four: the run will meet it as often. */
  @Test
  void whatOtherProgramsTakeIsInIt() {
    assertThat(speed(0, 100, 200, 700, 800)).isCloseTo(600, within(0.01));
  }

  /** An epoch that takes seconds is enough by itself. */
  @Test
  void itEndsAfterAMoment() {
    assertThat(speed(0, 4_000)).isCloseTo(30, within(0.01));
  }

  @Test
  void whatIsStoppedDoesNotGoOnToTheEnd() {
    SpeedProbe[] probe = new SpeedProbe[1];
    probe[0] =
        new SpeedProbe(
            () -> {
              probe[0].stop(); // at the end of its first epoch
              return 0; // by this clock it would never end
            });
    Recipe recipe = new Recipe(3, 10, Recipe.Optimizer.ADAM, 0.001);
    assertThatThrownBy(() -> probe[0].imagesPerSecond(Architecture.named("lenet5-relu"), recipe))
        .isInstanceOf(CancellationException.class);
  }
}
