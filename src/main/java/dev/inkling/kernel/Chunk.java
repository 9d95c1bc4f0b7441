package dev.inkling.kernel;

/** What a pass is taken through at present: as many images as a vector has lanes, or fewer. */
final class Chunk {
  private int number;
  private int images;
  private boolean isTraining;
  private long seed;

  /**
   * Begins.
   *
   * @param first number of its first image in the batch
   * @param images how many; the lanes of others count for nothing
   * @param isTraining whether norms go by the batch's own statistics and dropout drops
   * @param seed of the batch's random numbers
   */
  void begin(int first, int images, boolean isTraining, long seed) {
    number = first / Vectors.LANES;
    this.images = images;
    this.isTraining = isTraining;
    this.seed = seed * 31 + number;
  }

  /** Its number in the batch. */
  int number() {
    return number;
  }

  int images() {
    return images;
  }

  boolean isTraining() {
    return isTraining;
  }

  /** Where the chunk's own random numbers begin. */
  long seed() {
    return seed;
  }
}
