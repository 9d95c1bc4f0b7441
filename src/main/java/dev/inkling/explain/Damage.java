package dev.inkling.explain;

import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Parameter;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Something that is broken in a copy of a network, to see what it was good for. */
public sealed interface Damage {
  /** A model with all of these broken in it, one after the other; the given one stays whole. */
  static Model apply(Model model, List<Damage> damages) {
    List<Stage> stages = Stage.of(model.card().parsedLayers());
    Weights weights = model.weights();
    for (Damage damage : damages) {
      weights = damage.apply(stages, weights);
    }
    return new Model(model.card(), weights);
  }

  /** Weights that are broken so; the given ones stay whole. */
  Weights apply(List<Stage> stages, Weights weights);

  /** True for layers that have filters or units to silence. */
  static boolean canSilence(Stage stage) {
    return stage.layer().isWeighted();
  }

  /**
   * One filter of a convolution, or one unit of a dense layer, that always puts out 0: its weights
   * and its bias become 0, and the channel's scale and shift in a batch norm behind it too, which
   * would otherwise put out a constant.
   *
   * @param layer index of a layer that can be silenced
   * @param channel its filter or unit
   */
  record Silenced(int layer, int channel) implements Damage {
    @Override
    public Weights apply(List<Stage> stages, Weights weights) {
      return silence(stages, layer, channel, channel + 1, weights);
    }
  }

  /**
   * A layer all of whose filters or units are silenced.
   *
   * @param layer index of a layer that can be silenced
   */
  record SilencedLayer(int layer) implements Damage {
    @Override
    public Weights apply(List<Stage> stages, Weights weights) {
      return silence(stages, layer, 0, stages.get(layer).output().channels(), weights);
    }
  }

  private static Weights silence(List<Stage> stages, int layer, int from, int to, Weights weights) {
    Stage stage = stages.get(layer);
    if (!canSilence(stage)) {
      throw new IllegalArgumentException(stage.name());
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
    clear(tensors, stage, from, to);
    for (Stage next : stages.subList(layer + 1, stages.size())) {
      if (canSilence(next)) {
        break;
      }
      if (next.layer() instanceof BatchNorm) {
        clear(tensors, next, from, to);
      }
    }
    return new Weights(tensors);
  }

  /** Replaces what training changes by copies with 0 in what belongs to these channels. */
  private static void clear(Map<String, Tensor> tensors, Stage stage, int from, int to) {
    for (Parameter parameter : stage.parameters()) {
      String name = stage.parameter(parameter.part());
      if (Stage.isTrained(name)) {
        tensors.computeIfPresent(name, (_, tensor) -> cleared(tensor, from, to));
      }
    }
  }

  private static Tensor cleared(Tensor tensor, int from, int to) {
    float[] values = tensor.values().clone();
    int slice = values.length / (int) tensor.shape()[0];
    Arrays.fill(values, from * slice, to * slice, 0);
    return new Tensor(tensor.shape(), values);
  }

  /**
   * Gaussian noise on all weights of convolutions and dense layers; biases and batch norm stay.
   *
   * @param strength standard deviation of the noise, in standard deviations of the layer's weights
   * @param seed the same one gives the same noise
   */
  record Noise(double strength, long seed) implements Damage {
    @Override
    public Weights apply(List<Stage> stages, Weights weights) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
      for (Stage stage : stages) {
        tensors.computeIfPresent(stage.parameter("weight"), (_, tensor) -> noisy(tensor, random));
      }
      return new Weights(tensors);
    }

    private Tensor noisy(Tensor tensor, SplittableRandom random) {
      double deviation = strength * WeightHistogram.deviation(tensor.values());
      float[] values = tensor.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (random.nextGaussian() * deviation);
      }
      return new Tensor(tensor.shape(), values);
    }
  }
}
