package dev.inkling.kernel;

/** What the outputs of a batch are worth, all at once or in parts. */
@FunctionalInterface
public interface Loss {
  /**
   * The loss's gradient by the outputs of some images of a batch. May be called by several threads
   * at once, for each image once.
   *
   * @param outputs (images, 10) logits or log-probabilities, or what else the last layer gives
   * @param first number of the first of these images in the batch
   */
  float[] gradient(float[] outputs, int first);
}
