package dev.inkling.model;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.List;

/**
 * A network that computes with plain numbers, on the engine that is there. Only one thread may use
 * a backend at a time; who wants to predict while another trains makes one of its own.
 */
public interface Backend extends AutoCloseable {
  /**
   * The quickest there is for layers with given weights, which are copied.
   *
   * @throws IllegalArgumentException when a tensor is missing or has another shape
   */
  static Backend of(List<Layer> layers, Weights weights) {
    return of(layers, Stage.IMAGE, weights, false);
  }

  /** Likewise, for {@link #backward}. */
  static Backend forTraining(List<Layer> layers, Weights weights) {
    return of(layers, Stage.IMAGE, weights, true);
  }

  /**
   * Likewise, for layers that read other pictures than 28×28.
   *
   * @param image size of a picture; where no layer is dense, each batch may have a width of its own
   */
  static Backend of(List<Layer> layers, Size image, Weights weights, boolean isTraining) {
    if (isTraining && VectorBackend.canTrain(layers, image)) {
      return new VectorBackend(layers, image, weights);
    }
    Backend engine =
        way() == Way.DIRECT
            ? new MxnetBackend(layers, image, weights, isTraining)
            : new DjlBackend(layers, image, weights);
    return !isTraining && VectorBackend.canRead(layers, image)
        ? new ByCount(engine, () -> new VectorBackend(layers, image, weights))
        : engine;
  }

  /** How networks are computed here; the second is several times as slow. */
  enum Way {
    /** A network is bound to the engine whole. */
    DIRECT,
    /** DJL calls the engine for each operator. */
    DJL
  }

  /** The way that {@link #of} takes on this machine; loads the engine. */
  static Way way() {
    return MxnetLibrary.isLoaded() ? Way.DIRECT : Way.DJL;
  }

  /**
   * All layers one after the other, as they are when nobody trains.
   *
   * @param input (count, 1, 28, 28) or what else a picture's size is, normalized
   * @return (count, 10) or what else the last layer gives, logits or log-probabilities
   */
  float[] forward(float[] input, int count);

  /**
   * What the last layer with weights is given.
   *
   * @param input as in {@link #forward}
   * @return (count, features)
   */
  float[] features(float[] input, int count);

  /**
   * Goes forward as training does, with dropout and the batch's own statistics, and back. What it
   * finds is there for {@link #readGradient} until it is called again.
   *
   * @param input as in {@link #forward}
   * @param loss of what comes out, all at once or in parts
   */
  void backward(float[] input, int count, Loss loss);

  /** What the outputs of a batch are worth. */
  @FunctionalInterface
  interface Loss {
    /**
     * The loss's gradient by the outputs of some images of a batch. May be called by several
     * threads at once, for each image once.
     *
     * @param outputs (images, 10) logits or log-probabilities, or what else the last layer gives
     * @param first number of the first of these images in the batch
     */
    float[] gradient(float[] outputs, int first);
  }

  /** Writes a trained parameter's gradient, row-major, into an array of its size. */
  void readGradient(String parameter, float[] into);

  /** Sets a trained parameter. */
  void write(String parameter, float[] values);

  /** A copy of the parameters as they are now. */
  Weights weights();

  @Override
  void close();
}
