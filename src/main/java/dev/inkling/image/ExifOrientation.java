package dev.inkling.image;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: pictures of phones keep the sensor's rows and say in a tag how to turn
 * them (CIPA DC-008, Exif 2.3, tag 0x0112 Orientation). Java does not look at it.
 */
final class ExifOrientation {
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final int ORIENTATION = 0x0112;
  private static final int EXIF = 0x45786966;
  private static final long PNG = 0x89504e470d0a1a0aL;
  private static final int EXIF_CHUNK = 0x65584966;
  private static final int WEBP_EXIF = 0x45584946;
  private static final int RIFF = 0x52494646;
  private static final int LITTLE_ENDIAN_TIFF = 0x49492a00;
  private static final int BIG_ENDIAN_TIFF = 0x4d4d002a;

  /** As the rows are. */
  private static final int UPRIGHT = 1;

  private ExifOrientation() {}

  /** The picture as it was seen; files without the tag come back as they are. */
  static BufferedImage upright(BufferedImage picture, byte[] file) {
    int orientation = of(file);
    if (orientation <= UPRIGHT || orientation > 8) {
      return picture;
    }
    double w = picture.getWidth();
    double h = picture.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    boolean isTurned = orientation >= 5;
    BufferedImage upright =
        new BufferedImage(
            isTurned ? picture.getHeight() : picture.getWidth(),
            isTurned ? picture.getWidth() : picture.getHeight(),
            BufferedImage.TYPE_INT_ARGB);
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(picture, upright);
  }

  private static int of(byte[] file) {
    try {
      ByteBuffer in = ByteBuffer.wrap(file);
      if (in.getLong(0) == PNG) {
        return inPng(in.position(Long.BYTES));
      }
      switch (in.getInt(0)) {
        case LITTLE_ENDIAN_TIFF, BIG_ENDIAN_TIFF -> {
          return inTiff(in);
        }
        case RIFF -> {
          return inWebp(in.position(12).slice());
        }
        default -> {}
      }
      if (in.getShort() != (short) 0xffd8) {
        return UPRIGHT; // no JPEG
      }
      while (true) {
        int marker = in.getShort() & 0xffff;
        int next = in.position() + (in.getShort() & 0xffff);
        if (marker == START_OF_SCAN) {
          return UPRIGHT;
        }
        if (marker == APP1 && in.getInt() == EXIF) {
          return inTiff(in.position(in.position() + 2).slice());
        }
        in.position(next);
      }
    } catch (BufferUnderflowException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | ArithmeticException e) {
      return UPRIGHT; // damaged: whoever decodes it will say so
    }
  }

  /** PNG has the same as JPEG, as a chunk of its own (PNG 1.5 extensions, eXIf). */
  private static int inPng(ByteBuffer in) {
    while (true) {
      int length = in.getInt();
      int type = in.getInt();
      if (type == EXIF_CHUNK) {
        return inTiff(in.slice(in.position(), length));
      }
      skip(in, length, Integer.BYTES);
    }
  }

  /**
   * WebP's chunks are of an even length; some programs put JPEG's six letters before the header.
   */
  private static int inWebp(ByteBuffer in) {
    while (true) {
      int type = in.getInt();
      int length = Integer.reverseBytes(in.getInt());
      if (type == WEBP_EXIF) {
        int letters = in.getInt(in.position()) == EXIF ? 6 : 0;
        return inTiff(in.slice(in.position() + letters, length - letters));
      }
      skip(in, length, length & 1);
    }
  }

  /** Only ever forwards, or a damaged file would be read for ever. */
  private static void skip(ByteBuffer in, int length, int more) {
    if (length < 0) {
      throw new BufferUnderflowException();
    }
    in.position(Math.addExact(in.position(), Math.addExact(length, more)));
  }

  /** In the first directory of a TIFF header. */
  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.position(tiff.getInt(4));
    int entries = tiff.getShort() & 0xffff;
    for (int i = 0; i < entries; i++) {
      int at = tiff.position() + 12 * i;
      if ((tiff.getShort(at) & 0xffff) == ORIENTATION) {
        return tiff.getShort(at + 8);
      }
    }
    return UPRIGHT;
  }
}
