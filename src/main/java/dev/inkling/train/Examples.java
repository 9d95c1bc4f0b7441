package dev.inkling.train;

/**
 * What a {@link Tail} learns from.
 *
 * @param count of examples
 * @param width numbers of each
 * @param features what the first layers make of each, one after the other
 * @param targets ten probabilities for each, likewise
 */
record Examples(int count, int width, float[] features, float[] targets) {
  /** A digit between two has this of one of them. */
  private static final float DIGIT = 0.45f;

  /** Room for examples. */
  static Examples empty(int count, int width, int classes) {
    return new Examples(count, width, new float[count * width], new float[count * classes]);
  }

  /** Copies example {@code i} to place {@code k} of others. */
  void copy(int i, Examples into, int k) {
    System.arraycopy(features, i * width, into.features, k * width, width);
    int classes = targets.length / count;
    System.arraycopy(targets, i * classes, into.targets, k * classes, classes);
  }

  /** Moves the target of example {@code i} a part of the way to all classes alike. */
  void doubt(int i, float part) {
    int classes = targets.length / count;
    for (int k = i * classes; k < (i + 1) * classes; k++) {
      targets[k] += part * (1f / classes - targets[k]);
    }
  }

  /**
   * The most that the target of example {@code i} gives a class; what is of none counts as sure.
   */
  float surest(int i) {
    int classes = targets.length / count;
    float most = 0;
    for (int k = i * classes; k < (i + 1) * classes; k++) {
      most = Math.max(most, targets[k]);
    }
    return most < DIGIT ? 1 : most;
  }
}
