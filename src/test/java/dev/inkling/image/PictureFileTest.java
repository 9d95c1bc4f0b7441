package dev.inkling.image;

import static dev.inkling.support.Pictures.grey;
import static dev.inkling.support.Pictures.likeness;
import static dev.inkling.support.Pictures.picture;
import static dev.inkling.support.Pictures.seven;
import static dev.inkling.support.Pictures.write;
import static dev.inkling.support.Problems.keyOf;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
  private static final GreyImage SEVEN = seven(280);
  private static final GreyImage FRAMED = Framing.frame(SEVEN).orElseThrow();

  @TempDir Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static BufferedImage blackOnWhite(int type) {
    return picture(type, 280, 280, (x, y) -> grey(1 - SEVEN.at(x, y)));
  }

  private byte[] png() throws IOException {
    return Files.readAllBytes(
        write(blackOnWhite(BufferedImage.TYPE_INT_RGB), "png", folder.resolve("whole.png")));
  }

  /** How much what is found in a file looks like the seven. */
  private static double foundIn(Path file) {
    GreyImage ink = new InkFinder(PictureFile.read(file)).find(Found.Way.FLAT).orElseThrow().page();
    return likeness(Framing.frame(ink).orElseThrow(), FRAMED);
  }

  @ParameterizedTest
  @CsvSource({"png", "jpg", "gif", "bmp"})
  void theUsualFormatsAreRead(String format) {
    Path file =
        write(blackOnWhite(BufferedImage.TYPE_INT_RGB), format, folder.resolve("seven." + format));

    assertThat(foundIn(file)).isGreaterThan(0.99);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_4BYTE_ABGR
      })
  void allKindsOfPngAreRead(int type) {
    assertThat(foundIn(write(blackOnWhite(type), "png", folder.resolve("seven.png"))))
        .isGreaterThan(0.98);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.99", "0.5, 0.98", "0.1, 0.95"})
  void poorJpegsAreRead(float quality, double alike) throws IOException {
    assertThat(foundIn(file("seven.jpg", jpeg(quality)))).isGreaterThan(alike);
  }

  @Test
  void aJpegAsSmallAsThoseOfMnistKeepsItsFrame() {
    BufferedImage small =
        picture(BufferedImage.TYPE_INT_RGB, 28, 28, (x, y) -> grey(FRAMED.at(x, y)));

    assertThat(foundIn(write(small, "jpg", folder.resolve("mnist.jpg")))).isGreaterThan(0.85);
  }

  private static byte[] jpeg(float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(blackOnWhite(BufferedImage.TYPE_INT_RGB), null, null), param);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  @Test
  void theNameOfAPictureDoesNotMatter() throws IOException {
    assertThat(foundIn(file("seven.txt", png()))).isGreaterThan(0.99);
    assertThat(foundIn(file("no-ending", jpeg(0.9f)))).isGreaterThan(0.99);
  }

  @Test
  void whatIsNoPictureIsToldApart() throws IOException {
    Path text = file("text.png", "This is not a picture.".getBytes(StandardCharsets.UTF_8));
    Path empty = file("empty.png", new byte[0]);

    assertThat(keyOf(() -> PictureFile.read(text))).isEqualTo("problem.picture.format");
    assertThat(keyOf(() -> PictureFile.read(empty))).isEqualTo("problem.picture.empty");
    assertThat(keyOf(() -> PictureFile.read(folder))).isEqualTo("problem.file.notAFile");
    assertThat(keyOf(() -> PictureFile.read(folder.resolve("none.png"))))
        .isEqualTo("problem.file.missing");
  }

  @Test
  void theProblemNamesTheFile() throws IOException {
    Path text = file("my picture {}.png", "text".getBytes(StandardCharsets.UTF_8));

    assertThat(problemOf(() -> PictureFile.read(text)).getMessage()).contains("my picture {}.png");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9, 0.97})
  void aPngThatIsCutShortIsDamaged(double part) throws IOException {
    byte[] whole = png();
    Path cut = file("cut.png", Arrays.copyOf(whole, (int) (part * whole.length)));

    assertThat(keyOf(() -> PictureFile.read(cut))).isEqualTo("problem.picture.damaged");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void aJpegThatIsCutShortIsDamaged(double part) throws IOException {
    byte[] whole = jpeg(0.9f);
    Path cut = file("cut.jpg", Arrays.copyOf(whole, (int) (part * whole.length)));

    assertThat(keyOf(() -> PictureFile.read(cut))).isEqualTo("problem.picture.damaged");
  }

  @Test
  void wrongBytesInsideAPictureNeverEndInAnotherException() throws IOException {
    byte[] whole = png();
    for (int i = 8; i < whole.length; i += 13) {
      byte[] wrong = whole.clone();
      wrong[i] ^= 0x55;
      Path file = file("wrong.png", wrong);
      try {
        PictureFile.read(file);
      } catch (Problem problem) {
        assertThat(problem.key()).startsWith("problem.picture.");
      }
    }
  }

  @Test
  void aPictureOf40MegapixelsIsReadInLittleMemory() {
    BufferedImage large = new BufferedImage(8_000, 5_000, BufferedImage.TYPE_BYTE_BINARY);
    var pen = large.createGraphics();
    pen.fillRect(0, 0, 8_000, 5_000);
    pen.drawImage(blackOnWhite(BufferedImage.TYPE_BYTE_GRAY), 1_500, 0, 5_000, 5_000, null);
    pen.dispose();
    Path file = write(large, "png", folder.resolve("large.png"));

    BufferedImage read = PictureFile.read(file);

    assertThat((long) read.getWidth() * read.getHeight()).isLessThan(8_000_000);
    assertThat((double) read.getWidth() / read.getHeight()).isBetween(1.59, 1.61);
    assertThat(foundIn(file)).isGreaterThan(0.97);
  }

  @Test
  void aPictureThatClaimsToBeHugeIsRefusedBeforeItTakesAllMemory() throws IOException {
    byte[] bomb = png();
    ByteBuffer.wrap(bomb).putInt(16, 200_000).putInt(20, 200_000);
    CRC32 crc = new CRC32();
    crc.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
    Path file = file("bomb.png", bomb);

    assertThat(problemOf(() -> PictureFile.read(file)).getMessage()).contains("40,000 megapixels");
  }

  @Test
  void noFileIsLeftBehind() throws IOException {
    Path file = file("seven.png", png());
    Files.delete(folder.resolve("whole.png"));
    PictureFile.read(file);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDeviceIsNoFolder() {
    assertThat(keyOf(() -> PictureFile.read(Path.of("/dev/null"))))
        .isEqualTo("problem.picture.empty");
    assertThat(keyOf(() -> PictureFile.read(Path.of("/dev/zero"))))
        .isEqualTo("problem.picture.format");
  }
}
