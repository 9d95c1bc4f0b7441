package dev.inkling.ink;

import dev.inkling.image.GreyImage;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.jspecify.annotations.Nullable;

/** What {@link Transform} does to a picture's ink. */
final class PictureTransform {
  private PictureTransform() {}

  /** A box around the mapped ink; null on blank paper. */
  static @Nullable Rectangle2D bounds(GreyImage image, AffineTransform map) {
    GreyImage.Box box = image.inkBox();
    return box == null
        ? null
        : map.createTransformedShape(
                new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()))
            .getBounds2D();
  }

  /** Bilinear, in 255 grey levels. */
  static GreyImage map(GreyImage image, AffineTransform map) {
    BufferedImage from = blank(image);
    byte[] levels = levels(from);
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.round(image.ink()[i] * 255);
    }
    BufferedImage to = blank(image);
    new AffineTransformOp(map, AffineTransformOp.TYPE_BILINEAR).filter(from, to);
    float[] ink = new float[levels.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (levels(to)[i] & 0xff) / 255f;
    }
    return new GreyImage(image.width(), image.height(), ink);
  }

  private static BufferedImage blank(GreyImage image) {
    return new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
  }

  private static byte[] levels(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** Grey dilation with a disc, or erosion where the radius is below 0. */
  static GreyImage grow(GreyImage image, double radius) {
    float[] ink = image.ink().clone();
    int reach = (int) Math.abs(radius);
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        if (dx * dx + dy * dy <= radius * radius) {
          spread(image, ink, dx, dy, radius > 0);
        }
      }
    }
    return new GreyImage(image.width(), image.height(), ink);
  }

  private static void spread(GreyImage image, float[] ink, int dx, int dy, boolean grow) {
    for (int i = 0; i < ink.length; i++) {
      int x = i % image.width() + dx;
      int y = i / image.width() + dy;
      boolean isInside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
      float near = isInside ? image.at(x, y) : 0;
      ink[i] = grow ? Math.max(ink[i], near) : Math.min(ink[i], near);
    }
  }
}
