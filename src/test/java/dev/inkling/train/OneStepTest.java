package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.explain.BackwardPass;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.support.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OneStepTest {
  private static final int COUNT = 20;

  /** As many images as one batch has. */
  private static final DataSet DATA = Synthetic.dataSet(COUNT, 10);

  static Stream<Arguments> networksAndOptimizers() {
    return Architecture.all().stream()
        .flatMap(
            one ->
                Stream.of(Recipe.Optimizer.values())
                    .map(optimizer -> Arguments.of(one.name(), optimizer)));
  }

  private static Recipe recipe(Recipe.Optimizer optimizer, int epochs) {
    return new Recipe(epochs, DATA.train().count(), optimizer, 0.01)
        .with(
            r -> {
              r.dropout = 0.0;
              r.weightDecay = 1e-3;
              r.clip = 0.5;
              r.labelSmoothing = 0.1;
            });
  }

  /** The checkpoints of two epochs of one batch each. */
  private static List<Checkpoint> trained(Architecture architecture, Recipe recipe) {
    List<Checkpoint> checkpoints = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onCheckpoint(Checkpoint checkpoint) {
            checkpoints.add(checkpoint);
          }
        };
    new Training("any", architecture, recipe, DATA, listener).run();
    return checkpoints;
  }

  private static OneStep.Batch batch(Architecture architecture, Recipe recipe, int epoch) {
    try (ExecutorService maker = Executors.newSingleThreadExecutor()) {
      Batches.Batch batch =
          new Batches(
                  DATA.train(),
                  architecture.normalization(),
                  new Augmenter(recipe.augmentation(), recipe.seed(), recipe.variation(epoch)),
                  recipe.batchSize(),
                  recipe.labelSmoothing(),
                  recipe.seed(),
                  epoch,
                  maker,
                  (count, task) -> IntStream.range(0, count).forEach(task))
              .next();
      return new OneStep.Batch(batch.input(), batch.targets());
    }
  }

  @ParameterizedTest
  @MethodSource("networksAndOptimizers")
  void aStepIsOneOfTrainingToTheLastBit(String name, Recipe.Optimizer optimizer) {
    Architecture architecture = Architecture.named(name);
    Recipe recipe = recipe(optimizer, 2);
    List<Checkpoint> checkpoints = trained(architecture, recipe);
    Model model = OneStep.withoutDropout(Shipped.model(name));
    Weights initial = Network.initialWeights(architecture.layers(), recipe.init(), recipe.seed());
    try (OneStep steps = new OneStep(new Model(model.card(), initial), recipe)) {
      for (int epoch = 1; epoch <= 2; epoch++) {
        steps.step(batch(architecture, recipe, epoch), recipe.learningRate());

        assertSame(steps.model().weights(), checkpoints.get(epoch - 1).weights());
      }
    }
  }

  private static void assertSame(Weights one, Weights other) {
    assertThat(one.tensors().keySet()).isEqualTo(other.tensors().keySet());
    one.tensors()
        .forEach(
            (name, tensor) ->
                assertThat(tensor.values()).as(name).isEqualTo(other.tensor(name).values()));
  }

  @ParameterizedTest
  @EnumSource(Recipe.Optimizer.class)
  void theOptimizersTermsGiveTheNewWeight(Recipe.Optimizer optimizer) {
    Architecture architecture = Architecture.named("lenet5-relu");
    Recipe recipe = recipe(optimizer, 1).with(r -> r.clip = 0.05);
    Model model = OneStep.withoutDropout(Shipped.model("lenet5-relu"));
    OneStep.Batch batch = batch(architecture, recipe, 1);
    try (OneStep steps = new OneStep(model, recipe)) {
      for (int i = 0; i < 3; i++) {
        BackwardPass pass = BackwardPass.of(steps.model(), batch.input(), batch.targets());
        List<WeightStep> said = new ArrayList<>();
        for (String name : List.of("conv1.weight", "dense1.weight", "dense3.bias")) {
          said.add(WeightStep.of(recipe, steps.checkpoint(), pass.parameters(), name, 3, 0.01));
        }
        steps.step(batch, 0.01);
        Weights after = steps.model().weights();
        assertThat(said.get(0).after()).isCloseTo(weight(after, "conv1.weight"), within(2e-6));
        assertThat(said.get(1).after()).isCloseTo(weight(after, "dense1.weight"), within(2e-6));
        assertThat(said.get(2).after()).isCloseTo(weight(after, "dense3.bias"), within(2e-6));
        assertThat(said.get(0).kept()).isLessThan(1);
        assertThat(said.get(0).weight()).isNotEqualTo(weight(after, "conv1.weight"));
      }
    }
  }

  private static double weight(Weights weights, String name) {
    return weights.tensor(name).values()[3];
  }

  @Test
  void whatIsUndoneWasNeverThere() {
    Architecture architecture = Architecture.named("inkling");
    Recipe recipe = recipe(Recipe.Optimizer.ADAM, 1);
    Model model = OneStep.withoutDropout(Shipped.model("inkling"));
    OneStep.Batch batch = batch(architecture, recipe, 1);
    try (OneStep steps = new OneStep(model, recipe)) {
      steps.step(batch, 0.01);
      Weights once = steps.model().weights();
      steps.step(batch, 0.01);
      Weights twice = steps.model().weights();

      steps.undo();
      assertSame(steps.model().weights(), once);
      assertThat(steps.checkpoint().steps()).isEqualTo(1);
      steps.step(batch, 0.01);
      assertSame(steps.model().weights(), twice);

      steps.undo();
      steps.undo();
      steps.undo(); // one more than there are
      assertSame(steps.model().weights(), model.weights());
      assertThat(steps.checkpoint().steps()).isZero();
    }
  }

  @Test
  void theGivenModelStaysAsItWas() {
    Architecture architecture = Architecture.named("inkling");
    Recipe recipe = recipe(Recipe.Optimizer.SGD, 1);
    Model model = OneStep.withoutDropout(Shipped.model("inkling"));
    try (OneStep steps = new OneStep(model, recipe)) {
      steps.step(batch(architecture, recipe, 1), 1e-3);

      assertSame(model.weights(), Shipped.model("inkling").weights());
    }
  }
}
