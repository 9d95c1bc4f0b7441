package dev.inkling.model;

import dev.inkling.kernel.Kernels.Images;
import dev.inkling.layer.Layer;
import dev.inkling.layer.LogSoftmax;
import dev.inkling.layer.Size;
import java.util.List;

/** Reads without an engine: what those have in common that are made of the room {@code kernel}. */
abstract class KernelBackend implements Backend {
  /** Numbers of an image. */
  private final int size;

  private final boolean isLogSoftmaxLast;

  KernelBackend(List<Layer> layers, Size image) {
    size = image.count();
    isLogSoftmaxLast = layers.getLast() instanceof LogSoftmax;
  }

  /** What the last layer puts out that is no log-softmax. */
  abstract float[] outputs(Images images, int count);

  @Override
  public final float[] forward(float[] input, int count) {
    return forward(Images.of(input, size), count, size);
  }

  @Override
  public final float[] forward(Images images, int count, int size) {
    float[] outputs = outputs(images, count);
    return isLogSoftmaxLast ? Softmax.logOf(outputs, outputs.length / count) : outputs;
  }

  @Override
  public final float[] features(float[] input, int count) {
    return features(Images.of(input, size), count, size);
  }
}
