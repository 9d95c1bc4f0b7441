package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import java.awt.image.BufferedImage;

/**
 * A picture that was opened.
 *
 * @param name what people call it
 * @param shown the same, no larger than it is ever shown
 */
record OpenedPicture(String name, BufferedImage picture, BufferedImage shown) {
  /** All of it, in its pixels. */
  Box box() {
    return Aim.whole(picture).frame();
  }
}
