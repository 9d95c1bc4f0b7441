package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ink that belongs together, at its place on the page: a stroke, connected pixels, or what a cut
 * left of them. Digits are put together from pieces.
 *
 * @param ink as wide and as high as the box
 * @param box where it lies, in the page's pixels
 * @param rim how much farther the ink as drawn reaches on each side, where this is thinner
 */
public record Piece(GreyImage ink, Box box, int rim) {
  /** Ink of at least this strength is the piece's body, fainter ink its antialiased rim. */
  static final float BODY = 0.3f;

  /** Outlines are compared at every second point: distances are good to about a pixel. */
  private static final int STEP = 2;

  /** All ink of a page that has some. */
  public static Piece of(GreyImage page) {
    return in(page).orElseThrow();
  }

  /** All ink of a page, nothing where there is none. */
  public static Optional<Piece> in(GreyImage page) {
    return Optional.ofNullable(page.inkBox()).map(box -> new Piece(page.crop(box), box, 0));
  }

  /** The piece elsewhere on the page. */
  public Piece moved(int right, int down) {
    return new Piece(ink, new Box(box.x() + right, box.y() + down, box.width(), box.height()), rim);
  }

  /** The same piece, which was drawn with a wider brush. */
  public Piece withRim(int pixels) {
    return new Piece(ink, box, pixels);
  }

  /** The box around the ink as drawn, in the page's pixels; it may leave the page. */
  public Box drawnBox() {
    return new Box(box.x() - rim, box.y() - rim, box.width() + 2 * rim, box.height() + 2 * rim);
  }

  /** Pieces put on each other. */
  public static Piece join(List<Piece> pieces) {
    if (pieces.size() == 1) {
      return pieces.getFirst();
    }
    Box box = pieces.stream().map(Piece::box).reduce(Box::union).orElseThrow();
    GreyImage ink = GreyImage.blank(box.width(), box.height());
    for (Piece piece : pieces) {
      ink.put(piece.ink, piece.box.x() - box.x(), piece.box.y() - box.y());
    }
    return new Piece(ink, box, pieces.stream().mapToInt(Piece::rim).max().orElse(0));
  }

  /** The middle between left and right. */
  double centerX() {
    return box.x() + box.width() / 2.0;
  }

  /** True when the body covers a pixel of the page. */
  boolean covers(int x, int y) {
    int column = x - box.x();
    int row = y - box.y();
    return column >= 0
        && row >= 0
        && column < box.width()
        && row < box.height()
        && ink.at(column, row) >= BODY;
  }

  /** How many pixels of this body lie on or beside the other's: 0 when they do not touch. */
  int contact(Piece other) {
    int contact = 0;
    for (int y = Math.max(box.y(), other.box.y() - 1);
        y < Math.min(box.bottom(), other.box.bottom() + 1);
        y++) {
      for (int x = Math.max(box.x(), other.box.x() - 1);
          x < Math.min(box.right(), other.box.right() + 1);
          x++) {
        if (covers(x, y) && other.isAround(x, y)) {
          contact++;
        }
      }
    }
    return contact;
  }

  /** True when both bodies cover a pixel, as strokes that cross do. */
  public boolean overlaps(Piece other) {
    for (int y = Math.max(box.y(), other.box.y());
        y < Math.min(box.bottom(), other.box.bottom());
        y++) {
      for (int x = Math.max(box.x(), other.box.x());
          x < Math.min(box.right(), other.box.right());
          x++) {
        if (covers(x, y) && other.covers(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAround(int x, int y) {
    return covers(x, y)
        || covers(x - 1, y)
        || covers(x + 1, y)
        || covers(x, y - 1)
        || covers(x, y + 1);
  }

  /** The least distance between two bodies, in pixels; 0 when they touch. */
  public double distance(Piece other) {
    if (contact(other) > 0) {
      return 0;
    }
    int[][] mine = outline();
    int[][] its = other.outline();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < mine.length; i += STEP) {
      for (int k = 0; k < its.length; k += STEP) {
        long dx = (long) mine[i][0] - its[k][0];
        long dy = (long) mine[i][1] - its[k][1];
        least = Math.min(least, dx * dx + dy * dy);
      }
    }
    return Math.sqrt(least);
  }

  /** The body's pixels that have paper beside them. */
  private int[][] outline() {
    List<int[]> points = new ArrayList<>();
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        boolean isInside =
            covers(x - 1, y) && covers(x + 1, y) && covers(x, y - 1) && covers(x, y + 1);
        if (covers(x, y) && !isInside) {
          points.add(new int[] {x, y});
        }
      }
    }
    return points.toArray(int[][]::new);
  }
}
