package dev.inkling.kernel;

/**
 * Room for vectors, each of which is a line of the cache. An array's numbers begin 16 bytes behind
 * the array, which the collector may put anywhere and move: mostly each vector in it lies in two
 * lines and takes twice as long to read. Arrays as large as this stay where they are, at the
 * beginning of a region of the heap. Were it otherwise, this would only be slower.
 */
final class Memory {
  /** Numbers from the beginning of an array to its first line. */
  private static final int FIRST = 12;

  /** Numbers: 4 MB, where half a region is enough; the app asks for regions of 2 MB. */
  private static final int SIZE = 1 << 20;

  private float[] numbers = {};
  private int used;

  /** Where in an array that is made later there will be room: many have the same in it. */
  static final class Plan {
    private int used = FIRST;

    /** Where so many vectors will begin. */
    int take(int vectors) {
      int first = used;
      used += vectors * Vectors.LANES;
      return first;
    }

    /** One of these arrays, all zeros. */
    float[] make() {
      return new float[Math.max(SIZE, used)];
    }
  }

  /**
   * Vectors in an array that others share.
   *
   * @param first where they begin
   */
  record Room(float[] numbers, int first) {}

  /** Room for so many vectors, all zeros. */
  Room take(int vectors) {
    int count = vectors * Vectors.LANES;
    if (used + count > numbers.length) {
      numbers = new float[Math.max(SIZE, FIRST + count)];
      used = FIRST;
    }
    Room room = new Room(numbers, used);
    used += count;
    return room;
  }
}
