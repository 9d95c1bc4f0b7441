package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;

/**
 * What a layer hands to the next for one image: maps whose channels lie side by side, the lanes of
 * vectors, with a border of zeros that the layers behind want.
 */
final class SingleMaps {
  final int channels;
  final int height;
  final int width;
  final float[] values;

  /** From a place to the one at its right, and to the one below. */
  final int stride;

  final int rowLength;

  private final int first;

  /**
   * Places of zeros round maps.
   *
   * @param before at the left and above
   * @param behind at the right and below
   */
  record Border(int before, int behind) {
    static final Border NONE = new Border(0, 0);

    /** What serves both. */
    Border and(Border other) {
      return new Border(Math.max(before, other.before), Math.max(behind, other.behind));
    }
  }

  private SingleMaps(
      Memory memory, int channels, int height, int width, int stride, Border border) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.stride = stride;
    int around = border.before() + border.behind();
    rowLength = (width + around) * stride;
    Memory.Room room = memory.take(Math.ceilDiv((height + around) * rowLength, LANES));
    values = room.numbers();
    first = room.first() + border.before() * (rowLength + stride);
  }

  /** Maps that vectors are written to: as many channels as vectors have lanes, some of them 0. */
  static SingleMaps vectors(Memory memory, int channels, int height, int width, Border border) {
    int stride = Math.ceilDiv(channels, LANES) * LANES;
    return new SingleMaps(memory, channels, height, width, stride, border);
  }

  /** A picture that comes in, number by number. */
  static SingleMaps picture(Memory memory, int channels, int height, int width, Border border) {
    return new SingleMaps(memory, channels, height, width, channels, border);
  }

  /** Where a place's first channel is; also of places in the border. */
  int at(int y, int x) {
    return first + y * rowLength + x * stride;
  }

  /** Numbers of the image. */
  int size() {
    return channels * height * width;
  }

  /** Where all places are, row by row. */
  int[] places() {
    return windows(height, width, 1, 0);
  }

  /** Where the windows of so many places begin, row by row. */
  int[] windows(int rows, int columns, int step, int padding) {
    int[] places = new int[rows * columns];
    for (int i = 0; i < places.length; i++) {
      places[i] = at(i / columns * step - padding, i % columns * step - padding);
    }
    return places;
  }

  /**
   * Sets the numbers of an image.
   *
   * @param image (channels, height, width)
   */
  void write(float[] image) {
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < height; y++) {
        int from = (channel * height + y) * width;
        int to = at(y, 0) + channel;
        for (int x = 0; x < width; x++) {
          values[to + x * stride] = image[from + x];
        }
      }
    }
  }

  /** Reads them back, from a place on. */
  void read(float[] into, int at) {
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < height; y++) {
        int from = at(y, 0) + channel;
        int to = at + (channel * height + y) * width;
        for (int x = 0; x < width; x++) {
          into[to + x] = values[from + x * stride];
        }
      }
    }
  }
}
