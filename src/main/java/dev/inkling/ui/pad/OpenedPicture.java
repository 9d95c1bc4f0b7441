package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was opened.
 *
 * @param name what people call it
 * @param shown the same, no larger than it is ever shown
 * @param file it is in, null where it came otherwise
 */
record OpenedPicture(String name, BufferedImage picture, BufferedImage shown, @Nullable Path file) {
  /** All of it, in its pixels. */
  Box box() {
    return Aim.whole(picture).frame();
  }
}
