package dev.inkling.ink;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;

/**
 * A picture that was opened, dropped or pasted, as ink that fills the pad.
 *
 * @param ink {@link Drawing#SIZE} pixels wide and high
 */
public record Picture(GreyImage ink) implements Mark {
  public Picture {
    if (ink.width() != Drawing.SIZE || ink.height() != Drawing.SIZE) {
      throw new IllegalArgumentException(ink.width() + "x" + ink.height());
    }
  }

  /** A smaller image, each of its pixels as a square. */
  public static Picture enlarged(GreyImage image) {
    Box whole = new Box(0, 0, image.width(), image.height());
    return new Picture(image.resample(whole, Drawing.SIZE, Drawing.SIZE));
  }

  /** The same with blank paper around a box. */
  Picture within(Box box) {
    return new Picture(
        GreyImage.blank(Drawing.SIZE, Drawing.SIZE).with(ink.crop(box), box.x(), box.y()));
  }
}
