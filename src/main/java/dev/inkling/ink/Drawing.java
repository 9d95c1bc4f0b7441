package dev.inkling.ink;

import dev.inkling.image.GreyImage.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * What stands in a box of the pad's pixels, such as one digit of a number: the strokes most of
   * which lie in it, pictures cut to it, and all erasers.
   */
  public Drawing within(Box box) {
    return new Drawing(marks.stream().flatMap(mark -> within(mark, box)).toList());
  }

  private static Stream<Mark> within(Mark mark, Box box) {
    return switch (mark) {
      case Stroke stroke ->
          stroke.erases() || stroke.isMostlyIn(box) ? Stream.of(mark) : Stream.of();
      case Picture picture -> Stream.of(picture.within(box));
    };
  }
}
