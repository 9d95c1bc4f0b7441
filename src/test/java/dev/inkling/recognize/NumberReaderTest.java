package dev.inkling.recognize;

import static dev.inkling.support.Handwriting.BARRED_SEVEN;
import static dev.inkling.support.Handwriting.FIVE_WITH_HAT;
import static dev.inkling.support.Handwriting.FOUR;
import static dev.inkling.support.Handwriting.ONE;
import static dev.inkling.support.Handwriting.ONE_WITH_FOOT;
import static dev.inkling.support.Handwriting.SEVEN;
import static dev.inkling.support.Handwriting.SIX;
import static dev.inkling.support.Handwriting.SLASHED_ZERO;
import static dev.inkling.support.Handwriting.TWO;
import static dev.inkling.support.Handwriting.ZERO;
import static dev.inkling.support.Handwriting.at;
import static dev.inkling.support.Handwriting.drawing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hand-made numbers, read with the network that ships. */
class NumberReaderTest {
  private static Classifier classifier;

  @BeforeAll
  static void open() throws IOException {
    Path shipped = Path.of(System.getProperty(AppFolders.MODELS, "models"));
    classifier = new Classifier(ModelFolder.read(shipped.resolve(ModelLibrary.DEFAULT)));
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  private static Reading read(Drawing drawing) {
    return Recognizer.read(drawing, classifier);
  }

  private static Drawing picture(Drawing drawing) {
    return Drawing.EMPTY.with(new Picture(Raster.of(drawing)));
  }

  private static Mark line(double width, Point... points) {
    return new Stroke(List.of(points), width, false);
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("2026", four(TWO, ZERO, TWO, SIX)),
        Arguments.of("5047", four(FIVE_WITH_HAT, SLASHED_ZERO, FOUR, BARRED_SEVEN)),
        Arguments.of("1142", four(ONE, ONE, FOUR, TWO)),
        Arguments.of("11", drawing(at(70, 60, 1, ONE), at(120, 60, 1, ONE))),
        Arguments.of("11", drawing(at(60, 90, 0.6, ONE), at(82, 90, 0.6, ONE))),
        Arguments.of("17", drawing(at(40, 60, 1, ONE), at(130, 60, 1, SEVEN))),
        Arguments.of("71", drawing(at(40, 60, 1, SEVEN), at(130, 60, 1, ONE))),
        Arguments.of("15", drawing(at(20, 60, 1, ONE_WITH_FOOT), at(150, 60, 1, FIVE_WITH_HAT))),
        Arguments.of("26", drawing(at(20, 40, 1.2, TWO), at(180, 110, 0.7, SIX))),
        Arguments.of("74", drawing(at(20, 60, 1, SEVEN), at(90, 60, 1, FOUR))),
        Arguments.of("00", drawing(at(30, 60, 1, ZERO), at(125, 60, 1, ZERO))),
        Arguments.of(
            "20\n46",
            drawing(
                at(50, 15, 0.7, TWO),
                at(150, 15, 0.7, ZERO),
                at(50, 155, 0.7, FOUR),
                at(150, 155, 0.7, SIX))));
  }

