package dev.inkling.image;

import java.util.function.Supplier;

/**
 * One way to see a picture: what of it is ink.
 *
 * @param way how it was found
 * @param everything gives all that differs from the paper, as large as the picture that was looked
 *     at
 * @param page all that may be written there, in the same place
 * @param main the largest of it with what is near to it, likewise
 * @param contrast how strong the ink is, as a part of what it could be
 * @param noise standard deviation of the paper, likewise
 * @param pieces how many there are in all, specks and printed lines among them
 */
public record Found(
    Way way,
    Supplier<GreyImage> everything,
    GreyImage page,
    GreyImage main,
    double contrast,
    double noise,
    int pieces) {
  /** So much noise is in any picture. */
  private static final double LEAST_NOISE = 0.001;

  /** Ink that is clearer than this is no texture of the paper. */
  private static final double CLEAR = 12;

  /** Ink that is no texture is at least so strong where it is not clear. */
  private static final double STRONG = 0.35;

  /** How ink was told from paper. */
  public enum Way {
    /** As what differs from one plane of brightness. */
    FLAT,
    /** As what differs from the paper around it. */
    PAPER,
    /** Likewise, to the faintest. */
    FAINT,
    /** Likewise, the strongest only. */
    STRONG,
    /** Likewise, all that is darker as it is, print and pattern too: for who can see past them. */
    SOFT,
    /** As what differs from the paper close by: small writing where shadows fall. */
    SMALL,
    /** As what differs from the paper around it, lines left out. */
    UNRULED,
    /** Likewise, to the faintest. */
    UNRULED_FAINT,
    /** Likewise, the strongest only. */
    UNRULED_STRONG;

    /** Whether lines were left out. */
    public boolean isUnruled() {
      return ordinal() >= UNRULED.ordinal();
    }
  }

  /** All that differs from the paper, which only explanations want. */
  public GreyImage all() {
    return everything.get();
  }

  /** How many times as strong as the paper's noise the ink is. */
  private double clearness() {
    return contrast / (noise + LEAST_NOISE);
  }

  /** Whether the ink is too clear to be a texture of the paper. */
  public boolean isClear() {
    return clearness() >= CLEAR;
  }

  /** Whether it is strong. */
  public boolean isStrong() {
    return contrast >= STRONG;
  }
}
