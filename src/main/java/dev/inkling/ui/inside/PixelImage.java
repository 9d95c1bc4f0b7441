package dev.inkling.ui.inside;

import dev.inkling.chart.Palette;
import dev.inkling.chart.SignedShades;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The network's picture, 28×28, as an image of JavaFX: white ink on black, or colours. */
final class PixelImage {
  private PixelImage() {}

  /** Colours, 0xAARRGGBB, row-major. */
  static Image of(int[] argb) {
    int side = Framing.SIZE;
    WritableImage image = new WritableImage(side, side);
    image
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
    return image;
  }

  /** Ink as the network sees it. */
  static Image of(GreyImage framed) {
    return of(argb(framed));
  }

  /** Likewise, as colours. */
  static int[] argb(GreyImage framed) {
    int[] argb = new int[framed.ink().length];
    for (int p = 0; p < argb.length; p++) {
      argb[p] = Palette.mix(0xff000000, 0xffffffff, framed.ink()[p]);
    }
    return argb;
  }

  /**
   * Numbers on both sides of zero, on black as evidence is.
   *
   * @param strongest the absolute value in full colour
   */
  static Image signed(float[] values, double strongest) {
    int[] argb = new int[values.length];
    for (int p = 0; p < argb.length; p++) {
      double part = strongest == 0 ? 0 : Math.clamp(values[p] / strongest, -1, 1);
      int full = SignedShades.color(Math.signum(part), true);
      argb[p] = Palette.mix(0xff000000, full, Math.abs(part));
    }
    return of(argb);
  }

  /** Paints an image over the whole of a square. */
  static SquareCanvas.Painting painting(Image image) {
    return (graphics, side) -> graphics.drawImage(image, 0, 0, side, side);
  }
}
