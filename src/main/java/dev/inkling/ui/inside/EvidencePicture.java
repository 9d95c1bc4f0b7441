package dev.inkling.ui.inside;

import dev.inkling.chart.Palette;
import dev.inkling.chart.SignedShades;
import dev.inkling.image.GreyImage;
import javafx.scene.image.Image;

/** Paints evidence over the ink that it is of: the network's picture, white on black, in colour. */
final class EvidencePicture {
  /** What is left of full ink's white, so that the colours above it can be told apart. */
  private static final double WHITE = 0.8;

  private EvidencePicture() {}

  /** The evidence for a class and against it, the strongest in full colour. */
  static Image of(GreyImage framed, float[] evidence) {
    float strongest = SignedShades.strongest(evidence);
    int[] argb = new int[evidence.length];
    for (int p = 0; p < argb.length; p++) {
      double part = strongest == 0 ? 0 : evidence[p] / strongest;
      argb[p] = color(framed.ink()[p], part);
    }
    return PixelImage.of(argb);
  }

  /** Grey ink, with as much of the full colour above it as the evidence is strong. */
  private static int color(float ink, double part) {
    int grey = Palette.mix(0xff000000, 0xffffffff, WHITE * ink);
    return Palette.mix(grey, SignedShades.color(Math.signum(part), true), Math.abs(part));
  }
}
