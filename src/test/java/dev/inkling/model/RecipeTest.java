package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.Recipe.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {
  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 0, 1",
    "CONSTANT, 0.99, 1",
    "STEP, 0, 1",
    "STEP, 0.49, 1",
    "STEP, 0.5, 0.1",
    "STEP, 0.74, 0.1",
    "STEP, 0.75, 0.01",
    "STEP, 1, 0.01",
    "COSINE, 0, 1",
    "COSINE, 0.5, 0.5",
    "COSINE, 1, 0",
    "ONE_CYCLE, 0, 0.1",
    "ONE_CYCLE, 0.1, 0.55",
    "ONE_CYCLE, 0.2, 1",
    "ONE_CYCLE, 0.6, 0.5",
    "ONE_CYCLE, 1, 0",
  })
  void theLearningRateMovesAsTheScheduleSays(Schedule schedule, double progress, double factor) {
    assertThat(schedule.factor(progress)).isCloseTo(factor, within(1e-12));
  }

  /** Of 100 steps at a rate of 0.5: a fifth to rise in. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 0, 0.025",
    "CONSTANT, 9, 0.25",
    "CONSTANT, 19, 0.5",
    "CONSTANT, 20, 0.5",
    "CONSTANT, 99, 0.5",
    "COSINE, 19, 0.5",
    "COSINE, 20, 0.5",
    "COSINE, 60, 0.25", // half of the other 80
    "ONE_CYCLE, 19, 0.05", // where that begins
    "ONE_CYCLE, 20, 0.05",
    "ONE_CYCLE, 36, 0.5",
  })
  void theRateRisesToWhereTheScheduleBegins(Schedule schedule, int step, double rate) {
    Recipe recipe =
        new Recipe(1, 10, Recipe.Optimizer.SGD, 0.5)
            .with(
                r -> {
                  r.schedule = schedule;
                  r.warmUp = 0.2;
                });

    assertThat(recipe.learningRate(step, 100)).isCloseTo(rate, within(1e-12));
  }

  @Test
  void withoutWarmUpTheRateIsTheSchedules() {
    Recipe recipe =
        new Recipe(1, 10, Recipe.Optimizer.SGD, 0.3).with(r -> r.schedule = Schedule.COSINE);

    for (int step = 0; step < 100; step++) {
      assertThat(recipe.learningRate(step, 100))
          .isEqualTo(0.3 * Schedule.COSINE.factor(step / 100.0));
    }
  }

  @ParameterizedTest
  @EnumSource(Schedule.class)
  void theFactorStaysWithin0And1(Schedule schedule) {
    for (int i = 0; i <= 1_000; i++) {
      assertThat(schedule.factor(i / 1_000.0)).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "20, 1", "21, 0.975", "30, 0.525", "35, 0.3", "40, 0.3"})
  void imagesAreVariedLessInTheSecondHalfOfARun(int epoch, double amount) {
    Recipe recipe = new Recipe(40, 128, Recipe.Optimizer.ADAM, 0.004);

    assertThat(recipe.variation(epoch)).isCloseTo(amount, within(1e-12));
  }

  @Test
  void normalizationsMapInkAsTheySay() {
    assertThat(Normalization.NONE.apply(0.25f)).isEqualTo(0.25f);
    assertThat(Normalization.SYMMETRIC.apply(0)).isEqualTo(-1);
    assertThat(Normalization.SYMMETRIC.apply(1)).isEqualTo(1);
    assertThat(Normalization.MNIST.apply(0.1307f)).isZero();
    assertThat(Normalization.MNIST.apply(1)).isCloseTo(2.8215f, within(1e-4f));
  }
}
