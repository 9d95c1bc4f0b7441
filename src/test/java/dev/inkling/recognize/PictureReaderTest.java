package dev.inkling.recognize;

import static dev.inkling.support.Images.image;
import static dev.inkling.support.Problems.keyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.PictureReader.Seen;
import dev.inkling.support.Papers;
import dev.inkling.support.Pictures;
import dev.inkling.support.Shipped;
import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Digits on paper as cameras see it, each kind of paper made here. */
class PictureReaderTest {
  private static final Classifier CLASSIFIER = new Classifier(Shipped.model(ModelLibrary.DEFAULT));

  private static final LineReader LINES = new LineReader(Shipped.model(Architecture.LINE.name()));

  @AfterAll
  static void close() {
    LINES.close();
    CLASSIFIER.close();
  }

  /** Each by its name: what happens to a photo of a written digit. */
  private static final Map<String, UnaryOperator<Papers>> KINDS =
      Map.ofEntries(
          Map.entry("shadow edge", p -> p.shadow(0.5, 12).noise(0.01)),
          Map.entry("vignette", p -> p.vignette(0.6).noise(0.01)),
          Map.entry("ruled", p -> p.ruled(46, 2, 0.45, false).noise(0.01)),
          Map.entry("squared", p -> p.ruled(30, 1, 0.35, true).noise(0.01)),
          Map.entry("border", p -> p.border(9, 0.8).noise(0.01)),
          Map.entry("specks", p -> p.specks(9, 2.5).noise(0.01)),
          Map.entry("texture", p -> p.texture(3, 0.03)),
          Map.entry("crumpled", p -> p.crumpled(8, 0.05).noise(0.01)),
          Map.entry("blur", p -> p.blurred(5).noise(0.01)),
          Map.entry("desk", p -> p.desk().noise(0.01)),
          Map.entry("patterned", p -> p.patterned(7, 0.15).noise(0.01)));

  static List<String> kinds() {
    return KINDS.keySet().stream().sorted().toList();
  }

  private static Papers paper(int seed) {
    return new Papers(300, 260, seed);
  }

  private static Drawing digit(int digit) {
    return Synthetic.drawing(digit, new SplittableRandom(digit + 40));
  }

  private static Seen seen(BufferedImage picture) {
    return PictureReader.read(picture, "picture", CLASSIFIER, LINES);
  }

  private static boolean isRead(BufferedImage picture, int digit) {
    try {
      Seen seen = seen(picture);
      return seen.isAnswer() && seen.reading().text().equals(String.valueOf(digit));
    } catch (Problem problem) {
      return false;
    }
  }

