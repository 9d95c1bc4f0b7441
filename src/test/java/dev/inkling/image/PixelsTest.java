package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of one content, stored in the ways in which decoders store them. */
class PixelsTest {
  private static final int WIDTH = 11;
  private static final int HEIGHT = 7;
  private static final int[] COLOURS = {299, 587, 114};

  private final int[] content =
      new SplittableRandom(1).ints((long) WIDTH * HEIGHT, 0, 1 << 24).toArray();

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of("bytes, blue first", of(BufferedImage.TYPE_3BYTE_BGR)),
        Arguments.of("bytes, red first", bytes(0, 1, 2)),
        Arguments.of("bytes, green first", bytes(1, 0, 2)),
        Arguments.of("bytes, opaqueness first", of(BufferedImage.TYPE_4BYTE_ABGR)),
        Arguments.of("bytes, opaqueness last", bytes(0, 1, 2, 3)),
        Arguments.of("whole numbers", of(BufferedImage.TYPE_INT_RGB)),
        Arguments.of("whole numbers with opaqueness", of(BufferedImage.TYPE_INT_ARGB)),
        Arguments.of(
            "a part of a larger one",
            new BufferedImage(WIDTH + 5, HEIGHT + 4, BufferedImage.TYPE_3BYTE_BGR)
                .getSubimage(3, 2, WIDTH, HEIGHT)));
  }

  private static BufferedImage of(int type) {
    return new BufferedImage(WIDTH, HEIGHT, type);
  }

  /** Bytes side by side, each colour at its place, and opaqueness after them if there are four. */
  private static BufferedImage bytes(int... places) {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            places.length == 4,
            false,
            places.length == 4 ? BufferedImage.TRANSLUCENT : BufferedImage.OPAQUE,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE,
            WIDTH,
            HEIGHT,
            WIDTH * places.length,
            places.length,
            places,
            null);
    return new BufferedImage(model, raster, false, null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void brightnessIsThatOfTheColoursWhateverTheirOrder(String name, BufferedImage picture) {
    paint(picture);
    Pixels pixels = Pixels.of(picture);
    Plane each = pixels.brightness(COLOURS, 1);
    Plane squares = pixels.brightness(COLOURS, 4);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(each.at(x, y)).isCloseTo((float) light(x, y), within(1e-6f));
      }
    }
    assertThat(squares.width()).isEqualTo(3);
    assertThat(squares.at(0, 0)).isCloseTo((float) mean(0, 0, 4, 4), within(1e-6f));
    assertThat(squares.at(2, 1)).isCloseTo((float) mean(8, 4, 3, 3), within(1e-6f));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void theRimIsTheBorderOfTheWhole(String name, BufferedImage picture) {
    paint(picture);
    Pixels pixels = Pixels.of(picture);
    Plane whole = pixels.brightness(COLOURS, 2);
    Plane rim = pixels.rim(COLOURS, 2);
    assertThat(rim.width()).isEqualTo(6);
    assertThat(rim.height()).isEqualTo(4);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 6; x++) {
        boolean isWithin = x > 0 && x < 5 && y > 0 && y < 3;
        assertThat(rim.at(x, y)).isEqualTo(isWithin ? 0 : whole.at(x, y));
      }
    }
  }

  static Stream<Arguments> greys() {
    return Stream.of(
        Arguments.of("bytes", of(BufferedImage.TYPE_BYTE_GRAY)),
        Arguments.of("two bytes each", of(BufferedImage.TYPE_USHORT_GRAY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("greys")
  void greysAreTakenAsTheyAreStored(String name, BufferedImage picture) {
    int shift = picture.getColorModel().getComponentSize(0) - 8;
    IntBinaryOperator grey = (x, y) -> 20 * x + y;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.getRaster().setSample(x, y, 0, grey.applyAsInt(x, y) << shift);
      }
    }
    Plane light = Pixels.of(picture).brightness(COLOURS, 1);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(light.at(x, y)).isCloseTo(grey.applyAsInt(x, y) / 255f, within(1e-6f));
      }
    }
  }

  private void paint(BufferedImage picture) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, 0xff << 24 | content[y * WIDTH + x]);
      }
    }
  }

  private double light(int x, int y) {
    int colour = content[y * WIDTH + x];
    return (299 * (colour >> 16 & 0xff) + 587 * (colour >> 8 & 0xff) + 114 * (colour & 0xff))
        / 255_000.0;
  }

  private double mean(int left, int top, int width, int height) {
    double sum = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        sum += light(x, y);
      }
    }
    return sum / (width * height);
  }
}
