package dev.inkling.ink;

import java.util.ArrayList;
import java.util.List;

/**
 * What is on the pad: its marks in the order they were made. Immutable.
 *
 * @param marks strokes and pictures, the oldest first
 */
public record Drawing(List<Mark> marks) {
  /** Width and height of the pad in logical pixels. */
  public static final int SIZE = 280;

  /** The empty pad. */
  public static final Drawing EMPTY = new Drawing(List.of());

  public Drawing {
    marks = List.copyOf(marks);
  }

  /** This drawing with one more mark on top. */
  public Drawing with(Mark mark) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(mark);
    return new Drawing(more);
  }

  /** True when nothing was ever put down. */
  public boolean isEmpty() {
    return marks.isEmpty();
  }
}
