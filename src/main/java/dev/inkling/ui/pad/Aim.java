package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where in a picture to read, and what a person says of places there.
 *
 * @param frame what is to be read, in the picture's pixels
 * @param hints likewise, the newest last
 */
record Aim(Box frame, List<Hint> hints) {
  Aim {
    hints = List.copyOf(hints);
  }

  /** All of a picture, of which nothing is said. */
  static Aim whole(BufferedImage picture) {
    return new Aim(new Box(0, 0, picture.getWidth(), picture.getHeight()), List.of());
  }

  /** Whether the frame has some size and lies in a picture. */
  boolean isIn(Box picture) {
    return frame.width() > 0
        && frame.height() > 0
        && frame.x() >= 0
        && frame.y() >= 0
        && frame.right() <= picture.width()
        && frame.bottom() <= picture.height();
  }

  Aim within(Box other) {
    return new Aim(other, hints);
  }

  Aim with(Hint hint) {
    return new Aim(frame, Stream.concat(hints.stream(), Stream.of(hint)).toList());
  }

  /** The picture's part in the frame; it shares the picture's pixels. */
  BufferedImage part(BufferedImage picture) {
    return picture.getSubimage(frame.x(), frame.y(), frame.width(), frame.height());
  }

  /**
   * The hints in the frame, in the pixels of {@link #part}; what is said beside it is no matter.
   */
  List<Hint> hintsInPart() {
    return hints.stream()
        .map(hint -> new Hint(hint.x() - frame.x(), hint.y() - frame.y(), hint.kind()))
        .filter(hint -> hint.x() >= 0 && hint.x() < frame.width())
        .filter(hint -> hint.y() >= 0 && hint.y() < frame.height())
        .toList();
  }
}
