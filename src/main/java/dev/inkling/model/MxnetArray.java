package dev.inkling.model;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * An array of MXNet's. It may have more rows than what is kept in it, and longer ones: the rest is
 * 0 and stays so. A row is what one index of the first dimension has.
 */
final class MxnetArray implements MxnetHandles.Handle {
  private final MemorySegment handle;
  private final int rows;
  private final int width;

  /** The array of a handle. */
  MxnetArray(MemorySegment handle, int... shape) {
    this.handle = handle;
    rows = shape[0];
    width = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
  }

  /** A new array. */
  static MxnetArray zeros(int... shape) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment sizes = arena.allocateFrom(ValueLayout.JAVA_INT, shape);
      MemorySegment handle =
          MxnetLibrary.CREATE_ARRAY.pointer(sizes, shape.length, MxnetLibrary.CPU, 0, 0, 0);
      MxnetArray array = new MxnetArray(handle, shape);
      try {
        array.values().fill((byte) 0);
      } catch (RuntimeException | Error e) {
        array.close();
        throw e;
      }
      return array;
    }
  }

  MemorySegment handle() {
    return handle;
  }

  /** All numbers; MXNet may have moved them since the last time. */
  private MemorySegment values() {
    return MxnetLibrary.DATA.pointer(handle).reinterpret((long) rows * width * Float.BYTES);
  }

  /** Fills the beginnings of the first {@code count} rows. */
  void write(float[] from, int count) {
    MemorySegment values = values();
    int part = from.length / count;
    for (int row = 0; row < count; row++) {
      MemorySegment.copy(from, row * part, values, ValueLayout.JAVA_FLOAT, offset(row), part);
    }
  }

  /** Fills all of it. */
  void write(float[] from) {
    write(from, rows);
  }

  /** Reads the beginnings of the first {@code count} rows. */
  void read(float[] into, int count) {
    MemorySegment values = values();
    int part = into.length / count;
    for (int row = 0; row < count; row++) {
      MemorySegment.copy(values, ValueLayout.JAVA_FLOAT, offset(row), into, row * part, part);
    }
  }

  /** All of it. */
  float[] read() {
    float[] all = new float[rows * width];
    read(all, rows);
    return all;
  }

  private long offset(int row) {
    return (long) row * width * Float.BYTES;
  }

  @Override
  public void close() {
    MxnetLibrary.FREE_ARRAY.call(handle);
  }
}
