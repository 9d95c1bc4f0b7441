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

  /**
   * A brush this wide, in the longer sides of what it drew, leaves loops open: a little less than a
   * sixth, which is the broadest pen of most digits that a network learned from.
   */
  private static final double WIDEST = 0.15;

  /** What is no longer than this, in widths of its brush, is a dot. */
  private static final double DOT = 1.5;

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
   * This drawing as it is to be read: what is small beside its brush is inked anew with a finer
   * one, as in small writing the brush fills loops that the hand left open. Dots stay as they are,
   * and so does all that has a picture beside it.
   */
  public Drawing finelyInked() {
    List<Stroke> strokes = new ArrayList<>();
    for (Mark mark : marks) {
      switch (mark) {
        case Picture _ -> {
          return this;
        }
        case Stroke stroke when !stroke.erases() -> strokes.add(stroke);
        case Stroke _ -> {}
      }
    }
    double size = Stroke.size(strokes.stream().flatMap(stroke -> stroke.points().stream()));
    return new Drawing(marks.stream().map(mark -> finer(mark, size)).toList());
  }

  private static Mark finer(Mark mark, double size) {
    return mark instanceof Stroke stroke && !stroke.erases() && size > DOT * stroke.width()
        ? stroke.noWiderThan(WIDEST * size)
        : mark;
  }

  /**
   * What stands in a box of the pad's pixels, such as one digit of a number: the strokes most of
   * which lie in it, pictures cut to it, and all erasers.
   */
  public Drawing within(Box box) {
    return new Drawing(marks.stream().flatMap(mark -> within(mark, box)).toList());
  }

  /**
   * True when all is drawn, and each stroke lies in a box of the pad's pixels or beside it, so that
   * {@link #within} is all that stands there and nothing else.
   */
  public boolean isApart(Box box) {
    return marks.stream()
        .allMatch(
            mark -> mark instanceof Stroke stroke && (stroke.erases() || stroke.isApart(box)));
  }

  private static Stream<Mark> within(Mark mark, Box box) {
    return switch (mark) {
      case Stroke stroke ->
          stroke.erases() || stroke.isMostlyIn(box) ? Stream.of(mark) : Stream.of();
      case Picture picture -> Stream.of(picture.within(box));
    };
  }
}
