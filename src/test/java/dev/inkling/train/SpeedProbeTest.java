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

  /** What warms up takes nine seconds, four epochs after it one and then again. */
  @Test
  void theFirstEpochDoesNotCount() {
    assertThat(speed(9_000, 9_250, 9_500, 9_750, 10_000, 10_250, 10_500, 10_750, 11_000))
        .isCloseTo(480, within(0.01));
  }

  /** Another program takes the machine for one epoch of four: the run will meet it as often. */
  @Test
  void whatOtherProgramsTakeIsInIt() {
    assertThat(speed(0, 200, 400, 1_000, 1_200, 1_400, 2_000)).isCloseTo(360, within(0.01));
  }

  /** While Java compiles, epochs get quicker; only what comes then is as quick as a run. */
  @Test
  void whatGetsQuickerIsMeasuredUntilItDoesNot() {
    assertThat(speed(0, 900, 1_300, 1_700, 2_100, 2_500)).isCloseTo(300, within(0.01));
  }

  /** Two epochs of 120 images in a tenth of a second: 480 are tried, which take long enough. */
  @Test
  void epochsThatAreShortHaveMoreImages() {
    assertThat(speed(0, 100, 5_000, 5_400, 5_800, 6_200, 6_600)).isCloseTo(1_200, within(0.01));
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
