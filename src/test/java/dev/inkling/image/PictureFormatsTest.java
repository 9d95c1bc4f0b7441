package dev.inkling.image;

import static dev.inkling.support.Pictures.grey;
import static dev.inkling.support.Pictures.likeness;
import static dev.inkling.support.Pictures.picture;
import static dev.inkling.support.Pictures.seven;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.Allocation;
import dev.inkling.support.PictureSamples;
import dev.inkling.text.Problem;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats and colours beside the usual ones, and what is said of files that are not opened. */
class PictureFormatsTest {
  private static final GreyImage SEVEN = seven(140);

  /** As it is found where nothing was lost. */
  private static final GreyImage FRAMED =
      framed(
          picture(
              BufferedImage.TYPE_INT_RGB,
              140,
              140,
              (x, y) -> grey(1 - SEVEN.at(x, y) * (1 - 0x20 / 255.0))));

  @TempDir Path folder;

  private static GreyImage framed(BufferedImage picture) {
    return Framing.frame(new InkFinder(picture).find(Found.Way.FLAT).orElseThrow().page())
        .orElseThrow();
  }

  /** JPEG and WebP lose a little of the brush's soft rim, and a fax all of it. */
  private static void assertSeven(BufferedImage picture) {
    assertThat(likeness(framed(picture), FRAMED)).isGreaterThan(0.94);
  }

