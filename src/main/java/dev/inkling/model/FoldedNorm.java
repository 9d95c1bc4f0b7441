package dev.inkling.model;

import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Brick;
import dev.inkling.layer.Conv;
import dev.inkling.layer.Depthwise;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Weights.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network whose batch norm goes by its running statistics and stays as it is: then it only scales
 * and shifts what the convolution before it gives, and can be part of that. What a few images say
 * of mean and variance says nothing of others, so a network that learns from few is trained so.
 */
public final class FoldedNorm {
  private static final String BIAS = ".bias";

  /** A channel that is scaled by less is as good as dead, and its weights would become huge. */
  private static final float LEAST_SCALE = 1e-6f;

  private final List<Layer> layers = new ArrayList<>();
  private final Weights original;

  /** Each batch norm's name by that of the convolution that it became part of. */
  private final Map<String, String> norms = new LinkedHashMap<>();

  private FoldedNorm(Weights original) {
    this.original = original;
  }

  /**
   * Folds all batch norms, or none where one of them cannot be: behind another layer than a
   * convolution, or behind max-pooling with a scale that is not positive.
   *
   * @param image size of what comes in
   */
  public static FoldedNorm of(List<Layer> layers, Size image, Weights weights) {
    FoldedNorm folded = new FoldedNorm(weights);
    String conv = null;
    boolean isMax = false;
    for (Stage stage : Stage.of(layers, image)) {
      switch (stage.layer()) {
        case Conv _ -> conv = stage.name();
        case Depthwise _ -> conv = stage.name();
        case Pool pool -> isMax = pool.max();
        case BatchNorm _ -> {
          if (conv == null || !folded.isPossible(stage.name(), isMax)) {
            folded.norms.clear();
            folded.layers.addAll(layers);
            return folded;
          }
          folded.norms.put(conv, stage.name());
          conv = null;
        }
        default -> conv = null;
      }
      isMax &= stage.layer().kernel() == 0;
    }
    Brick.of(layers, image).forEach(folded::keep);
    return folded;
  }

  private void keep(Brick brick) {
    if (!(brick.layer() instanceof BatchNorm)) {
      boolean hasNorm = brick.stages().stream().anyMatch(one -> norms.containsKey(one.name()));
      layers.add(hasNorm ? brick.layer().withNormFolded() : brick.layer());
    }
  }

  private boolean isPossible(String norm, boolean isMax) {
    for (float scale : scales(norm)) {
      if (isMax ? scale < LEAST_SCALE : Math.abs(scale) < LEAST_SCALE) {
        return false;
      }
    }
    return true;
  }

  /** The layers without the folded norms. */
  public List<Layer> layers() {
    return Collections.unmodifiableList(layers);
  }

  /** The weights of {@link #layers()}. */
  public Weights weights() {
    Map<String, Tensor> folded = new LinkedHashMap<>();
    original
        .tensors()
        .forEach(
            (name, tensor) -> {
              String norm = norms.get(layer(name));
              if (norm != null) {
                folded.put(name, scaled(name, tensor, norm));
              } else if (!norms.containsValue(layer(name))) {
                folded.put(name, tensor);
              }
            });
    norms.forEach(
        (conv, norm) ->
            folded.computeIfAbsent(conv + BIAS, name -> scaled(name, noBias(norm), norm)));
    return new Weights(folded);
  }

  /** Of a convolution that has none: what is added behind it is batch norm's. */
  private Tensor noBias(String norm) {
    Tensor shift = original.tensor(norm + ".beta");
    return new Tensor(shift.shape(), new float[shift.values().length]);
  }

  private Tensor scaled(String name, Tensor tensor, String norm) {
    float[] scales = scales(norm);
    float[] values = tensor.values().clone();
    int each = values.length / scales.length;
    for (int i = 0; i < values.length; i++) {
      values[i] *= scales[i / each];
    }
    if (name.endsWith(BIAS)) {
      float[] mean = original.tensor(norm + ".mean").values();
      float[] beta = original.tensor(norm + ".beta").values();
      for (int i = 0; i < values.length; i++) {
        values[i] += beta[i] - mean[i] * scales[i];
      }
    }
    return new Tensor(tensor.shape(), values);
  }

  /** The weights of the network with its norms, which are as they were but for biases' sake. */
  public Weights unfold(Weights folded) {
    Map<String, Tensor> whole = new LinkedHashMap<>(original.tensors());
    folded
        .tensors()
        .forEach(
            (name, tensor) -> {
              String norm = norms.get(layer(name));
              if (norm != null && !original.tensors().containsKey(name)) {
                whole.put(norm + ".beta", shift(tensor, norm));
              } else {
                whole.put(name, norm == null ? tensor : unscaled(name, tensor, norm));
              }
            });
    return new Weights(whole);
  }

  /** The shift of a norm that gives a bias which the convolution before it does not have. */
  private Tensor shift(Tensor bias, String norm) {
    float[] scales = scales(norm);
    float[] mean = original.tensor(norm + ".mean").values();
    float[] values = bias.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += mean[i] * scales[i];
    }
    return new Tensor(bias.shape(), values);
  }

  private Tensor unscaled(String name, Tensor tensor, String norm) {
    float[] scales = scales(norm);
    float[] values = tensor.values().clone();
    if (name.endsWith(BIAS)) {
      float[] mean = original.tensor(norm + ".mean").values();
      float[] beta = original.tensor(norm + ".beta").values();
      for (int i = 0; i < values.length; i++) {
        values[i] -= beta[i] - mean[i] * scales[i];
      }
    }
    int each = values.length / scales.length;
    for (int i = 0; i < values.length; i++) {
      values[i] /= scales[i / each];
    }
    return new Tensor(tensor.shape(), values);
  }

  private float[] scales(String norm) {
    return BatchNorm.scales(part -> original.tensor(norm + "." + part).values());
  }

  /** The layer's part of a parameter's name. */
  private static String layer(String parameter) {
    return parameter.substring(0, parameter.lastIndexOf('.'));
  }
}
