package dev.inkling.ink;

import dev.inkling.image.GreyImage;

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
}
