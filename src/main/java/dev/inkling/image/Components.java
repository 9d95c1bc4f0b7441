package dev.inkling.image;

import java.util.ArrayList;
import java.util.List;

/**
 * The connected pieces of an image's ink: a {@link Piece#BODY body} of neighbouring pixels, 8
 * around each, with the fainter rim beside it. A rim between two bodies belongs to both.
 */
public final class Components {
  private final GreyImage image;
  private final boolean[] seen;
  private final int[] open;

  private Components(GreyImage image) {
    this.image = image;
    seen = new boolean[image.ink().length];
    open = new int[image.ink().length];
  }

  /** The pieces, by their first pixel from the top. */
  public static List<Piece> of(GreyImage image) {
    Components components = new Components(image);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < components.seen.length; i++) {
      if (components.isNewBody(i)) {
        pieces.add(components.piece(components.fill(i)));
      }
    }
    return pieces;
  }

  private boolean isNewBody(int i) {
    return image.ink()[i] >= Piece.BODY && !seen[i];
  }

  /** Leaves the body's pixels in the front of {@link #open} and tells how many they are. */
  private int fill(int start) {
    int count = 1;
    open[0] = start;
    seen[start] = true;
    for (int next = 0; next < count; next++) {
      int x = open[next] % image.width();
      int y = open[next] / image.width();
      for (int row = before(y); row <= below(y); row++) {
        for (int at = row * image.width() + before(x); at <= row * image.width() + after(x); at++) {
          if (isNewBody(at)) {
            seen[at] = true;
            open[count++] = at;
          }
        }
      }
    }
    return count;
  }

  private Piece piece(int count) {
    float[] ink = new float[image.ink().length];
    for (int i = 0; i < count; i++) {
      int x = open[i] % image.width();
      int y = open[i] / image.width();
      for (int row = before(y); row <= below(y); row++) {
        int from = row * image.width() + before(x);
        System.arraycopy(image.ink(), from, ink, from, after(x) - before(x) + 1);
      }
    }
    return Piece.of(new GreyImage(image.width(), image.height(), ink));
  }

  // The pixels around one, as far as they are in the image.

  private static int before(int at) {
    return Math.max(0, at - 1);
  }

  private int after(int x) {
    return Math.min(image.width() - 1, x + 1);
  }

  private int below(int y) {
    return Math.min(image.height() - 1, y + 1);
  }
}
