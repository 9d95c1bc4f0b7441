package dev.inkling.image;

import static dev.inkling.support.Images.image;
import static dev.inkling.support.Pictures.grey;
import static dev.inkling.support.Pictures.likeness;
import static dev.inkling.support.Pictures.picture;
import static dev.inkling.support.Pictures.scaled;
import static dev.inkling.support.Pictures.seven;
import static dev.inkling.support.Pictures.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.Found.Way;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.support.Pictures.Colour;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InkFinderTest {
  private static final int RGB = BufferedImage.TYPE_INT_RGB;
  private static final int ARGB = BufferedImage.TYPE_INT_ARGB;
  private static final GreyImage SEVEN = seven(280);
  private static final GreyImage FRAMED = Framing.frame(SEVEN).orElseThrow();

  private static GreyImage find(BufferedImage picture) {
    GreyImage ink = new InkFinder(picture).find(Way.FLAT).orElseThrow().page();
    return Placement.of(ink, 280).on(ink);
  }

  private static boolean isBlank(BufferedImage picture) {
    InkFinder finder = new InkFinder(picture);
    return Arrays.stream(Way.values()).allMatch(way -> finder.find(way).isEmpty());
  }

  /** How much what is found looks like the seven, framed. */
  private static double foundIn(BufferedImage picture) {
    return likeness(Framing.frame(find(picture)).orElseThrow(), FRAMED);
  }

  private static BufferedImage square(int type, Colour colour) {
    return picture(type, 280, 280, colour);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0.9, 0.2", "0.6, 0.4", "0, 1", "0.1, 0.7", "0.5, 0.3"})
  void darkOnLightAndLightOnDarkAreBothFound(double paper, double ink) {
    BufferedImage picture = square(RGB, (x, y) -> grey(paper + (ink - paper) * SEVEN.at(x, y)));

    assertThat(foundIn(picture)).isGreaterThan(0.999);
  }

  @Test
  void colouredInkOnColouredPaperIsFound() {
    assertThat(foundIn(square(RGB, (x, y) -> SEVEN.at(x, y) > 0.5 ? 0xff1020c0 : 0xfffff0a0)))
        .isGreaterThan(0.99);
    assertThat(foundIn(square(RGB, (x, y) -> SEVEN.at(x, y) > 0.5 ? 0xffffee00 : 0xff003300)))
        .isGreaterThan(0.99);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0xffffff, 0x303030, 0xd0d0d0, 0xff2020, 0x2020ff})
  void inkOnNothingIsFoundWhateverItsColour(int colour) {
    BufferedImage picture = square(ARGB, (x, y) -> Math.round(255 * SEVEN.at(x, y)) << 24 | colour);

    assertThat(foundIn(picture)).isGreaterThan(0.999);
  }

  @Test
  void theColourOfTransparentPixelsDoesNotMatter() {
    BufferedImage picture =
        square(
            ARGB, (x, y) -> SEVEN.at(x, y) > 0.5 ? 0xff000000 : x < 140 ? 0x00ffffff : 0x00000000);

    assertThat(foundIn(picture)).isGreaterThan(0.99);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.01", "0.3, 0.03", "0.15, 0.05"})
  void inkIsFoundInSlantingLightWithNoise(double slant, double noise) {
    Random random = new Random(3);
    BufferedImage picture =
        square(
            RGB,
            (x, y) -> {
              double light = 0.9 - slant * x / 280 - slant / 2 * y / 280;
              return grey((1 - 0.7 * SEVEN.at(x, y)) * light + noise * random.nextGaussian());
            });

    assertThat(foundIn(picture)).isGreaterThan(0.95);
  }

  @Test
  void dustAwayFromTheInkIsLeftOut() {
    Random random = new Random(3);
    BufferedImage picture =
        square(
            RGB,
            (x, y) -> {
              boolean dust = x > 250 && x < 254 && y > 255 && y < 258;
              return grey(dust ? 0.3 : 0.9 - 0.7 * SEVEN.at(x, y) + 0.02 * random.nextGaussian());
            });

    assertThat(foundIn(picture)).isGreaterThan(0.95);
  }

  @Test
  void aSmallDigitInALargePictureIsFound() {
    GreyImage small = seven(70);
    GreyImage page = GreyImage.blank(1_200, 900).with(small, 1_000, 150);
    BufferedImage picture = picture(RGB, 1_200, 900, (x, y) -> grey(1 - page.at(x, y)));

    GreyImage found = find(picture);

    assertThat(likeness(Framing.frame(found).orElseThrow(), FRAMED))
        .isGreaterThan(0.88); // half as fine
    assertThat(found.inkBox().longerSide()).isGreaterThan(150);
  }

  @ParameterizedTest
  @CsvSource({"800, 200", "200, 800", "281, 280", "900, 90"})
  void wideAndHighPicturesKeepTheirProportions(int width, int height) {
    double cx = width / 2.0;
    double cy = height / 2.0;
    BufferedImage picture =
        picture(
            RGB,
            width,
            height,
            (x, y) ->
                Math.abs(x + 0.5 - cx) < cx * 0.8 && Math.abs(y + 0.5 - cy) < cy * 0.8 ? 0 : -1);

    GreyImage.Box box = find(picture).inkBox();

    double wanted = Math.max((double) width / height, 1.0 / 280);
    assertThat((double) box.width() / box.height()).isCloseTo(wanted, within(0.1 * wanted));
  }

  /** A 28×28 digit in MNIST's framing, with all greys. */
  private static GreyImage mnistLike() {
    return FRAMED;
  }

  @Test
  void aGreyscalePictureLikeThoseOfMnistComesThroughPixelByPixel() {
    GreyImage framed = Framing.frame(find(stored(mnistLike()))).orElseThrow();

    assertSamePixels(framed);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_4BYTE_ABGR_PRE
      })
  void aColourPictureLikeThoseOfMnistComesThroughPixelByPixel(int type) {
    GreyImage digit = mnistLike();
    BufferedImage light = picture(type, 28, 28, (x, y) -> grey(digit.at(x, y)));
    BufferedImage dark = picture(type, 28, 28, (x, y) -> grey(1 - digit.at(x, y)));

    assertSamePixels(Framing.frame(find(light)).orElseThrow());
    assertSamePixels(Framing.frame(find(dark)).orElseThrow());
  }

  @Test
  void anIndexedPictureComesThroughPixelByPixel() {
    GreyImage digit = mnistLike();
    byte[] greys = new byte[256];
    for (int i = 0; i < 256; i++) {
      greys[i] = (byte) i;
    }
    BufferedImage picture =
        new BufferedImage(
            28,
            28,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, 256, greys, greys, greys));
    for (int i = 0; i < 784; i++) {
      picture.getRaster().setSample(i % 28, i / 28, 0, Math.round(digit.ink()[i] * 255));
    }

    assertSamePixels(Framing.frame(find(picture)).orElseThrow());
  }

  @Test
  void a16BitGreyscalePictureComesThroughPixelByPixel() {
    GreyImage digit = mnistLike();
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < 784; i++) {
      picture.getRaster().setSample(i % 28, i / 28, 0, Math.round(digit.ink()[i] * 65535));
    }

    assertSamePixels(Framing.frame(find(picture)).orElseThrow());
  }

  @Test
  void aBlackAndWhitePictureIsFound() {
    BufferedImage picture =
        square(BufferedImage.TYPE_BYTE_BINARY, (x, y) -> SEVEN.at(x, y) > 0.5 ? 0xff000000 : -1);

    assertThat(foundIn(picture)).isGreaterThan(0.99);
  }

  private static void assertSamePixels(GreyImage framed) {
    for (int p = 0; p < framed.ink().length; p++) {
      assertThat(framed.ink()[p]).as("pixel " + p).isCloseTo(mnistLike().ink()[p], within(0.005f));
    }
  }

  @Test
  void inkThatTouchesTheBorderIsFound() {
    GreyImage close = scaled(SEVEN, 280, 280).resample(SEVEN.inkBox(), 140, 180);
    BufferedImage picture = picture(RGB, 140, 180, (x, y) -> grey(1 - close.at(x, y)));

    assertThat(foundIn(picture)).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.8, 1})
  void anEvenPictureIsBlank(double light) {
    assertThat(isBlank(square(RGB, (_, _) -> grey(light)))).isTrue();
    assertThat(isBlank(picture(RGB, 1, 1, (_, _) -> grey(light)))).isTrue();
  }

  @Test
  void aTransparentRimIsNoInk() {
    BufferedImage picture =
        square(
            ARGB,
            (x, y) -> {
              boolean isRim = Math.min(Math.min(x, y), Math.min(279 - x, 279 - y)) < 12;
              return isRim ? 0 : grey(0.6 - 0.5 * SEVEN.at(x, y));
            });

    assertThat(foundIn(picture)).isGreaterThan(0.95);
  }

  @Test
  void aTransparentPictureIsBlank() {
    assertThat(isBlank(square(ARGB, (_, _) -> 0))).isTrue();
    assertThat(isBlank(square(ARGB, (_, _) -> 0x00ffffff))).isTrue();
  }

  @Test
  void emptyPaperInSlantingLightWithNoiseIsBlank() {
    Random random = new Random(5);

    BufferedImage paper =
        square(RGB, (x, _) -> grey(0.9 - 0.3 * x / 280 + 0.02 * random.nextGaussian()));

    assertThat(new InkFinder(paper).find(Way.FLAT)).isEmpty();
  }

  @Test
  void theFoundInkGoesFromPaperToFullInk() {
    GreyImage faint = image(280, 280, (x, y) -> 0.2 * SEVEN.at(x, y));

    GreyImage found = find(square(RGB, (x, y) -> grey(0.7 - faint.at(x, y))));

    assertThat(found.at(130, 60)).isCloseTo(1, within(0.02f));
    assertThat(found.at(5, 5)).isZero();
  }

  private static boolean isSeenAtOnce(BufferedImage picture) {
    return new InkFinder(picture).glance().isPresent();
  }

  private static BufferedImage withMarks(double noise, BiPredicate<Integer, Integer> isMark) {
    Random random = new Random(5);
    return square(
        RGB,
        (x, y) -> {
          double ink = isMark.test(x, y) ? 1 : SEVEN.at(x, y);
          return grey(0.9 - 0.8 * ink + noise * random.nextGaussian());
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02})
  void whatStandsAloneIsSeenAtOnce(double noise) {
    assertThat(isSeenAtOnce(withMarks(noise, (_, _) -> false))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02})
  void linesFramesAndNothingAreNotSeenAtOnce(double noise) {
    assertThat(isSeenAtOnce(withMarks(noise, (_, y) -> y % 60 == 20))).isFalse();
    assertThat(isSeenAtOnce(withMarks(noise, InkFinderTest::isFrame))).isFalse();
    assertThat(isSeenAtOnce(square(RGB, (_, _) -> grey(0.9)))).isFalse();
  }

  private static boolean isFrame(int x, int y) {
    return Math.abs(Math.max(Math.abs(x - 140), Math.abs(y - 140)) - 128) < 2;
  }

  @Test
  void whatIsHardToTellFromThePaperIsNotSeenAtOnce() {
    Random random = new Random(5);

    BufferedImage faint =
        square(RGB, (x, y) -> grey(0.8 - 0.15 * SEVEN.at(x, y) + 0.05 * random.nextGaussian()));

    assertThat(isSeenAtOnce(faint)).isFalse();
  }

  @Test
  void whoSaysSomethingOfThePictureWantsALongerLook() {
    BufferedImage seven = withMarks(0, (_, _) -> false);

    assertThat(new InkFinder(seven, List.of(new Hint(5, 5, Hint.Kind.PAPER))).glance()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "100, 60", "61, 97", "560, 400"})
  void aBoxOfAPageIsWhereItsInkIsOnThePad(int width, int height) {
    GreyImage page =
        image(width, height, (x, y) -> x >= width / 5 && x < width / 2 && y >= 9 && y < 40 ? 1 : 0);
    Placement placement = Placement.of(page, 280);

    Box there = placement.forth(page.inkBox());

    assertThat(there).isEqualTo(placement.on(page).inkBox());
  }

  @ParameterizedTest
  @CsvSource({"80000, 99", "99, 80000", "1, 7999999"})
  void theLongestWhitePicturesAreBlank(int width, int height) {
    BufferedImage white = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((DataBufferByte) white.getRaster().getDataBuffer()).getData(), (byte) 0xff);

    assertThat(new InkFinder(white).brightness()).isEqualTo(1);
  }
}
