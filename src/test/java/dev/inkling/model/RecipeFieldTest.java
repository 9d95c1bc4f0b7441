package dev.inkling.model;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is possible in a recipe. */
class RecipeFieldTest {
  private static final Path FILE = Path.of("run.json");
  private static final Recipe GOOD = new Recipe(3, 50, Optimizer.ADAM, 0.002);

  /** A recipe as a file would have it. */
  private static Recipe with(String field, String value) {
    JsonObject json = new Gson().toJsonTree(GOOD).getAsJsonObject();
    json.remove(field);
    String all = json.toString();
    return new Gson()
        .fromJson(
            all.substring(0, all.length() - 1) + ",\"" + field + "\":" + value + "}", Recipe.class);
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("models"))) {
      return folders.filter(ModelFolder::isModel).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatShipsWasTrainedByAPossibleRecipe(Path model) {
    assertThat(RecipeField.wrongIn(ModelFolder.readCard(model).recipe())).isEmpty();
  }

  @Test
  void everyArchitecturesOwnRecipeIsPossible() {
    assertThat(Architecture.all())
        .allSatisfy(each -> assertThat(RecipeField.wrongIn(each.recipe())).isEmpty());
  }

  @Test
  void everyFieldOfARecipeIsThereInItsOrder() {
    assertThat(Arrays.stream(RecipeField.values()).map(RecipeField::key))
        .containsExactlyElementsOf(
            Arrays.stream(Recipe.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "epochs, 1, 1000",
    "batchSize, 1, 10000",
    "momentum, 0, 0.999",
    "learningRate, 1e-300, 10",
    "warmUp, 0, 0.999",
    "weightDecay, 0, 0.999",
    "clip, 0, 999",
    "dropout, 0, 0.999",
    "dropout, null, null",
    "labelSmoothing, 0, 0.999",
    "synthetic, 0, 100000",
    "doodles, 0, 100000",
    "patience, 0, 1000",
    "frozen, 0, 100",
    "from, null, \"inkling\"",
    "part, null, 1",
    "part, 1e-9, 1",
    "labelNoise, 0, 0.999",
    "imbalance, 0, 1000",
    "leftOut, null, \"T-shirt/top\"",
    "seed, -9007199254740991, 9007199254740991"
  })
  void theEndsArePossible(String field, String least, String most) {
    assertThat(RecipeField.wrongIn(with(field, least))).isEmpty();
    assertThat(RecipeField.wrongIn(with(field, most))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "epochs, 0, 1001",
    "batchSize, 0, 1000000000",
    "momentum, -0.1, 1",
    "momentum, NaN, Infinity",
    "learningRate, 0, 10.1",
    "learningRate, NaN, 1e999",
    "warmUp, -0.1, 1",
    "clip, -1, 1000",
    "weightDecay, -1, 1",
    "weightDecay, NaN, Infinity",
    "dropout, -0.1, 1",
    "dropout, NaN, Infinity",
    "labelSmoothing, -0.1, 1",
    "labelSmoothing, NaN, 2",
    "synthetic, -1, 100001",
    "doodles, -1, 100001",
    "patience, -1, 1001",
    "frozen, -1, 101",
    "part, 0, 1.1",
    "labelNoise, -0.1, 1",
    "imbalance, -1, 1001",
    "seed, -9007199254740992, 9007199254740992"
  })
  void beyondThemIsToldWithFileFieldValueAndRange(String field, String less, String more) {
    for (String value : List.of(less, more)) {
      Recipe recipe = with(field, value);
      Problem problem = problemOf(() -> RecipeProblem.check(recipe, FILE));

      assertThat(RecipeField.wrongIn(recipe)).map(RecipeField::key).contains(field);
      assertThat(problem.getMessage()).startsWith("run.json: " + field + " is ").contains("number");
    }
  }

  @ParameterizedTest
  @CsvSource({"optimizer, \"rmsprop\"", "optimizer, null", "schedule, 1", "augmentation, \"much\""})
  void aChoiceThatIsNotKnownIsTold(String field, String value) {
    Problem problem = problemOf(() -> RecipeProblem.check(with(field, value), FILE));

    assertThat(problem.getMessage())
        .contains("run.json: " + field + " is missing or unknown, but must be one of ");
  }

  @Test
  void aFileFromBeforeThereWereMoreFieldsHasTheUsualOnes() {
    JsonObject json = new Gson().toJsonTree(GOOD).getAsJsonObject();
    for (String field : List.of("warmUp", "clip", "init")) {
      json.remove(field);
    }

    assertThat(new Gson().fromJson(json, Recipe.class)).isEqualTo(GOOD);
  }

  /** Any value of any field, as it is typed, in a recipe and back. */
  @ParameterizedTest
  @EnumSource(RecipeField.class)
  void whatIsTypedIsWhatARecipeHas(RecipeField field) {
    Recipe other =
        GOOD.with(
            r -> {
              r.dropout = 0.25;
              r.optimizer = Optimizer.MOMENTUM;
              r.schedule = Recipe.Schedule.ONE_CYCLE;
              r.init = Recipe.Init.XAVIER;
              r.clip = 1.5;
              r.leftOut = "7";
              r.seed = 9;
            });
    Recipe changed = field.in(GOOD, field.limit().value(field.typed(other)));

    assertThat(field.value(changed)).isEqualTo(field.value(other));
    assertThat(field.in(changed, field.value(GOOD))).isEqualTo(GOOD);
  }

  @Test
  void optionsAreNamedAsTheyAlwaysWere() {
    assertThat(Arrays.stream(RecipeField.values()).map(RecipeField::option))
        .contains("--batch-size", "--lr", "--augment", "--freeze", "--label-noise", "--leave-out")
        .doesNotHaveDuplicates();
  }

  @Test
  void theSentenceIsReadInTheLanguageOfTheReader() {
    Problem problem = problemOf(() -> RecipeProblem.check(with("batchSize", "0"), FILE));

    assertThat(problem)
        .hasMessage("run.json: batchSize is 0, but must be a whole number from 1 to 10,000.");
    assertThat(new Messages(Locale.CHINESE).get(problem))
        .isEqualTo("run.json：batchSize 的值“0”不可用，应为：介于 1 和 10,000 之间的整数。");
  }

  /** Those that files and the command line have. */
  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void choicesAreNamedAsInFiles(Optimizer optimizer) {
    String name = new Gson().toJsonTree(optimizer).getAsString();

    assertThat(RecipeField.OPTIMIZER.limit().refusal(name)).isNull();
    assertThat((String) RecipeField.OPTIMIZER.limit().words().arguments()[0]).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH_SIZE, 1, true",
    "BATCH_SIZE, 1.5, false",
    "BATCH_SIZE, '', false",
    "BATCH_SIZE, 99999999999999999999, false",
    "LEARNING_RATE, 1e-3, true",
    "LEARNING_RATE, NaN, false",
    "LEARNING_RATE, '', false",
    "DROPOUT, '', true",
    "DROPOUT, 1, false",
    "DROPOUT, much, false"
  })
  void whatIsTypedIsHeldAgainstTheSameRanges(RecipeField field, String text, boolean isPossible) {
    assertThat(field.limit().refusal(text) == null).isEqualTo(isPossible);
  }

  @ParameterizedTest
  @CsvSource({
    "1e9, recipe.outside",
    "-2.0, recipe.outside",
    "1.5, recipe.notWhole",
    "NaN, recipe.noNumber",
    "much, recipe.noNumber"
  })
  void itIsSaidWhatIsWrongWithIt(String text, String key) {
    assertThat(RecipeField.EPOCHS.limit().refusal(text)).isNotNull();
    assertThat(RecipeField.EPOCHS.limit().refusal(text).key()).isEqualTo(key);
  }
}
