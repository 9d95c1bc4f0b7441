package dev.inkling.train;

import dev.inkling.model.Layer;
import dev.inkling.model.Layer.Conv;
import dev.inkling.model.Layer.Dense;
import dev.inkling.model.Layer.Size;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The first layer that learns, made of two: one that stays, which gives what the layer gives now
 * and the parts of its input in some main directions, and a small one, which mixes these and
 * learns. Two layers with nothing between are one, so in the end it is a single layer again. What
 * the first gives of an image is computed once, and a step takes a fraction of the work.
 */
final class Mixture {
  /**
   * What the layer gives now goes in by so much and is mixed by the reciprocal: steps are in
   * proportion to what goes in, so it stays nearly as it is and the directions learn.
   */
  private static final float SMALL = 0.05f;

  /** Inputs of the layer from which the main directions are found. */
  private static final int SAMPLES = 2_000;

  private final List<Layer> layers;
  private final Size image;
  private final Weights weights;

  /** Inputs of an output: a filter's weights, or a unit's. */
  private final int inputs;

  private final int outputs;
  private final int directions;

  /** The rows of the layer that stays. */
  private final float[] rows;

  private Mixture(
      List<Layer> layers, Size image, Weights weights, float[] examples, int most, long seed) {
    this.layers = layers;
    this.image = image;
    this.weights = weights;
    float[] now = weights.tensor(name() + ".weight").values();
    outputs = weights.tensor(name() + ".bias").values().length;
    inputs = now.length / outputs;
    directions = Math.min(most, inputs);
    rows = Arrays.copyOf(now, (outputs + directions) * inputs);
    for (int i = 0; i < now.length; i++) {
      rows[i] *= SMALL;
    }
    float[] main = Directions.of(samples(examples, seed), inputs, directions, seed);
    System.arraycopy(main, 0, rows, now.length, main.length);
  }

  /**
   * Splits the first of some layers, which must have weights.
   *
   * @param image size of what comes in
   * @param examples of what comes in, one after the other
   * @param most directions
   */
  static Mixture of(
      List<Layer> layers, Size image, Weights weights, float[] examples, int most, long seed) {
    return new Mixture(layers, image, weights, examples, most, seed);
  }

  private String name() {
    return layers.getFirst() instanceof Conv ? "conv1" : "dense1";
  }

  /** What single outputs are computed from, at random places. */
  private float[] samples(float[] examples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = examples.length / image.count();
    float[] samples = new float[SAMPLES * inputs];
    for (int i = 0; i < SAMPLES; i++) {
      int from = random.nextInt(count) * image.count();
      if (layers.getFirst() instanceof Conv conv) {
        int y = random.nextInt(image.height()) - conv.padding();
        int x = random.nextInt(image.width()) - conv.padding();
        window(examples, from, conv.kernel(), y, x, samples, i * inputs);
      } else {
        System.arraycopy(examples, from, samples, i * inputs, inputs);
      }
    }
    return samples;
  }

  /** One window of all channels; 0 beyond the borders. */
  private void window(float[] maps, int from, int kernel, int top, int left, float[] out, int at) {
    for (int i = 0; i < inputs; i++) {
      int y = top + i / kernel % kernel;
      int x = left + i % kernel;
      if (y >= 0 && x >= 0 && y < image.height() && x < image.width()) {
        int channel = i / (kernel * kernel);
        out[at + i] = maps[from + (channel * image.height() + y) * image.width() + x];
      }
    }
  }

  /** The layer that stays. */
  Layer first() {
    int count = outputs + directions;
    return layers.getFirst() instanceof Conv conv
        ? new Conv(count, conv.kernel(), conv.padding())
        : new Dense(count);
  }

  /** Its weights, by the name that it has behind others. */
  Map<String, Tensor> first(String name) {
    int width = outputs + directions;
    long[] shape = weights.tensor(name() + ".weight").shape().clone();
    shape[0] = width;
    float[] bias = Arrays.copyOf(weights.tensor(name() + ".bias").values(), width);
    for (int i = 0; i < outputs; i++) {
      bias[i] *= SMALL;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(name + ".weight", new Tensor(shape, rows));
    tensors.put(name + ".bias", new Tensor(new long[] {bias.length}, bias));
    return tensors;
  }

  /** The layers that learn: the one that mixes, and the others. */
  List<Layer> layers() {
    List<Layer> mixing = new ArrayList<>(layers);
    mixing.set(0, isConv() ? new Conv(outputs, 1, 0) : new Dense(outputs));
    return mixing;
  }

  private boolean isConv() {
    return layers.getFirst() instanceof Conv;
  }

  /** Their weights, with which all is as before. */
  Weights weights() {
    int width = outputs + directions;
    float[] mix = new float[outputs * width];
    for (int i = 0; i < outputs; i++) {
      mix[i * width + i] = 1 / SMALL;
    }
    long[] shape = isConv() ? new long[] {outputs, width, 1, 1} : new long[] {outputs, width};
    Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
    tensors.put(name() + ".weight", new Tensor(shape, mix));
    tensors.put(name() + ".bias", new Tensor(new long[] {outputs}, new float[outputs]));
    return new Weights(tensors);
  }

  /** The weights of the layers as they were given, with what these have learned. */
  Weights whole(Weights learned) {
    Tensor now = weights.tensor(name() + ".weight");
    float[] bias = weights.tensor(name() + ".bias").values().clone();
    float[] mix = learned.tensor(name() + ".weight").values();
    float[] added = learned.tensor(name() + ".bias").values();
    int width = outputs + directions;
    float[] product = new float[outputs * inputs];
    float[] sums = added.clone();
    for (int i = 0; i < outputs; i++) {
      for (int k = 0; k < width; k++) {
        float factor = mix[i * width + k];
        sums[i] += k < outputs ? factor * SMALL * bias[k] : 0;
        for (int j = 0; j < inputs; j++) {
          product[i * inputs + j] += factor * rows[k * inputs + j];
        }
      }
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>(learned.tensors());
    tensors.put(name() + ".weight", new Tensor(now.shape(), product));
    tensors.put(name() + ".bias", new Tensor(new long[] {outputs}, sums));
    return new Weights(tensors);
  }
}
