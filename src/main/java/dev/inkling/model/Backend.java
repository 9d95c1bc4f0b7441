package dev.inkling.model;

import dev.inkling.kernel.Kernels.Images;
import dev.inkling.kernel.Loss;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A network that computes with plain numbers, on the engine that is there. Only one thread may use
 * a backend at a time; who wants to predict while another trains makes one of its own.
 */
public interface Backend extends AutoCloseable {
  /** Images that an engine computes at once. */
  int PART = 128;

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
      return new VectorBackend(layers, image, weights, true);
    }
    Backend engine =
        way() == Way.DIRECT
            ? new MxnetBackend(layers, image, weights, isTraining)
            : new DjlBackend(layers, image, weights);
    return isTraining ? engine : reader(engine, FoldedNorm.of(layers, image, weights), image);
  }

  private static Backend reader(Backend engine, FoldedNorm folded, Size image) {
    List<Layer> layers = folded.layers();
    if (!VectorBackend.canRead(layers, image)) {
      return engine;
    }
    int many = VectorBackend.many(layers, image);
    return new ByCount(engine)
        .with(count -> count >= many, () -> ofMany(layers, image, folded.weights()));
  }

  private static Backend ofMany(List<Layer> layers, Size image, Weights weights) {
    return SingleBackend.suitsMany(layers, image)
        ? new SingleBackend(layers, image, weights, EngineSetup.threads())
        : new VectorBackend(layers, image, weights, false);
  }

  /**
   * Likewise, for somebody who waits for single answers: they come from the engine until others are
   * quicker, whose last digits may differ.
   */
  static Backend prompt(List<Layer> layers, Weights weights) {
    FoldedNorm folded = FoldedNorm.of(layers, Stage.IMAGE, weights);
    Backend reader = of(layers, weights);
    if (!SingleBackend.canRead(folded.layers(), Stage.IMAGE)) {
      return reader;
    }
    SingleBackend.Soon soon =
        new SingleBackend.Soon(
            () -> SingleBackend.helped(folded.layers(), Stage.IMAGE, folded.weights()));
    return new ByCount(reader).with(soon::suits, soon::get);
  }

  /**
   * Likewise, for many pictures, each of which is computed alone and always in the same way; for
   * one thread. Nothing where Java has not what that takes, or for layers that it is not made for.
   */
  static Optional<Backend> oneByOne(List<Layer> layers, Weights weights) {
    FoldedNorm folded = FoldedNorm.of(layers, Stage.IMAGE, weights);
    return SingleBackend.canRead(folded.layers(), Stage.IMAGE)
        ? Optional.of(new SingleBackend(folded.layers(), Stage.IMAGE, folded.weights()))
        : Optional.empty();
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
   * Likewise, of images that are written when they are needed.
   *
   * @param size numbers of an image
   */
  default float[] forward(Images images, int count, int size) {
    return inParts(this::forward, images, count, size);
  }

  /** What the last layer with weights is given, of such images. */
  default float[] features(Images images, int count, int size) {
    return inParts(this::features, images, count, size);
  }

  /** As many images at once as are quick and whose values stay in a cache. */
  private static float[] inParts(Pass pass, Images images, int count, int size) {
    List<float[]> parts = new ArrayList<>();
    for (int from = 0; from < count; from += PART) {
      int n = Math.min(PART, count - from);
      float[] input = new float[n * size];
      for (int i = 0; i < n; i++) {
        images.write(from + i, input, i * size);
      }
      parts.add(pass.compute(input, n));
    }
    return joined(parts);
  }

  private static float[] joined(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** What is computed of so many images. */
  @FunctionalInterface
  interface Pass {
    /** Numbers for each image, one image after the other. */
    float[] compute(float[] input, int count);
  }

  /**
   * Goes forward as training does, with dropout and the batch's own statistics, and back. What it
   * finds is there for {@link #readGradient} until it is called again.
   *
   * @param input as in {@link #forward}
   * @param loss of what comes out, all at once or in parts
   */
  void backward(float[] input, int count, Loss loss);

  /** Begins the random numbers of training, those of dropout, anew. */
  default void seed(int seed) {
    EngineSetup.seed(seed);
  }

  /** True where {@link #share} gives work to threads that would otherwise wait. */
  default boolean hasThreads() {
    return false;
  }

  /**
   * Does what has a number, for each number below {@code count}: on the threads that compute, where
   * a backend has any of its own. Gradients may be read and parameters written there, each by one.
   */
  default void share(int count, IntConsumer task) {
    for (int i = 0; i < count; i++) {
      task.accept(i);
    }
  }

  /** Writes a trained parameter's gradient, row-major, into an array of its size. */
  void readGradient(String parameter, float[] into);

  /** Sets a parameter. */
  void write(String parameter, float[] values);

  /** A copy of the parameters as they are now. */
  Weights weights();

  @Override
  void close();
}
