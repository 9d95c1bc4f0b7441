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
    return !seen[i] && image.ink()[i] >= Piece.BODY;
  }

  /** Leaves the body's pixels in the front of {@link #open} and tells how many they are. */
  private int fill(int start) {
    int count = 1;
    open[0] = start;
    seen[start] = true;
    for (int next = 0; next < count; next++) {
      for (int k = 0; k < 9; k++) {
        int neighbour = neighbour(open[next], k);
        if (isNewBody(neighbour)) {
          seen[neighbour] = true;
          open[count++] = neighbour;
        }
      }
    }
    return count;
  }

  /** One of the nine pixels around and at a pixel; outside the image the nearest one inside. */
  private int neighbour(int at, int k) {
    int column = Math.clamp(at % image.width() + k % 3 - 1, 0, image.width() - 1);
    int row = Math.clamp(at / image.width() + k / 3 - 1, 0, image.height() - 1);
    return row * image.width() + column;
  }

  private Piece piece(int count) {
    float[] ink = new float[image.ink().length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < 9; k++) {
        int at = neighbour(open[i], k);
        ink[at] = image.ink()[at];
      }
    }
    return Piece.of(new GreyImage(image.width(), image.height(), ink));
  }
}
