package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Traced;
import dev.inkling.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network makes of a few images, always the same: what the activation functions behind its
 * layers put out. It computes with copies of weights. For one thread alone.
 */
final class LayerProbe implements AutoCloseable {
  /** Images that are probed, as far as there are so many. */
  static final int IMAGES = 64;

  private final List<Layer> layers;
  private final int count;
  private final float[] input;
  private @Nullable Traced network;

  /**
   * What is behind a layer, see {@link LayerMetrics}.
   *
   * @param spread from image to image
   * @param dead part of the units, 0…1
   */
  record Activity(double spread, double dead) {
    /** No activation function follows. */
    static final Activity NONE = new Activity(Double.NaN, Double.NaN);
  }

  /** The first of these images. */
  LayerProbe(Architecture architecture, Digits digits) {
    layers = architecture.layers();
    count = Math.min(IMAGES, digits.count());
    input = new float[count * Digits.PIXELS];
    for (int i = 0; i < count; i++) {
      digits.write(i, input, i * Digits.PIXELS);
    }
    architecture.normalization().apply(input, 0, input.length);
  }

  /** The first activation behind each layer with weights, by that layer's name. */
  Map<String, Activity> look(Weights weights) {
    Map<String, Activity> found = new LinkedHashMap<>();
    List<Stage> stages = Stage.of(layers);
    List<float[]> values = with(weights).forward(input, count);
    String newest = "";
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (stage.isWeighted()) {
        newest = stage.name();
      } else if (stage.layer().family() == Layer.Family.ACTIVATION) {
        found.putIfAbsent(newest, of(stage, values.get(i)));
      }
    }
    return found;
  }

  private Traced with(Weights weights) {
    Traced known = network;
    if (known != null) {
      known.write(weights);
      return known;
    }
    Traced made = Traced.of(layers, weights);
    network = made;
    return made;
  }

  private Activity of(Stage stage, float[] values) {
    return new Activity(
        spread(values, count), dead(values, count, stage.output().channels(), stage.layer()));
  }

  /**
   * The root mean square, over all places of an image, of the standard deviation over the images.
   *
   * @param values image after image
   */
  static double spread(float[] values, int images) {
    int places = values.length / images;
    double[] means = new double[places];
    for (int from = 0; from < values.length; from += places) {
      for (int place = 0; place < places; place++) {
        means[place] += values[from + place] / (double) images;
      }
    }
    double sum = 0;
    for (int from = 0; from < values.length; from += places) {
      for (int place = 0; place < places; place++) {
        double difference = values[from + place] - means[place];
        sum += difference * difference;
      }
    }
    return Math.sqrt(sum / values.length);
  }

  /**
   * The part of the channels, 0…1, that are flat at each of their places in each image.
   *
   * @param values image after image, the channel outermost
   */
  static double dead(float[] values, int images, int channels, Primitive activation) {
    boolean[] isAlive = new boolean[channels];
    int map = values.length / images / channels;
    int alive = 0;
    for (int at = 0; at < values.length && alive < channels; at++) {
      int channel = at / map % channels;
      if (!isAlive[channel] && !activation.isFlatAt(values[at])) {
        isAlive[channel] = true;
        alive++;
      }
    }
    return 1 - (double) alive / channels;
  }

  @Override
  public void close() {
    if (network != null) {
      network.close();
      network = null;
    }
  }
}
