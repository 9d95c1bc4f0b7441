package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import org.jspecify.annotations.Nullable;

/**
 * How a page's ink comes to a square: centred, and where it is small in a large page, cut out with
 * room around it.
 *
 * @param part of the page that the square shows
 * @param side of the square, in pixels
 */
public record Placement(Box part, int side) {
  /** Where the ink's longer side takes less than this part of the page, it is cut out. */
  private static final double SMALL = 0.4;

  /** The usual place of a page. */
  public static Placement of(GreyImage page, int side) {
    return of(page, page.inkBox(), side);
  }

  /** Likewise, of a page whose ink's box is known; null where it is blank. */
  public static Placement of(GreyImage page, @Nullable Box ink, int side) {
    if (ink == null || ink.longerSide() >= SMALL * page.box().longerSide()) {
      return new Placement(page.box(), side);
    }
    int room = ink.longerSide() / 4;
    int left = Math.max(0, ink.x() - room);
    int top = Math.max(0, ink.y() - room);
    int right = Math.min(page.width(), ink.right() + room);
    int bottom = Math.min(page.height(), ink.bottom() + room);
    return new Placement(new Box(left, top, right - left, bottom - top), side);
  }

  /** The page on the square. */
  public GreyImage on(GreyImage page) {
    GreyImage scaled = page.resample(part, width(), height());
    if (width() == side && height() == side) {
      return scaled;
    }
    GreyImage square = GreyImage.blank(side, side);
    square.put(scaled, (side - width()) / 2, (side - height()) / 2);
    return square;
  }

  /** Where a box of the square lies on the page. */
  public Box back(Box box) {
    double scale = (double) part.longerSide() / side;
    double left = part.x() + (box.x() - (side - width()) / 2.0) * scale;
    double top = part.y() + (box.y() - (side - height()) / 2.0) * scale;
    return new Box(
        (int) Math.round(left),
        (int) Math.round(top),
        (int) Math.round(box.width() * scale),
        (int) Math.round(box.height() * scale));
  }

  /** Where a box of the page, in its part, lies on the square: all pixels that have some of it. */
  public Box forth(Box box) {
    int left = (box.x() - part.x()) * width() / part.width();
    int top = (box.y() - part.y()) * height() / part.height();
    int right = Math.ceilDiv((box.right() - part.x()) * width(), part.width());
    int bottom = Math.ceilDiv((box.bottom() - part.y()) * height(), part.height());
    return new Box(
        (side - width()) / 2 + left, (side - height()) / 2 + top, right - left, bottom - top);
  }

  private int width() {
    return scaled(part.width());
  }

  private int height() {
    return scaled(part.height());
  }

  private int scaled(int length) {
    return Math.max(1, (int) Math.round(length * (double) side / part.longerSide()));
  }
}
