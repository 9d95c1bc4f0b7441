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
import dev.inkling.model.TeachingNetworks;
import dev.inkling.support.PythonWith;
import dev.inkling.support.TinyModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in scripts. */
class ScriptTextTest {
  @TempDir Path folder;

  /** Libraries that there are scripts for. */
  enum Library {
    PYTORCH(PytorchScript::of),
    KERAS(KerasScript::of);

    private final Script of;

    Library(Script of) {
      this.of = of;
    }

    String script(Consumer<Recipe.Draft> changes, String... layers) {
      return script("some", changes, layers);
    }

    String script(String name, Consumer<Recipe.Draft> changes, String... layers) {
      ModelCard card = TinyModels.untrained(name, layers).card();
      return of.script(TinyModels.with(card, Task.DIGIT, card.recipe().with(changes)), "some.py");
    }
  }

  interface Script {
    String script(ModelCard card, String file);
  }

  @ParameterizedTest
  @EnumSource
  void aSmallNetworkIsWrittenSo(Library library) throws IOException {
    String expected;
    String file = "residual-" + library.name().toLowerCase(Locale.ROOT) + ".py";
    try (var in = getClass().getResourceAsStream("/dev/inkling/export/" + file)) {
      expected = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(
            library.script(
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
  void blocksThatAreAlikeShareTheirPart() {
    assertThat(
            Library.KERAS.script(
                _ -> {}, "conv 4@3x3", "residual 4@3x3", "residual 4@3x3", "dense 10"))
        .contains("residual1(x, \"residual1\")", "residual1(x, \"residual2\")")
        .doesNotContain("def residual2");
    assertThat(
            Library.PYTORCH.script(
                _ -> {}, "conv 4@3x3", "residual 4@3x3", "residual 4@3x3", "dense 10"))
        .contains("self.residual1 = Residual1()", "self.residual2 = Residual1()")
        .doesNotContain("class Residual2");
  }

  @ParameterizedTest
  @EnumSource
  void whatARecipeDoesNotHaveIsNotWritten(Library library) {
    assertThat(library.script(_ -> {}, "dense 10"))
        .doesNotContain("CLIP", "LABEL_SMOOTHING", "WEIGHT_DECAY", "WARM_UP", "MOMENTUM")
        .doesNotContain("penalize", "def decayed", "What Inkling's training had besides");
  }

  @ParameterizedTest
  @EnumSource
  void aNameCannotEndTheTextThatItStandsIn(Library library) {
    assertThat(library.script("a\"\"\"\nimport os\\", _ -> {}, "dense 10"))
        .contains("a____import os_,");
  }

  /** Of every choice that a recipe has, and of every architecture. */
  @Test
  void pythonCompilesThem() throws IOException {
    Optional<PythonWith> python = PythonWith.module("py_compile");
    assumeTrue(python.isPresent(), "Python is not installed: no script was compiled");
    List<String> scripts = new ArrayList<>();
    for (Library library : Library.values()) {
      addAll(scripts, library);
    }
    List<Object> arguments = new ArrayList<>(List.of("-m", "py_compile"));
    for (String script : scripts) {
      Path file = folder.resolve("script" + arguments.size() + ".py");
      arguments.add(Files.writeString(file, script));
    }

    PythonWith.Result result = python.get().run(folder, arguments.toArray());

    assertThat(result.exit()).as(result.output()).isZero();
  }

  private static void addAll(List<String> scripts, Library library) {
    for (Optimizer optimizer : Optimizer.values()) {
      scripts.add(library.script(r -> r.optimizer = optimizer, "dense 10"));
      scripts.add(library.script(decayed(optimizer), "dense 10"));
    }
    for (Schedule schedule : Schedule.values()) {
      scripts.add(library.script(r -> r.schedule = schedule, "dense 10"));
    }
    for (Init init : Init.values()) {
      scripts.add(library.script(r -> r.init = init, "dense 10"));
    }
    for (Architecture architecture : architectures()) {
      String[] layers = architecture.layers().stream().map(Layer::text).toArray(String[]::new);
      ModelCard card = TinyModels.untrained("some", layers).card();
      scripts.add(
          library.of.script(TinyModels.with(card, Task.DIGIT, architecture.recipe()), "some.py"));
    }
  }

  private static List<Architecture> architectures() {
    return Stream.of(Architecture.all(), TeachingNetworks.ALL).flatMap(List::stream).toList();
  }

  private static Consumer<Recipe.Draft> decayed(Optimizer optimizer) {
    return r -> {
      r.optimizer = optimizer;
      r.weightDecay = 0.01;
    };
  }

  @Test
  void aNetworkForLinesIsRefused() {
    ModelCard card = TinyModels.untrained("lines").card();
    Model lines =
        new Model(
            TinyModels.with(card, Task.LINE, card.recipe()),
            Network.initialWeights(card.parsedLayers(), 1));
    assertThat(problemOf(() -> ExportFormat.PYTORCH.write(folder.resolve("a.py"), lines)).key())
        .isEqualTo("problem.model.lines");
    assertThat(folder).isEmptyDirectory();
  }
}
