package dev.inkling.explain;

import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.run.Run;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model's weights epoch by epoch, on the same scales throughout, so that one can be laid over the
 * other.
 *
 * @param epochs that were kept, in order; of a model alone, one
 */
public record WeightHistory(List<Epoch> epochs) {
  /** Bins of a histogram. */
  public static final int BINS = 41;

  public WeightHistory {
    epochs = List.copyOf(epochs);
  }

  /**
   * The weights at one time.
   *
   * @param epoch counted from 1; 0 for what the training began with
   * @param model as it was
   * @param kernels of its convolutions, the first layer's first
   * @param histograms of its layers with weights, from the input to the output
   */
  public record Epoch(
      int epoch, Model model, List<Kernels> kernels, List<WeightHistogram> histograms) {}

  /**
   * What a run began with, and all its checkpoints that can be read; damaged ones are passed over.
   * Without a checkpoint there is nothing.
   */
  public static WeightHistory of(Run run) {
    TreeMap<Integer, Model> models = new TreeMap<>();
    for (int epoch : run.checkpointEpochs()) {
      try {
        models.put(epoch, ModelFolder.read(run.checkpoint(epoch)));
      } catch (Problem e) {
        // Cut short by a full disk or a power cut: the others are whole.
      }
    }
    if (!models.isEmpty()) {
      beginning(run, models.firstEntry().getValue().card())
          .ifPresent(model -> models.put(0, model));
    }
    return of(models);
  }

  private static Optional<Model> beginning(Run run, ModelCard card) {
    try {
      return Optional.of(
          new Model(
              card, run.initialWeights(Architecture.of(card), card.classes(), card.recipe())));
    } catch (Problem e) {
      return Optional.empty(); // the network that it began with cannot be read any more
    }
  }

  /** A model that stands alone. */
  public static WeightHistory of(Model model) {
    return of(Map.of(model.card().epochs(), model));
  }

  private static WeightHistory of(Map<Integer, Model> models) {
    Map<String, Double> limits = new HashMap<>();
    models.values().forEach(model -> raise(limits, model));
    List<Epoch> epochs = new ArrayList<>();
    models.forEach(
        (epoch, model) ->
            epochs.add(new Epoch(epoch, model, Kernels.of(model), histograms(model, limits))));
    return new WeightHistory(epochs);
  }

  /** Raises the limits to the largest absolute weight of each layer. */
  private static void raise(Map<String, Double> limits, Model model) {
    model
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              double most = 0;
              for (float value : tensor.values()) {
                most = Math.max(most, Math.abs(value));
              }
              limits.merge(name, most, Math::max);
            });
  }

  private static List<WeightHistogram> histograms(Model model, Map<String, Double> limits) {
    List<WeightHistogram> histograms = new ArrayList<>();
    for (Stage stage : Stage.of(model.card().parsedLayers())) {
      String name = stage.parameter("weight");
      Tensor weights = model.weights().tensors().get(name);
      Double limit = limits.get(name);
      if (weights != null && limit != null) {
        histograms.add(WeightHistogram.of(stage, weights.values(), limit, BINS));
      }
    }
    return histograms;
  }
}
