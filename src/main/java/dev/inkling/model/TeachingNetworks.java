package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.text.Phrase;
import java.util.List;

/**
 * Networks to learn from: each shows one thing, and some are meant to fail. None is trained yet.
 */
public final class TeachingNetworks {
  /** The simplest first. */
  public static final List<Architecture> ALL =
      List.of(
          network("softmax-regression", "dense 10", recipe(5)),
          network("mlp-128", "dense 128, relu, dense 10", recipe(5)),
          network("too-small", "conv 2@5x5 stride 4, relu, max-pool 2, dense 10", recipe(5)),
          network(
              "overfits",
              "dense 512, relu, dense 512, relu, dense 10",
              recipe(40)
                  .with(
                      r -> {
                        r.part = 0.0182;
                        r.batchSize = 50;
                        r.schedule = Schedule.CONSTANT;
                        r.learningRate = 0.001;
                      })),
          network(
              "vanishing-gradient",
              "dense 32, sigmoid, ".repeat(10) + "dense 10",
              recipe(5)
                  .with(
                      r -> {
                        r.optimizer = Optimizer.MOMENTUM;
                        r.learningRate = 0.05;
                      })),
          network(
              "small-resnet",
              "conv 16@3x3 same no-bias, batch-norm, relu, residual 16@3x3,"
                  + " residual 32@3x3 stride 2, residual 64@3x3 stride 2,"
                  + " global-avg-pool, dense 10",
              recipe(5)),
          network(
              "depthwise",
              "conv 16@3x3 same no-bias, batch-norm, relu, max-pool 2,"
                  + " depthwise 3x3 same no-bias, batch-norm, relu,"
                  + " conv 32@1x1 no-bias, batch-norm, relu, max-pool 2,"
                  + " depthwise 3x3 same no-bias, batch-norm, relu,"
                  + " conv 64@1x1 no-bias, batch-norm, relu,"
                  + " depthwise 3x3 same no-bias, batch-norm, relu,"
                  + " conv 64@1x1 no-bias, batch-norm, relu, global-avg-pool, dense 10",
              recipe(12)
                  .with(
                      r -> {
                        r.learningRate = 0.01;
                        r.augmentation = Augmentation.LIGHT;
                      })));

  private TeachingNetworks() {}

  private static Architecture network(String name, String layers, Recipe recipe) {
    return new Architecture(name, Normalization.MNIST, Layer.list(layers), recipe);
  }

  private static Recipe recipe(int epochs) {
    return new Recipe(epochs, 128, Optimizer.ADAM, 0.003)
        .with(r -> r.schedule = Schedule.ONE_CYCLE);
  }

  /** A sentence that says what one of them teaches. */
  public static Phrase lesson(Architecture network) {
    return new Phrase("network.lesson." + network.name());
  }
}
