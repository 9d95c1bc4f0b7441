package dev.inkling.support;

import dev.inkling.data.Classes;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.Network;
import dev.inkling.model.Normalization;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Task;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Networks that train and read in no time. */
public final class TinyModels {
  /** Layers of {@link #ARCHITECTURE}, in their text forms. */
  public static final List<String> LAYERS =
      List.of(
          "conv 4@5x5",
          "batch-norm",
          "relu",
          "max-pool 4",
          "dropout 0.1",
          "dense 16",
          "relu",
          "dense 10");

  /** Three epochs with Adam; has batch norm and dropout. */
  public static final Architecture ARCHITECTURE =
      new Architecture(
          "tiny",
          Normalization.MNIST,
          LAYERS.stream().map(Layer::parse).toList(),
          recipe(Optimizer.ADAM, 0.01, 3));

  private TinyModels() {}

  /** A recipe with batches of 20, a constant learning rate and seed 1. */
  public static Recipe recipe(Optimizer optimizer, double learningRate, int epochs) {
    return new Recipe(epochs, 20, optimizer, learningRate);
  }

  /** A model that was never trained. */
  public static Model untrained(String name, String... layers) {
    List<Layer> parsed = Stream.of(layers).map(Layer::parse).toList();
    return new Model(card(name, List.of(layers)), Network.initialWeights(parsed, 1));
  }

  /**
   * A model of one dense layer that adds up ink itself: its normalization is undone.
   *
   * @param weights of class k and pixel p at {@code k * 784 + p}
   */
  public static Model linear(float[] weights) {
    Model model = untrained("linear", "dense 10");
    Normalization normalization = model.card().normalization();
    float[] scaled = new float[weights.length];
    float[] biases = new float[10];
    for (int i = 0; i < weights.length; i++) {
      scaled[i] = weights[i] * normalization.std();
      biases[i / 784] += weights[i] * normalization.mean();
    }
    return new Model(
        model.card(),
        new Weights(
            Map.of(
                "dense1.weight", new Tensor(new long[] {10, 784}, scaled),
                "dense1.bias", new Tensor(new long[] {10}, biases))));
  }

  /** A model with the tiny layers that was never trained. */
  public static Model untrained(String name) {
    return untrained(name, LAYERS.toArray(String[]::new));
  }

  /** A card that says another task and recipe. */
  public static ModelCard with(ModelCard card, Task task, Recipe recipe) {
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

  /** A model that tells other classes apart, with one layer and never trained. */
  public static Model ofClasses(String name, List<String> classes) {
    List<String> layers = List.of("dense " + classes.size());
    List<Layer> parsed = layers.stream().map(Layer::parse).toList();
    return new Model(card(name, layers, classes), Network.initialWeights(parsed, 1));
  }

  private static ModelCard card(String name, List<String> layers) {
    return card(name, layers, Classes.DIGITS);
  }

  private static ModelCard card(String name, List<String> layers, List<String> classes) {
    return new ModelCard(
        name,
        "tiny",
        null,
        layers,
        Normalization.MNIST,
        classes,
        Network.parameterCount(layers.stream().map(Layer::parse).toList()),
        ARCHITECTURE.recipe(),
        "synthetic",
        3,
        "2026-01-02T03:04:05Z",
        "MXNet 1.9.1",
        null,
        new Score(20, 0.5, 1.25, 0.125, "inkling train"),
        null,
        null,
        null);
  }
}
