package dev.inkling.train;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Weights;
import dev.inkling.support.Threads;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {
  private static final DataSet DATA = Synthetic.dataSet(480, 100);

  /** Remembers all it hears. */
  private static class Memory implements TrainingListener {
    final List<BatchMetrics> batches = Collections.synchronizedList(new ArrayList<>());
    final List<EpochMetrics> epochs = new ArrayList<>();
    final List<Model> models = new ArrayList<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();
    Problem problem;

    @Override
    public void onBatch(BatchMetrics metrics) {
      batches.add(metrics);
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model model) {
      epochs.add(metrics);
      models.add(model);
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
      checkpoints.add(checkpoint);
    }

    List<Double> losses() {
      return batches.stream().map(BatchMetrics::loss).toList();
    }
  }

  private static Memory train(Architecture architecture, Recipe recipe) {
    Memory memory = new Memory();
    new Training("mine", architecture, recipe, DATA, memory).run();
    return memory;
  }

  private static Memory train(Recipe recipe) {
    return train(TinyModels.ARCHITECTURE, recipe);
  }

  private static Recipe recipe(long seed, Augmentation augmentation) {
    Recipe own = TinyModels.recipe(Optimizer.ADAM, 0.01, 2);
    return own.with(
        r -> {
          r.augmentation = augmentation;
          r.seed = seed;
        });
  }

  @Test
  void theSameSeedGivesTheSameLossesAndTheSameModel() {
    Memory once = train(recipe(7, Augmentation.FULL));
    Memory again = train(recipe(7, Augmentation.FULL));

    assertThat(again.losses()).isEqualTo(once.losses());
    assertThat(again.epochs.getLast().valLoss()).isEqualTo(once.epochs.getLast().valLoss());
    once.models
        .getLast()
        .weights()
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(again.models.getLast().weights().tensors().get(name).values())
                    .containsExactly(tensor.values()));
  }

  @Test
  void anotherSeedGivesOtherLosses() {
    assertThat(train(recipe(8, Augmentation.NONE)).losses())
        .isNotEqualTo(train(recipe(7, Augmentation.NONE)).losses());
  }

  @Test
  void everyBatchAndEpochIsTold() {
    Memory memory = train(TinyModels.recipe(Optimizer.ADAM, 0.01, 3));

    assertThat(memory.batches).hasSize(60);
    assertThat(memory.batches.get(25).epoch()).isEqualTo(2);
    assertThat(memory.batches.get(25).batch()).isEqualTo(6);
    assertThat(memory.batches).allSatisfy(m -> assertThat(m.batches()).isEqualTo(20));
    assertThat(memory.epochs)
        .extracting(TrainingListener.EpochMetrics::epoch)
        .containsExactly(1, 2, 3);
    double mean =
        memory.losses().subList(40, 60).stream().mapToDouble(l -> l).average().orElseThrow();
    assertThat(memory.epochs.getLast().trainLoss()).isEqualTo(mean);
    assertThat(memory.epochs.getLast().seconds()).isPositive();
    assertThat(memory.epochs.getLast().imagesPerSecond()).isPositive();
  }

  @Test
  void theLastBatchMayBeSmaller() {
    Recipe own = TinyModels.recipe(Optimizer.ADAM, 0.01, 1);
    Recipe recipe = new Recipe(1, 150, own.optimizer(), 0.01).with(r -> r.momentum = 0);

    assertThat(train(recipe).batches).hasSize(3);
  }

  @Test
  void digitsThatInklingWritesAreLearnedFromBesideTheImages() {
    Recipe own = TinyModels.recipe(Optimizer.ADAM, 0.01, 1);
    Recipe mixed =
        new Recipe(1, 20, own.optimizer(), 0.01)
            .with(
                r -> {
                  r.momentum = 0;
                  r.synthetic = 100;
                });

    Memory memory = train(mixed);

    assertThat(memory.batches).hasSize(25);
    assertThat(memory.epochs.getLast().examples()).isEqualTo(500);
    assertThat(memory.epochs.getLast().validation().count()).isEqualTo(80);
    assertThat(train(mixed).losses()).isEqualTo(memory.losses());
  }

  @Test
  void frozenLayersStayAsTheyAreAndTheOthersLearn() {
    Weights before = TinyModels.untrained("tiny").weights();
    Memory memory = new Memory();
    Recipe recipe = TinyModels.recipe(Optimizer.ADAM, 0.01, 1).with(r -> r.frozen = 1);
    new Training("mine", TinyModels.ARCHITECTURE, recipe, DATA, memory).run(before);

    Weights after = memory.models.getLast().weights();
    before
        .tensors()
        .forEach(
            (name, tensor) -> {
              boolean isFrozen = name.startsWith("conv1") || name.startsWith("norm1");
              boolean isSame = Arrays.equals(tensor.values(), after.tensor(name).values());
              assertThat(isSame).as(name).isEqualTo(isFrozen);
            });
    assertThat(before.tensors().keySet()).anyMatch(name -> name.contains("mean"));
  }

  @Test
  void theLastLayerLearnsHoweverManyAreFrozen() {
    Weights before = TinyModels.untrained("tiny").weights();
    Memory memory = new Memory();
    Recipe recipe = TinyModels.recipe(Optimizer.ADAM, 0.01, 1).with(r -> r.frozen = 9);
    new Training("mine", TinyModels.ARCHITECTURE, recipe, DATA, memory).run(before);

    Weights after = memory.models.getLast().weights();
    assertThat(after.tensor("dense1.weight").values())
        .containsExactly(before.tensor("dense1.weight").values());
    assertThat(after.tensor("dense2.weight").values())
        .isNotEqualTo(before.tensor("dense2.weight").values());
  }

  @Test
  void theLossFallsAndTheModelLearns() {
    Memory memory = train(TinyModels.recipe(Optimizer.ADAM, 0.01, 4));

    assertThat(memory.epochs.getLast().trainLoss())
        .isLessThan(memory.epochs.getFirst().trainLoss() / 2);
    assertThat(memory.epochs.getLast().valAccuracy()).isGreaterThan(0.6);
    assertThat(memory.epochs.getLast().trainAccuracy())
        .isBetween(memory.epochs.getFirst().trainAccuracy() + 0.1, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"SGD, 0.1", "MOMENTUM, 0.02", "ADAM, 0.01", "ADAMW, 0.01"})
  void everyOptimizerTrains(Optimizer optimizer, double learningRate) {
    Memory memory = train(TinyModels.recipe(optimizer, learningRate, 4));

    assertThat(memory.epochs.getLast().valAccuracy()).isGreaterThan(0.4);
  }

  @ParameterizedTest
  @CsvSource({"SGD", "MOMENTUM", "ADAM", "ADAMW"})
  void weightDecayKeepsWeightsSmall(Optimizer optimizer) {
    double without = size(train(decayed(optimizer, 0)).models.getLast());
    double with = size(train(decayed(optimizer, 5)).models.getLast());

    assertThat(with).isLessThan(0.8 * without);
  }

  private static Recipe decayed(Optimizer optimizer, double weightDecay) {
    return new Recipe(1, 20, optimizer, 0.01).with(r -> r.weightDecay = weightDecay);
  }

  private static double size(Model model) {
    double size = 0;
    for (float value : model.weights().tensors().get("dense1.weight").values()) {
      size += value * value;
    }
    return size;
  }

  /** Nothing tells them apart, so nothing ever will. */
  @Test
  void unitsThatBeginAlikeStayAlike() {
    Memory memory = train(TinyModels.recipe(Optimizer.ADAM, 0.01, 1).with(r -> r.init = Init.ZERO));

    Weights weights = memory.models.getLast().weights();
    float[] units = weights.tensor("dense1.weight").values();
    int inputs = units.length / 16;
    for (int unit = 1; unit < 16; unit++) {
      assertThat(Arrays.copyOfRange(units, unit * inputs, (unit + 1) * inputs))
          .containsExactly(Arrays.copyOf(units, inputs));
    }
    assertThat(weights.tensor("dense2.bias").values()).doesNotContain(0); // it did learn
  }

  @Test
  void theRateRisesInTheFirstBatches() {
    // 2 epochs of 20 batches: 10 to rise in.
    Memory memory = train(TinyModels.recipe(Optimizer.SGD, 0.1, 2).with(r -> r.warmUp = 0.25));

    assertThat(memory.batches).hasSize(40);
    assertThat(memory.batches.getFirst().learningRate()).isCloseTo(0.01, within(1e-12));
    assertThat(memory.batches.get(4).learningRate()).isCloseTo(0.05, within(1e-12));
    assertThat(memory.batches.get(9).learningRate()).isEqualTo(0.1);
    assertThat(memory.batches.getLast().learningRate()).isEqualTo(0.1);
  }

  @Test
  void clippedGradientsTakeSmallSteps() {
    Recipe free = TinyModels.recipe(Optimizer.SGD, 0.1, 1);
    Weights start = Network.initialWeights(TinyModels.ARCHITECTURE.layers(), 1);

    // 20 steps of 0.1 times a gradient that is no longer than 0.05.
    assertThat(way(start, train(free.with(r -> r.clip = 0.05)))).isLessThanOrEqualTo(0.1001);
    assertThat(way(start, train(free))).isGreaterThan(0.2);
  }

  /** How far the trained weights have gone, all together. */
  private static double way(Weights start, Memory memory) {
    double sum = 0;
    for (var tensor : memory.models.getLast().weights().tensors().entrySet()) {
      boolean isTrained = !tensor.getKey().matches(".*\\.(mean|variance)");
      float[] before = start.tensor(tensor.getKey()).values();
      for (int i = 0; isTrained && i < before.length; i++) {
        sum += Math.pow(tensor.getValue().values()[i] - before[i], 2);
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void theModelsCardSaysHowItWasMade() {
    Recipe recipe = recipe(7, Augmentation.LIGHT);
    Memory memory = train(recipe);

    ModelCard card = memory.models.getLast().card();
    assertThat(card.name()).isEqualTo("mine");
    assertThat(card.architecture()).isEqualTo("tiny");
    assertThat(card.layers()).isEqualTo(TinyModels.LAYERS);
    assertThat(card.recipe()).isEqualTo(recipe);
    assertThat(card.data()).isEqualTo("synthetic");
    assertThat(card.epochs()).isEqualTo(2);
    assertThat(card.parameterCount()).isEqualTo(4 * 26 + 8 + 16 * 145 + 170);
    assertThat(card.validation().accuracy()).isEqualTo(memory.epochs.getLast().valAccuracy());
    assertThat(card.validation().count()).isEqualTo(80);
    assertThat(card.test()).isNull();
    assertThat(memory.models.getFirst().card().epochs()).isEqualTo(1);
  }

  @Test
  void theModelReadsAsItsMetricsSay() {
    Memory memory = train(recipe(7, Augmentation.NONE));

    try (Classifier classifier = new Classifier(memory.models.getLast())) {
      float[][] read = classifier.probabilities(DATA.validation(), _ -> {});
      int right = 0;
      for (int i = 0; i < read.length; i++) {
        float[] p = read[i];
        int best = 0;
        for (int k = 1; k < 10; k++) {
          best = p[k] > p[best] ? k : best;
        }
        right += best == DATA.validation().label(i) ? 1 : 0;
      }
      assertThat(right / 80.0).isEqualTo(memory.epochs.getLast().valAccuracy());
    }
  }

  @Test
  void stoppingEndsTheRunAfterTheBatchAndWithoutAnEpoch() {
    Training[] training = new Training[1];
    Memory memory =
        new Memory() {
          @Override
          public void onBatch(BatchMetrics metrics) {
            super.onBatch(metrics);
            if (batches.size() == 5) {
              training[0].stop();
            }
          }
        };
    training[0] =
        new Training(
            "mine",
            TinyModels.ARCHITECTURE,
            TinyModels.recipe(Optimizer.ADAM, 0.01, 100),
            DATA,
            memory);

    training[0].run();

    assertThat(memory.batches).hasSize(5);
    assertThat(memory.epochs).isEmpty();
  }

  @Test
  void stoppingInALaterEpochKeepsTheWholeOnes() {
    Training[] training = new Training[1];
    Memory memory =
        new Memory() {
          @Override
          public void onEpoch(EpochMetrics metrics, Model model) {
            super.onEpoch(metrics, model);
            if (epochs.size() == 2) {
              training[0].stop();
            }
          }
        };
    training[0] =
        new Training(
            "mine",
            TinyModels.ARCHITECTURE,
            TinyModels.recipe(Optimizer.ADAM, 0.01, 100),
            DATA,
            memory);

    training[0].run();

    assertThat(memory.batches).hasSize(40);
    assertThat(memory.models.getLast().card().epochs()).isEqualTo(2);
  }

  @Test
  void aRunThatWasStoppedBeforeItBeganDoesNothing() {
    Memory memory = new Memory();
    Training training =
        new Training(
            "mine",
            TinyModels.ARCHITECTURE,
            TinyModels.recipe(Optimizer.ADAM, 0.01, 1),
            DATA,
            memory);
    training.stop();

    training.run();

    assertThat(memory.batches).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberIsAProblem() {
    Problem problem = problemOf(() -> train(TinyModels.recipe(Optimizer.SGD, 1e30, 2)));

    assertThat(problem.key()).isEqualTo("problem.train.nan");
    assertThat(problem.getMessage()).contains("epoch 1");
  }

  /** One batch is the whole epoch: its loss is fine, and what it did shows only afterwards. */
  private static Memory trainOneBatch(double learningRate) {
    Recipe recipe = new Recipe(1, 400, Optimizer.SGD, learningRate).with(r -> r.momentum = 0);
    Memory memory = new Memory();
    try {
      new Training("mine", TinyModels.ARCHITECTURE, recipe, DATA, memory).run();
    } catch (Problem problem) {
      memory.problem = problem;
    }
    return memory;
  }

  @Test
  void aModelOfBrokenWeightsIsNeverGivenOut() {
    Memory broken = trainOneBatch(1e30);

    assertThat(broken.batches).as("the batch that breaks them").hasSize(1);
    assertThat(broken.problem).extracting(Problem::key).isEqualTo("problem.train.nan");
    assertThat(broken.epochs).isEmpty();
    assertThat(broken.models).isEmpty();
    Memory sound = trainOneBatch(0.01);
    assertThat(sound.problem).isNull();
    assertThat(sound.epochs).hasSize(1).allSatisfy(m -> assertThat(m.valLoss()).isFinite());
    assertThat(sound.models)
        .hasSize(1)
        .allSatisfy(m -> assertThat(m.weights().areFinite()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"SGD", "MOMENTUM", "ADAM", "ADAMW"})
  void aRunThatGoesOnFromACheckpointIsAsIfItWasNeverCutOff(Optimizer optimizer) {
    Recipe recipe = TinyModels.recipe(optimizer, 0.01, 3);
    Memory whole = train(recipe);
    Memory rest = new Memory();

    new Training("mine", TinyModels.ARCHITECTURE, recipe, DATA, rest)
        .run(whole.checkpoints.getFirst());

    assertThat(whole.checkpoints).extracting(Checkpoint::epoch).containsExactly(1, 2, 3);
    assertThat(rest.losses()).isEqualTo(whole.losses().subList(20, 60));
    assertThat(rest.epochs.getLast().valLoss()).isEqualTo(whole.epochs.getLast().valLoss());
    assertThat(rest.epochs.getLast().examples()).isEqualTo(1_200);
  }

  @Test
  void aRunThatIsAtItsEndDoesNotGoOn() {
    Recipe recipe = TinyModels.recipe(Optimizer.ADAM, 0.01, 1);
    Checkpoint end = train(recipe).checkpoints.getFirst();
    Memory memory = new Memory();

    new Training("mine", TinyModels.ARCHITECTURE, recipe, DATA, memory).run(end);

    assertThat(memory.batches).isEmpty();
  }

  /** A run that pauses itself after three batches, on a thread of its own. */
  private static final class PausedRun extends Memory {
    final Training training =
        new Training(
            "mine",
            TinyModels.ARCHITECTURE,
            TinyModels.recipe(Optimizer.ADAM, 0.01, 1),
            DATA,
            this);
    final Thread thread = new Thread(training::run);
    private final CountDownLatch isPaused = new CountDownLatch(1);

    @Override
    public void onBatch(BatchMetrics metrics) {
      super.onBatch(metrics);
      if (batches.size() == 3) {
        training.pause();
        isPaused.countDown();
      }
    }

    PausedRun startAndWait() throws InterruptedException {
      thread.start();
      assertThat(isPaused.await(60, TimeUnit.SECONDS)).as("three batches").isTrue();
      Threads.awaitWaiting(thread);
      return this;
    }
  }

  @Test
  @Timeout(120)
  void aPausedRunWaitsAndThenGoesOnAsIfNothingHadBeen() throws InterruptedException {
    PausedRun run = new PausedRun().startAndWait();
    assertThat(run.batches).hasSize(3);

    run.training.resume();
    run.thread.join();

    assertThat(run.losses()).isEqualTo(train(TinyModels.recipe(Optimizer.ADAM, 0.01, 1)).losses());
  }

  @Test
  @Timeout(120)
  void aPausedRunCanBeStopped() throws InterruptedException {
    PausedRun run = new PausedRun().startAndWait();

    run.training.stop();
    run.thread.join();

    assertThat(run.batches).hasSize(3);
    assertThat(run.epochs).isEmpty();
  }

  @Test
  void whoAsksForWeightsGetsACopyOnce() {
    List<Model> asked = new ArrayList<>();
    Training[] training = new Training[1];
    Memory memory =
        new Memory() {
          @Override
          public void onBatch(BatchMetrics metrics) {
            super.onBatch(metrics);
            if (batches.size() == 5) {
              training[0].askForWeights();
            }
          }

          @Override
          public void onWeights(Model newest) {
            asked.add(newest);
          }
        };
    training[0] =
        new Training(
            "mine",
            TinyModels.ARCHITECTURE,
            TinyModels.recipe(Optimizer.ADAM, 0.01, 1),
            DATA,
            memory);

    training[0].run();

    assertThat(asked).hasSize(1);
    float[] early = asked.getFirst().weights().tensors().get("dense2.weight").values();
    float[] late = memory.models.getFirst().weights().tensors().get("dense2.weight").values();
    assertThat(early).hasSameSizeAs(late).isNotEqualTo(late);
  }

  @Test
  void aListenerThatWantsProbesGetsThemInTheFirstEpochOnly() {
    List<Long> examples = new ArrayList<>();
    Memory memory =
        new Memory() {
          @Override
          public int probesInFirstEpoch() {
            return 3;
          }

          @Override
          public void onProbe(long trainedOn, Evaluation evaluation) {
            examples.add(trainedOn);
            assertThat(evaluation.count()).isEqualTo(80);
          }
        };
    Recipe recipe = TinyModels.recipe(Optimizer.ADAM, 0.01, 2);

    new Training("mine", TinyModels.ARCHITECTURE, recipe, DATA, memory).run();

    assertThat(examples).containsExactly(100L, 200L, 300L);
    assertThat(memory.losses()).isEqualTo(train(recipe).losses());
  }
}
