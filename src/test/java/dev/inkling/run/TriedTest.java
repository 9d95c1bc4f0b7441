package dev.inkling.run;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.RecipeField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sweep tries. */
class TriedTest {
  private static List<Map<String, String>> trials(Integer draws, String... tried) {
    return Tried.trials(List.of(tried).stream().map(Tried::parse).toList(), draws, 1);
  }

  private static double rate(Map<String, String> values) {
    return Double.parseDouble(values.get("learningRate"));
  }

  @Test
  void allCombinationsAreTried() {
    assertThat(trials(null, "learningRate=0.001, 0.01", "optimizer=adam,sgd"))
        .containsExactly(
            Map.of("learningRate", "0.001", "optimizer", "adam"),
            Map.of("learningRate", "0.001", "optimizer", "sgd"),
            Map.of("learningRate", "0.01", "optimizer", "adam"),
            Map.of("learningRate", "0.01", "optimizer", "sgd"));
    assertThat(trials(3, "lr=0.001,0.01", "optimizer=adam,sgd")).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aRangeOfRatesIsDrawnFromByRatios() {
    List<Map<String, String>> drawn = trials(200, "learningRate=0.0001..1");

    assertThat(drawn).hasSize(200).allMatch(each -> rate(each) >= 0.0001 && rate(each) <= 1);
    assertThat(drawn.stream().filter(each -> rate(each) < 0.01).count()).isBetween(80L, 120L);
    assertThat(trials(200, "learningRate=0.0001..1")).isEqualTo(drawn);
  }

  @Test
  void aRangeOfWholeNumbersHasBothItsEnds() {
    List<Map<String, String>> drawn = trials(200, "batchSize=30..33");

    assertThat(drawn)
        .extracting(each -> each.get("batchSize"))
        .containsExactlyInAnyOrder("30", "31", "32", "33");
    assertThat(trials(null, "batchSize=1..1000")).hasSize(8);
  }

  @Test
  void theFieldsOfTheEpochsAndOfTheBeginningAreNotTried() {
    assertThat(Tried.fields())
        .doesNotContain(RecipeField.EPOCHS, RecipeField.FROM)
        .contains(RecipeField.SEED);
  }

  @ParameterizedTest
  @CsvSource({
    "'batchSize=0,32', problem.sweep.value",
    "'batchSize=many', problem.sweep.value",
    "'optimizer=rmsprop,sgd', problem.sweep.value",
    "'optimizer=adam..sgd', problem.sweep.range",
    "'learningRate=0.1..0.01', problem.sweep.range",
    "'learningRate=', problem.sweep.values",
    "'learningRate', problem.sweep.values",
    "'epochs=1,2', problem.sweep.field",
    "'rate=1,2', problem.sweep.field",
    "'learningRate=0.1', problem.sweep.trials",
  })
  void whatCannotBeIsTold(String tried, String key) {
    assertThat(problemOf(() -> trials(null, tried)).key()).isEqualTo(key);
  }

  @Test
  void threeDifferentFieldsAtMost() {
    assertThat(problemOf(() -> trials(null)).key()).isEqualTo("problem.sweep.fields");
    assertThat(problemOf(() -> trials(null, "seed=1,2", "seed=3,4")).key())
        .isEqualTo("problem.sweep.fields");
    assertThat(
            problemOf(() -> trials(null, "seed=1,2", "clip=1,2", "lr=1,2", "momentum=0,0.5")).key())
        .isEqualTo("problem.sweep.fields");
    assertThat(problemOf(() -> trials(201, "seed=1..999")).key()).isEqualTo("problem.sweep.trials");
  }
}