  /** How many of the ten digits are answered and right. */
  private static long right(UnaryOperator<Papers> change, double red, double green, double blue) {
    return IntStream.range(0, 10)
        .filter(
            d -> {
              Papers written = paper(d).written(digit(d), red, green, blue);
              return isRead(change.apply(written).picture(), d);
            })
        .count();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void digitsOnAnyPaperAreRead(String kind) {
    int least = kind.equals("squared") ? 8 : 9; // a stroke along a line may go with it
    assertThat(right(KINDS.get(kind), 0.2, 0.2, 0.25)).isGreaterThanOrEqualTo(least);
  }

  @Test
  void pencilIsRead() {
    assertThat(right(p -> p.shadow(0.3, 90).noise(0.012), 0.62, 0.62, 0.6))
        .isGreaterThanOrEqualTo(9);
  }

  @Test
  void aPrintedBoxAroundADigitIsLeftOut() {
    Drawing five = digit(5);
    BufferedImage boxed =
        new Papers(400, 400, 5)
            .written(smaller(five), 0.2, 0.2, 0.25)
            .boxed(30, 5)
            .noise(0.01)
            .picture();

    assertThat(isRead(boxed, 5)).isTrue();
  }

  /** In the middle of the pad. */
  private static Drawing smaller(Drawing drawing) {
    return new Drawing(
        drawing.marks().stream().map(mark -> (Mark) smaller((Stroke) mark)).toList());
  }

  private static Stroke smaller(Stroke stroke) {
    List<Point> points =
        stroke.points().stream().map(p -> new Point(p.x() * 0.6 + 56, p.y() * 0.6 + 56)).toList();
    return new Stroke(points, stroke.width() * 0.6, false);
  }

  @Test
  void redOnBlueIsRead() {
    UnaryOperator<Papers> plain = p -> p.noise(0.01);
    long right =
        IntStream.range(0, 10)
            .filter(
                d -> {
                  Papers blue = paper(d).paper(0.45, 0.55, 0.9);
                  return isRead(plain.apply(blue.written(digit(d), 0.8, 0.4, 0.45)).picture(), d);
                })
            .count();

    assertThat(right).isGreaterThanOrEqualTo(9);
  }

  @Test
  void chalkOnABoardIsRead() {
    long right =
        IntStream.range(0, 10)
            .filter(
                d -> {
                  Papers board = paper(d).paper(0.12, 0.2, 0.16);
                  Papers chalk = board.written(digit(d), 0.8, 0.82, 0.8).texture(2, 0.02);
                  return isRead(chalk.vignette(0.4).picture(), d);
                })
            .count();

    assertThat(right).isGreaterThanOrEqualTo(9);
  }

  @Test
  void blankPaperOfAnyKindIsNothingToSee() {
    List<String> nothing =
        List.of(
            "problem.picture.blank",
            "problem.picture.lines",
            "problem.picture.dark",
            "problem.picture.tiny");

    long seen =
        IntStream.range(0, 200)
            .filter(
                i -> {
                  BufferedImage paper = Papers.blank(i);
                  try {
                    seen(paper);
                    return true;
                  } catch (Problem problem) {
                    assertThat(nothing).contains(problem.key());
                    return false;
                  }
                })
            .count();

    assertThat(seen).isLessThanOrEqualTo(2);
  }

  @Test
  void aPictureOfADrawingIsReadLikeTheDrawing() {
    Seen seen = seen(Pictures.stored(Raster.of(Pictures.SEVEN)));

    Recognition ofDrawing = Recognizer.recognize(Pictures.SEVEN, CLASSIFIER);
    assertThat(seen.reading().only().probabilities())
        .containsExactly(ofDrawing.probabilities(), within(0.01f));
  }

  @Test
  void aBlankPictureIsAProblem() {
    BufferedImage blank = Pictures.stored(image(50, 50, (_, _) -> 0));
    BufferedImage tiny = Pictures.stored(image(5, 5, (x, _) -> x == 2 ? 1 : 0));

    assertThat(keyOf(() -> seen(blank))).isIn("problem.picture.blank", "problem.picture.dark");
    assertThat(keyOf(() -> seen(tiny))).isEqualTo("problem.picture.small");
  }

  @Test
  void linesAloneAreSaidToBeLines() {
    BufferedImage ruled = paper(1).ruled(40, 2, 0.5, true).noise(0.01).picture();

    assertThat(keyOf(() -> seen(ruled))).isEqualTo("problem.picture.lines");
  }

  /** A photo with a 7 at the left and a blot at the right that is as large. */
  private static BufferedImage blotted() {
    Stroke blot =
        new Stroke(List.of(new Point(230, 40), new Point(235, 240), new Point(255, 60)), 30, false);
    Drawing small =
        new Drawing(
            Pictures.SEVEN.marks().stream()
                .map(
                    mark ->
                        (Mark)
                            new Stroke(
                                ((Stroke) mark)
                                    .points().stream()
                                        .map(p -> new Point(p.x() * 0.6 + 20, p.y() * 0.6 + 50))
                                        .toList(),
                                12,
                                false))
                .toList());
    return new Papers(280, 280, 2).written(small.with(blot), 0.2, 0.2, 0.2).noise(0.01).picture();
  }

  @Test
  void whatAPersonSaysIsPaperIsNotRead() {
    List<Hint> hints = List.of(new Hint(235, 140, Hint.Kind.PAPER));

    Seen seen = PictureReader.read(blotted(), hints, "picture", CLASSIFIER, LINES);

    assertThat(seen.reading().text()).isEqualTo("7");
    Box place = seen.place(seen.reading().digits().getFirst());
    assertThat(place.right()).isLessThan(180);
  }

  @Test
  void whatWasLeftOutIsDrawnBlueAndWhatWasReadRed() {
    BufferedImage picture =
        paper(3).written(digit(4), 0.2, 0.2, 0.2).border(9, 0.9).noise(0.005).picture();

    BufferedImage sight = SightPicture.of(picture, seen(picture));

    int[] pixels =
        sight.getRGB(0, 0, sight.getWidth(), sight.getHeight(), null, 0, sight.getWidth());
    assertThat(Arrays.stream(pixels).filter(PictureReaderTest::isRed).count()).isGreaterThan(1000);
    assertThat(isBlue(sight.getRGB(6, sight.getHeight() / 2))).isTrue();
  }

  private static boolean isRed(int argb) {
    return (argb >> 16 & 0xff) > 180 && (argb >> 8 & 0xff) < 60 && (argb & 0xff) < 80;
  }

  private static boolean isBlue(int argb) {
    return (argb & 0xff) > 150 && (argb >> 16 & 0xff) < 110;
  }
}