  private static Drawing four(String[] a, String[] b, String[] c, String[] d) {
    return drawing(
        at(8, 100, 0.55, a), at(78, 100, 0.55, b), at(146, 100, 0.55, c), at(214, 100, 0.55, d));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numbersAreReadWithTheirStrokesTogether(String text, Drawing drawing) {
    assertThat(read(drawing).text()).isEqualTo(text);
  }

  static Stream<Arguments> digits() {
    return Stream.of(
        Arguments.of(0, SLASHED_ZERO),
        Arguments.of(1, ONE_WITH_FOOT),
        Arguments.of(4, FOUR),
        Arguments.of(5, FIVE_WITH_HAT),
        Arguments.of(7, BARRED_SEVEN));
  }

  @ParameterizedTest
  @MethodSource("digits")
  void aDigitOfTwoStrokesStaysOneAndIsReadAsBefore(int digit, String[] strokes) {
    Drawing drawing = drawing(at(80, 60, 1, strokes));

    Reading reading = read(drawing);

    assertThat(reading.isNumber()).isFalse();
    Recognition alone = Recognizer.recognize(drawing, classifier);
    assertThat(reading.only().framed().ink()).containsExactly(alone.framed().ink());
    // The model that ships may take a slashed 0 or a foot for another digit; it must be one.
    assertThat(reading.only().digit()).isEqualTo(alone.digit());
    assertThat(read(picture(drawing)).isNumber()).as("picture of %d", digit).isFalse();
  }

  @Test
  void aPictureOfANumberIsReadLikeItsStrokes() {
    Drawing thin =
        new Drawing(
            four(TWO, ZERO, TWO, SIX).marks().stream()
                .map(mark -> (Mark) new Stroke(((Stroke) mark).points(), 8, false))
                .toList());

    assertThat(read(picture(thin)).text()).isEqualTo("2026");
  }

  @Test
  void touchingZerosOfAPictureAreParted() {
    Drawing number = drawing(at(10, 60, 0.8, TWO), at(100, 60, 0.8, ZERO), at(190, 60, 0.8, ZERO));

    assertThat(read(picture(number)).text()).isEqualTo("200");
  }

  @Test
  void aSpeckBetweenDigitsIsNoDigit() {
    Drawing number = drawing(at(30, 60, 1, TWO), at(160, 60, 1, ZERO));
    Drawing withSpeck = number.with(line(6, new Point(143, 230)));

    assertThat(read(withSpeck).text()).isEqualTo("20");
  }

  @Test
  void everyBoxHoldsTheInkOfItsDigit() {
    List<Reading.Digit> digits = read(drawing(at(20, 60, 1, TWO), at(160, 60, 1, SIX))).digits();

    assertThat(digits).hasSize(2);
    Box two = digits.get(0).box();
    assertThat(two.x()).isBetween(16, 20);
    assertThat(two.right()).isBetween(122, 125);
    assertThat(two.y()).isBetween(50, 55);
    assertThat(two.bottom()).isBetween(221, 225);
    assertThat(digits.get(1).contains(200, 140)).isTrue();
    assertThat(digits.get(1).contains(100, 140)).isFalse();
  }

  @Test
  void whatIsErasedIsNotRead() {
    Drawing number = drawing(at(20, 60, 1, TWO), at(160, 60, 1, SIX));
    Stroke eraser = new Stroke(List.of(new Point(210, 40), new Point(210, 240)), 130, true);

    Reading reading = read(number.with(eraser));

    assertThat(reading.text()).isEqualTo("2");
    assertThat(reading.isNumber()).isFalse();
  }

  @Test
  void aBlankPadHasNoDigits() {
    assertThat(read(Drawing.EMPTY)).isEqualTo(Reading.BLANK);
    assertThat(Reading.BLANK.text()).isEmpty();
    assertThat(Reading.BLANK.nearest(10, 10)).isZero();
  }

  @Test
  void manyDrawingsAreAnsweredInTheirOrder() {
    Drawing two = drawing(at(80, 60, 1, TWO));
    Drawing number = drawing(at(20, 60, 1, TWO), at(160, 60, 1, SIX));

    assertThat(Recognizer.read(List.of(number, Drawing.EMPTY, two, number), classifier))
        .extracting(Reading::text)
        .containsExactly("26", "", "2", "26");
  }

  /** Batches of other sizes take other kernels of the engine, with other last digits. */
  static Stream<Arguments> theSameInAnyCompany() {
    return Stream.of(
        Arguments.of("steady", (Function<Model, Classifier>) Classifier::steady),
        Arguments.of("one by one", (Function<Model, Classifier>) Classifier::oneByOne));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("theSameInAnyCompany")
  void whatIsReadTogetherIsReadAsItIsAlone(String name, Function<Model, Classifier> maker) {
    List<Drawing> all =
        Stream.concat(
                numbers().map(arguments -> (Drawing) arguments.get()[1]),
                digits().map(arguments -> drawing(at(80, 60, 1, (String[]) arguments.get()[1]))))
            .toList();
    try (Classifier reader = maker.apply(classifier.model())) {
      List<Reading> together =
          Recognizer.read(
              Collections.nCopies(4, all).stream().flatMap(List::stream).toList(), reader);
      for (int i = 0; i < together.size(); i++) {
        Reading alone = Recognizer.read(all.get(i % all.size()), reader);
        assertThat(together.get(i).text()).isEqualTo(alone.text());
        for (int k = 0; k < alone.digits().size(); k++) {
          assertThat(together.get(i).digits().get(k).recognition().probabilities())
              .containsExactly(alone.digits().get(k).recognition().probabilities());
        }
      }
    }
  }

  @Test
  void whatIsNoDigitIsNoNumberBecauseItComesApart() {
    Drawing cross =
        Drawing.EMPTY
            .with(line(18, new Point(80, 50), new Point(200, 230)))
            .with(line(18, new Point(200, 50), new Point(80, 230)));
    Drawing person =
        Drawing.EMPTY
            .with(line(18, new Point(140, 50), new Point(60, 220)))
            .with(line(18, new Point(140, 60), new Point(225, 220)));
    Drawing wave =
        Drawing.EMPTY.with(
            line(
                14,
                new Point(20, 170),
                new Point(60, 90),
                new Point(110, 170),
                new Point(150, 90),
                new Point(200, 170),
                new Point(250, 90)));

    for (Drawing drawing : List.of(cross, person, wave)) {
      Reading reading = read(drawing);
      assertThat(reading.isNumber()).as(reading.text()).isFalse();
      assertThat(reading.only().isDigit()).as(reading.text()).isFalse();
    }
  }
}
