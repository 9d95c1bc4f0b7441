package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;

/**
 * What the shape of ink says for and against its being one digit, in natural logarithms of odds.
 *
 * <p>The weights are those of a semi-Markov conditional random field (Sarawagi and Cohen, NIPS
 * 2004) that was fitted to numbers of 2 to 6 digits, apart and touching, and to single digits,
 * which 30 people wrote on a tablet; {@code inkling evaluate --numbers} measures what they are good
 * for.
 */
final class Shape {
  /** No gap between pieces counts as more than this, as a share of the larger piece. */
  private static final double GAP = 0.1;

  /** Pieces that share less than this of the narrower one's columns stand side by side. */
  private static final double BESIDE = 0.2;

  /** The strokes of an open 4 share at most this part of their rows. */
  private static final double LEVEL = 0.55;

  private static final double MOST_CONTACT = 0.6;
  private static final double MOST_ASPECT = 2.5;

  private Shape() {}

  /** For two neighbouring pieces in one digit, above 0, or in two, below. */
  static double joined(Piece a, Piece b) {
    int contact = a.contact(b);
    return contact > 0 && !a.overlaps(b) ? acrossCut(a, b, contact) : acrossGap(a, b);
  }

  /** For pieces that were one before it was cut. */
  private static double acrossCut(Piece a, Piece b, int contact) {
    return 0.74
        + 11.9 * Math.min(MOST_CONTACT, contact / size(a, b))
        - 1.79 * aspect(a.box().union(b.box()));
  }

  /** Only an open 4 is of strokes beside each other, and they are not of one height. */
  private static double acrossGap(Piece a, Piece b) {
    double narrower = Math.min(a.box().width(), b.box().width());
    double overlap = Math.max(0, a.box().sharedColumns(b.box()) / narrower);
    double gap = overlap < BESIDE ? Math.min(GAP, a.distance(b) / size(a, b)) / GAP : 0;
    Box both = a.box().union(b.box());
    double rows = (double) a.box().sharedRows(b.box()) / both.height();
    double smaller = Math.min(a.box().longerSide(), b.box().longerSide()) / size(a, b);
    double level = a.box().sharedColumns(b.box()) > 0 ? 0 : Math.max(0, rows - LEVEL);
    return -8 * level
        - 1.37
        + 6.16 * overlap
        + 1.64 * gap
        - 3.8 * rows
        + 3.27 * smaller
        - 4.97 * aspect(both);
  }

  /** For a digit with this box in a line of writing. */
  static double ofDigit(Box box, int lineHeight) {
    double tooWide = Math.max(0, (double) box.width() / box.height() - 1.1);
    double tooLow = Math.max(0, 0.6 - (double) box.height() / lineHeight);
    return 0.63 - 3.65 * tooWide - 6.95 * tooLow;
  }

  private static double size(Piece a, Piece b) {
    return Math.max(a.box().longerSide(), b.box().longerSide());
  }

  private static double aspect(Box box) {
    return Math.min(MOST_ASPECT, (double) box.width() / box.height());
  }
}
