package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Layer;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.text.Messages;
import dev.inkling.text.Phrase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What differs between two trainings, in words. */
class DifferenceTest {
  private static final Recipe RECIPE = new Recipe(3, 64, Optimizer.ADAM, 0.01);

  private static Architecture network(String layers) {
    return new Architecture("net", Normalization.NONE, Layer.list(layers), RECIPE);
  }

  private static List<String> words(Locale language, List<Phrase> phrases) {
    return phrases.stream().map(new Messages(language)::get).toList();
  }

  @Test
  void layersComeFirstThenTheRecipe() {
    List<Phrase> all =
        Difference.of(
            network("conv 6@5x5, relu, dense 10"),
            RECIPE,
            network("conv 8@5x5, batch-norm, relu, dense 10"),
            RECIPE.with(
                r -> {
                  r.learningRate = 0.003;
                  r.optimizer = Optimizer.MOMENTUM;
                  r.synthetic = 50_000;
                  r.leftOut = "7";
                }));

    assertThat(words(Locale.ENGLISH, all))
        .containsExactly(
            "conv1: conv 6@5x5 → conv 8@5x5",
            "+ batch norm after conv1",
            "Optimizer Adam → SGD with momentum",
            "Learning rate 0.01 → 0.003",
            "Synthetic digits 0 → 50,000",
            "Class left out – → 7");
    assertThat(words(Locale.SIMPLIFIED_CHINESE, all))
        .contains("+ batch norm（在 conv1 之后）", "学习率 0.01 → 0.003");
  }

  @Test
  void whatIsIgnoredDoesNotDiffer() {
    assertThat(Difference.recipes(RECIPE, RECIPE.with(r -> r.momentum = 0.5))).isEmpty();
    assertThat(
            Difference.recipes(
                RECIPE.with(r -> r.optimizer = Optimizer.MOMENTUM),
                RECIPE.with(
                    r -> {
                      r.optimizer = Optimizer.MOMENTUM;
                      r.momentum = 0.5;
                    })))
        .hasSize(1);
  }

  @Test
  void ofVeryDifferentNetworksTheFirstDifferencesAreTold() {
    List<Phrase> all =
        Difference.layers(
            Architecture.named("sprint").layers(), Architecture.named("inkling").layers());

    assertThat(all).hasSize(6);
    assertThat(words(Locale.ENGLISH, all).getLast()).matches("and \\d+ more layers");
  }

  @Test
  void whatComesFirstIsSaidToBeFirst() {
    assertThat(
            words(
                Locale.ENGLISH,
                Difference.layers(Layer.list("dense 10"), Layer.list("dropout 0.5, dense 10"))))
        .containsExactly("+ dropout 0.5 first");
  }
}
