package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;

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
    }
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
    BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 60; x++) {
        picture.setRGB(x, y, x < 16 && y < 16 ? 0 : 0xffffff);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
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
