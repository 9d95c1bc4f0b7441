package dev.inkling.export;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.model.Task;
import dev.inkling.support.PythonWith;
import dev.inkling.support.TinyModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a script for PyTorch. */
class PytorchTextTest {
  @TempDir Path folder;

  private static String script(Consumer<Recipe.Draft> changes, String... layers) {
    return script("some", changes, layers);
  }

  private static String script(String name, Consumer<Recipe.Draft> changes, String... layers) {
    Model model = TinyModels.untrained(name, layers);
    return PytorchScript.of(with(model.card(), model.card().recipe().with(changes)), "some.py");
  }

  private static ModelCard with(ModelCard card, Recipe recipe) {
    return with(card, Task.DIGIT, recipe);
  }

  private static ModelCard with(ModelCard card, Task task, Recipe recipe) {
    return new ModelCard(
        card.name(),
        card.architecture(),
        task,
        card.layers(),
        card.normalization(),
        card.classes(),
        card.parameterCount(),
        recipe,
        card.data(),
        card.epochs(),
        card.date(),
        card.engine(),
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void aSmallNetworkIsWrittenSo() throws IOException {
    String expected;
    try (var in = getClass().getResourceAsStream("/dev/inkling/export/residual.py")) {
      expected = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(
            script(
                r -> {
                  r.optimizer = Optimizer.ADAMW;
                  r.schedule = Schedule.ONE_CYCLE;
                  r.warmUp = 0.1;
                  r.weightDecay = 0.01;
                  r.clip = 1;
                  r.labelSmoothing = 0.1;
                  r.init = Init.HE;
                  r.augmentation = Augmentation.LIGHT;
                },
                "conv 4@5x5 stride 2",
                "residual 4@3x3",
                "residual 8@3x3 stride 2",
                "dropout 0.1",
                "dense 10"))
        .isEqualTo(expected);
  }

  @Test
  void blocksThatAreAlikeShareTheirModule() {
    assertThat(script(_ -> {}, "conv 4@3x3", "residual 4@3x3", "residual 4@3x3", "dense 10"))
        .contains("self.residual1 = Residual1()", "self.residual2 = Residual1()")
        .doesNotContain("class Residual2");
  }

  @Test
  void whatARecipeDoesNotHaveIsNotWritten() {
    assertThat(script(_ -> {}, "dense 10"))
        .doesNotContain("CLIP", "LABEL_SMOOTHING", "WEIGHT_DECAY", "WARM_UP", "MOMENTUM")
        .doesNotContain("def draw_weights", "What Inkling's training had besides");
  }

  @Test
  void aNameCannotEndTheTextThatItStandsIn() {
    assertThat(script("a\"\"\"\nimport os\\", _ -> {}, "dense 10")).contains("a____import os_,");
  }

  /** Of every choice that a recipe has, and of every architecture. */
  @Test
  void pythonCompilesThem() throws IOException {
    Optional<PythonWith> python = PythonWith.module("py_compile");
    assumeTrue(python.isPresent(), "Python is not installed: no script was compiled");
    List<String> scripts = new ArrayList<>();
    for (Optimizer optimizer : Optimizer.values()) {
      scripts.add(script(r -> r.optimizer = optimizer, "dense 10"));
    }
    for (Schedule schedule : Schedule.values()) {
      scripts.add(script(r -> r.schedule = schedule, "dense 10"));
    }
    for (Init init : Init.values()) {
      scripts.add(script(r -> r.init = init, "dense 10"));
    }
    for (Architecture architecture : Architecture.all()) {
      String[] layers = architecture.layers().stream().map(Layer::text).toArray(String[]::new);
      scripts.add(
          PytorchScript.of(
              with(TinyModels.untrained("some", layers).card(), architecture.recipe()), "some.py"));
    }
    List<Object> arguments = new ArrayList<>(List.of("-m", "py_compile"));
    for (String script : scripts) {
      Path file = folder.resolve("script" + arguments.size() + ".py");
      arguments.add(Files.writeString(file, script));
    }

    PythonWith.Result result = python.get().run(folder, arguments.toArray());

    assertThat(result.exit()).as(result.output()).isZero();
  }

  @Test
  void aNetworkForLinesIsRefused() {
    ModelCard card = TinyModels.untrained("lines").card();
    Model lines =
        new Model(
            with(card, Task.LINE, card.recipe()), Network.initialWeights(card.parsedLayers(), 1));
    assertThat(problemOf(() -> ExportFormat.PYTORCH.write(folder.resolve("a.py"), lines)).key())
        .isEqualTo("problem.model.lines");
    assertThat(folder).isEmptyDirectory();
  }
}