  /** Dark on light, as it was drawn: Java alone makes #636363 of the ink of greys and of CMYK. */
  private static void assertDarkOnLight(BufferedImage picture) {
    int paper = picture.getRGB(5, 5);
    int ink = picture.getRGB(70, 30);
    for (int shift = 0; shift < 24; shift += 8) {
      assertThat(paper >> shift & 0xff).as("paper %08x", paper).isGreaterThan(245);
      assertThat(ink >> shift & 0xff).as("ink %08x", ink).isLessThan(0x28);
    }
    assertThat(paper >>> 24).isEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lossy.webp",
        "animated.webp",
        "cmyk.jpg",
        "cmyk.tif",
        "sixteen-bits.tif",
        "lab.tif",
        "fax.tif",
      })
  void picturesOfOtherProgramsAreReadInTheirColours(String name) {
    BufferedImage read = PictureFile.read(PictureSamples.bytes(name), name);

    assertDarkOnLight(read);
    assertSeven(read);
  }

  /** As it is stored; only that grey's pixels are no colours to Java. */
  @Test
  void ofManyPagesTheFirstIsRead() {
    BufferedImage read = PictureFile.read(PictureSamples.bytes("pages.tif"), "pages.tif");

    assertThat(read.getRaster().getSample(70, 30, 0)).isEqualTo(0x20);
    assertSeven(read);
  }

  @Test
  void whatIsTransparentInWebpStaysSo() {
    BufferedImage read = PictureFile.read(PictureSamples.bytes("alpha.webp"), "alpha.webp");

    assertThat(read.getRGB(5, 5) >>> 24).isZero();
    assertThat(read.getRGB(70, 30) >>> 24).isGreaterThan(200);
    assertSeven(read);
  }

  /** Grey and RGB, with alpha and without, of 16 bits a channel. */
  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "3, false", "3, true"})
  void pngsOf16BitsKeepTheirBrightness(int colours, boolean hasAlpha) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(sixteenBits(colours, hasAlpha), "png", png);

    BufferedImage read = PictureFile.read(png.toByteArray(), "it");

    assertDarkOnLight(read);
    assertSeven(read);
  }

  private static BufferedImage sixteenBits(int colours, boolean hasAlpha) {
    ColorSpace space =
        ColorSpace.getInstance(colours == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    int transparency = hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
    ColorModel model =
        new ComponentColorModel(space, hasAlpha, false, transparency, DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(140, 140);
    for (int i = 0; i < 140 * 140; i++) {
      double light = 1 - SEVEN.at(i % 140, i / 140) * (1 - 0x20 / 255.0);
      int[] samples = new int[model.getNumComponents()];
      Arrays.fill(samples, (int) Math.round(0xffff * light));
      if (hasAlpha) {
        samples[colours] = 0xffff;
      }
      raster.setPixel(i % 140, i / 140, samples);
    }
    return new BufferedImage(model, raster, false, null);
  }

  @ParameterizedTest
  @CsvSource({"lossy.webp, 0.1", "lossy.webp, 0.9", "alpha.webp, 0.5", "animated.webp, 0.2"})
  void aWebpThatIsCutShortIsDamaged(String name, double part) {
    byte[] whole = PictureSamples.bytes(name);
    byte[] cut = Arrays.copyOf(whole, (int) (part * whole.length));

    assertThat(problemOf(() -> PictureFile.read(cut, "it")).key())
        .isEqualTo("problem.picture.damaged");
  }

  /** 16,383 × 16,383 pixels in a few hundred bytes: its decoder would hold a gigabyte. */
  @Test
  void aWebpThatClaimsToBeHugeIsRefusedBeforeItTakesAllMemory() {
    byte[] bomb = PictureSamples.bytes("alpha.webp");
    bomb[21] = (byte) 0xfe;
    bomb[22] = (byte) 0xbf;
    bomb[23] = (byte) 0xff;
    bomb[24] |= 0x0f;

    assertThat(problemOf(() -> PictureFile.read(bomb, "it")).key())
        .isEqualTo("problem.picture.damaged");
    assertThat(Allocation.of(() -> problemOf(() -> PictureFile.read(bomb, "it"))))
        .isLessThan(10_000_000);
  }

  @Test
  void aPictureOfAnIphoneIsToldHowToBeConverted() {
    Problem problem =
        problemOf(() -> PictureFile.read(PictureSamples.bytes("iphone.heic"), "IMG_0001.HEIC"));

    assertThat(problem.getMessage())
        .startsWith("IMG_0001.HEIC is a HEIC picture")
        .contains("Export it as JPEG");
  }

  @ParameterizedTest
  @CsvSource({
    "'....ftypavif....avifmif1miaf', convert, AVIF",
    "'....ftypmif1....mif1avifmiaf', convert, AVIF",
    "'....ftypmif1....mif1heic', heic, ",
    "'....ftypqt  ....qt  ', film, ",
    "'....ftypisom....isomiso2avc1mp41', film, ",
    "'8BPS', convert, PSD",
    "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>', convert, SVG",
    "' <!-- drawn --> <svg/>', convert, SVG",
    "'%PDF-1.7', document, ",
    "'<!DOCTYPE html><HTML>', document, ",
    "'PK....[Content_Types].xml', document, ",
    "'PK....mimetypeapplication/vnd.oasis.opendocument.text', document, ",
    "'{\\rtf1', document, ",
    "'PK....holiday.txt', format, ",
    "'Dear network, <svg', format, ",
  })
  void whatIsNoPictureIsCalledWhatItIs(String file, String key, String kind) {
    byte[] bytes = file.replace("....ftyp", "\0\0\0\u001cftyp").getBytes(StandardCharsets.UTF_8);

    Problem problem = problemOf(() -> PictureFile.read(bytes, "it"));

    assertThat(problem.key()).isEqualTo("problem.picture." + key);
    if (kind != null) {
      assertThat(problem.getMessage()).contains(" " + kind + ",");
    }
  }

  @Test
  void aFoldersPicturesAreThoseThatAreNamedSo() throws IOException {
    for (String name : new String[] {"b.WebP", "a.JPG", "c.tiff", "d.heic", "notes.txt", "png"}) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("e.png"));

    assertThat(PictureFiles.in(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("a.JPG", "b.WebP", "c.tiff", "d.heic");
    assertThat(PictureFiles.in(folder.resolve("notes.txt"))).hasSize(1);
    assertThat(problemOf(() -> PictureFiles.in(Files.createDirectory(folder.resolve("f")))).key())
        .isEqualTo("problem.picture.none");
  }

  @Test
  void usualPicturesAreLeftAsTheyAre() {
    for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
      BufferedImage usual = picture(type, 4, 4, (x, _) -> grey(x / 4.0));
      assertThat(EightBits.of(usual)).isSameAs(usual);
    }
  }
}
