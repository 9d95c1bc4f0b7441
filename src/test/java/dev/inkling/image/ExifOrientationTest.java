package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.PictureSamples;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the corner that is top left in the file's rows stands in the picture as it was seen. */
class ExifOrientationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, left, top, 60x40", "2, right, top, 60x40", "3, right, bottom, 60x40",
    "4, left, bottom, 60x40", "5, left, top, 40x60", "6, right, top, 40x60",
    "7, right, bottom, 40x60", "8, left, bottom, 40x60", "0, left, top, 60x40",
    "99, left, top, 60x40"
  })
  void theCornerGoesWhereTheCameraSaid(int orientation, String side, String end, String size)
      throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      check(folder.resolve("photo.jpg"), photo(orientation, order), side, end, size);
      check(folder.resolve("photo.png"), png(orientation, order), side, end, size);
      check(folder.resolve("scan.tif"), scan(orientation, order), side, end, size);
    }
  }

  /** WebP has the tag in a chunk behind the picture; some programs put JPEG's letters before it. */
  @ParameterizedTest
  @CsvSource({"6, 0", "6, 6", "8, 0", "1, 0"})
  void aPhotographInWebpIsTurned(int orientation, int letters) throws IOException {
    byte[] webp = PictureSamples.bytes("lossy.webp");
    BufferedImage asStored = PictureFile.read(webp, "stored");
    byte[] tiff = tiff(orientation, ByteOrder.LITTLE_ENDIAN);
    ByteBuffer turned = ByteBuffer.allocate(webp.length + 8 + letters + tiff.length);
    turned.put(webp).put("EXIF".getBytes(StandardCharsets.UTF_8));
    turned.putInt(Integer.reverseBytes(letters + tiff.length));
    turned.put("Exif\0\0".getBytes(StandardCharsets.UTF_8), 0, letters).put(tiff);

    BufferedImage read = PictureFile.read(turned.array(), "turned");

    int x = 70;
    int y = 30; // ink that is paper in the turned picture's place
    int last = asStored.getWidth() - 1;
    int seen =
        switch (orientation) {
          case 6 -> read.getRGB(last - y, x);
          case 8 -> read.getRGB(y, last - x);
          default -> read.getRGB(x, y);
        };
    assertThat(seen).isEqualTo(asStored.getRGB(x, y));
    assertThat(new Color(seen).getRed()).isLessThan(80);
    assertThat(new Color(asStored.getRGB(y, last - x)).getRed()).isGreaterThan(200);
    assertThat(new Color(asStored.getRGB(last - y, x)).getRed()).isGreaterThan(200);
  }

  @Test
  @Timeout(60)
  void aChunkThatClaimsLessThanNothingEndsTheSearch() throws IOException {
    byte[] png = picture("png");
    ByteBuffer longer = ByteBuffer.allocate(png.length + 12);
    longer.put(png).putInt(-12);

    assertThat(PictureFile.read(longer.array(), "longer").getWidth()).isEqualTo(60);
  }

  /** The simplest TIFF that there is: grey, one strip, not compressed. */
  private static byte[] scan(int orientation, ByteOrder order) throws IOException {
    BufferedImage picture = corner();
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 9 * 12 + 4 + 60 * 40).order(order);
    tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.UTF_8));
    tiff.putShort((short) 42).putInt(8).putShort((short) 9);
    int pixels = 8 + 2 + 9 * 12 + 4;
    int[][] tags = {
      {256, 60},
      {257, 40},
      {258, 8},
      {259, 1},
      {262, 1},
      {273, pixels},
      {274, orientation},
      {278, 40},
      {279, 60 * 40}
    };
    for (int[] tag : tags) {
      boolean isShort = tag[0] == 274;
      tiff.putShort((short) tag[0]).putShort((short) (isShort ? 3 : 4)).putInt(1);
      if (isShort) {
        tiff.putShort((short) tag[1]).putShort((short) 0);
      } else {
        tiff.putInt(tag[1]);
      }
    }
    tiff.putInt(0);
    for (int i = 0; i < 60 * 40; i++) {
      tiff.put((byte) picture.getRGB(i % 60, i / 60));
    }
    return tiff.array();
  }

  private static void check(Path file, byte[] photo, String side, String end, String size)
      throws IOException {
    Files.write(file, photo);
    BufferedImage read = PictureFile.read(file);
    assertThat(read.getWidth() + "x" + read.getHeight()).isEqualTo(size);
    int x = side.equals("left") ? 5 : read.getWidth() - 6;
    int y = end.equals("top") ? 5 : read.getHeight() - 6;
    assertThat(new Color(read.getRGB(x, y)).getRed()).as("the corner").isLessThan(80);
    int middle = read.getRGB(read.getWidth() / 2, read.getHeight() / 2);
    assertThat(new Color(middle).getRed()).as("the middle").isGreaterThan(200);
  }

  private static byte[] tiff(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(26);
    tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.UTF_8))
        .order(order);
    tiff.putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    return tiff.array();
  }

  /** The chunk stands behind the signature and IHDR, which are 33 bytes. */
  private static byte[] png(int orientation, ByteOrder order) throws IOException {
    byte[] png = picture("png");
    byte[] content =
        ByteBuffer.allocate(30)
            .put("eXIf".getBytes(StandardCharsets.UTF_8))
            .put(tiff(orientation, order))
            .array();
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(png, 0, 33);
    whole.write(ByteBuffer.allocate(4).putInt(26).array());
    whole.write(content);
    whole.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    whole.write(png, 33, png.length - 33);
    return whole.toByteArray();
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(corner(), format, out);
    return out.toByteArray();
  }

  private static BufferedImage corner() {
    BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 60; x++) {
        picture.setRGB(x, y, x < 16 && y < 16 ? 0 : 0xffffff);
      }
    }
    return picture;
  }

  /** White, with black in the corner where the file's first pixels are. */
  private static byte[] photo(int orientation, ByteOrder order) throws IOException {
    byte[] jpeg = picture("jpg");
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xffe1)
        .putShort((short) 34)
        .put("Exif".getBytes(StandardCharsets.UTF_8))
        .putShort((short) 0)
        .put(tiff(orientation, order));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.write(exif.array());
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }
}
