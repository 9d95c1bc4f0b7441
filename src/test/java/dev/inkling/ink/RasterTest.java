package dev.inkling.ink;

import static dev.inkling.support.Images.image;
import static dev.inkling.support.Images.mass;
import static dev.inkling.support.Images.strongest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterTest {
  /** One pixel in so many is compared: 280 is no multiple, so in each row others. */
  private static final int SOME = 23;

  private static final Stroke BOW = stroke(20, point(40, 60), point(150, 40), point(230, 230));

  private static Stroke stroke(double width, Point... points) {
    return new Stroke(List.of(points), width, false);
  }

  private static Stroke eraser(double width, Point... points) {
    return new Stroke(List.of(points), width, true);
  }

  private static Point point(double x, double y) {
    return new Point(x, y);
  }

  private static GreyImage draw(Mark... marks) {
    return Raster.of(new Drawing(List.of(marks)));
  }

  @Test
  void anEmptyPadIsBlank() {
    assertThat(mass(Raster.of(Drawing.EMPTY))).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {6, 18, 25, 60})
  void aTapLeavesADotOfTheBrushsArea(double width) {
    double area = Math.PI * width * width / 4;

    assertThat(mass(draw(stroke(width, point(100, 120)))))
        .isCloseTo(area, Percentage.withPercentage(2));
    assertThat(mass(draw(stroke(width, point(100.3, 119.6)))))
        .isCloseTo(area, Percentage.withPercentage(2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 6, 18, 25.5})
  void aStrokeIsAsWideAsTheBrush(double width) {
    GreyImage flat = draw(stroke(width, point(40, 100), point(240, 100)));
    GreyImage upright = draw(stroke(width, point(77.5, 40), point(77.5, 240)));

    double height = 0;
    double across = 0;
    for (int i = 0; i < 280; i++) {
      height += flat.at(140, i);
      across += upright.at(i, 140);
    }
    assertThat(height).isCloseTo(width, within(0.01));
    assertThat(across).isCloseTo(width, within(0.01));
  }

  @Test
  void crossingStrokesAreNotDarkerThanInk() {
    GreyImage cross =
        draw(
            stroke(20, point(40, 140), point(240, 140)),
            stroke(20, point(140, 40), point(140, 240)));

    assertThat(strongest(cross)).isEqualTo(1);
  }

  @Test
  void theEraserTakesInkAwayWhereItGoes() {
    GreyImage line = draw(stroke(20, point(40, 100), point(240, 100)));
    GreyImage gap =
        draw(
            stroke(20, point(40, 100), point(240, 100)),
            eraser(30, point(140, 60), point(140, 140)));

    assertThat(gap.at(140, 100)).isZero();
    assertThat(gap.at(60, 100)).isEqualTo(1);
    assertThat(mass(line) - mass(gap)).isCloseTo(32 * 20, within(3.0));
  }

  @Test
  void whatIsDrawnAfterErasingStays() {
    GreyImage image = draw(BOW, eraser(400, point(140, 140)), stroke(18, point(50, 50)));

    assertThat(mass(image)).isCloseTo(mass(draw(stroke(18, point(50, 50)))), within(1e-3));
  }

  @Test
  void erasingEverythingLeavesABlankPad() {
    assertThat(draw(BOW, eraser(500, point(140, 140))).inkBox()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 280, 560})
  void anEraserOfTheBrushsWidthLeavesNoRim(int size) {
    Drawing wiped =
        new Drawing(
            List.of(
                stroke(18, point(100.3, 80.6)),
                eraser(18, point(100.3, 80.6)),
                BOW,
                new Stroke(BOW.points(), BOW.width(), true)));

    assertThat(Raster.of(wiped, size).inkBox()).isNull();
  }

  @Test
  void aPictureIsDrawnOnAndCanBeErased() {
    Picture picture = new Picture(image(280, 280, (x, y) -> y < 100 ? 0.5 : 0));

    GreyImage image = draw(picture, stroke(20, point(140, 50)), eraser(40, point(30, 30)));

    assertThat(image.at(140, 50)).isEqualTo(1);
    assertThat(image.at(250, 50)).isEqualTo(0.5f);
    assertThat(image.at(30, 30)).isZero();
    assertThat(image.at(140, 200)).isZero();
  }

  @Test
  void aPictureDoesNotWashOutTheStrokeBelowIt() {
    Picture faint = new Picture(image(280, 280, (_, _) -> 0.25));

    GreyImage image = draw(BOW, faint);

    assertThat(strongest(image)).isEqualTo(1);
    assertThat(image.at(5, 275)).isEqualTo(0.25f);
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 140, 560})
  void anotherResolutionShowsTheSameDrawing(int size) {
    Drawing drawing = Drawing.EMPTY.with(BOW);
    GreyImage full = Raster.of(drawing);
    GreyImage other = Raster.of(drawing, size);

    double scale = size / 280.0;
    assertThat(mass(other)).isCloseTo(mass(full) * scale * scale, Percentage.withPercentage(1));
    GreyImage brought = full.resample(new Box(0, 0, 280, 280), size, size);
    double difference = 0;
    for (int i = 0; i < other.ink().length; i++) {
      difference += Math.abs(other.ink()[i] - brought.ink()[i]);
    }
    assertThat(difference / mass(other)).isLessThan(0.08);
  }

  @Test
  void strokesMayLeaveThePad() {
    GreyImage image = draw(stroke(20, point(-5_000, 100), point(9_000, 100)));

    assertThat(mass(image)).isCloseTo(280 * 20, within(1.0));
    assertThat(mass(draw(stroke(20, point(-300, 700))))).isZero();
  }

  @Test
  void aDotInTheCornerIsAQuarter() {
    assertThat(mass(draw(stroke(40, point(0, 0))))).isCloseTo(Math.PI * 100, within(5.0));
  }

  /** The quick way leaves out what can make no difference; here nothing is left out. */
  @Test
  void everyPixelIsCoveredAsFarAsTheNearestPointOfTheLineSays() {
    Random random = new Random(7);
    for (int i = 0; i < 30; i++) {
      List<Mark> marks = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        marks.add(scribble(random, random.nextInt(4) == 0));
      }
      Drawing drawing = new Drawing(marks);

      float[] drawn = Raster.of(drawing).ink();

      float[] expected = new float[drawn.length];
      marks.forEach(mark -> drawSlowly((Stroke) mark, expected));
      for (int k = 0; k < drawn.length; k += SOME) {
        assertThat(Math.abs(drawn[k] - expected[k])).as("%d of %s", k, drawing).isLessThan(1e-6f);
      }
      assertThat(Raster.ink(drawing).map(Piece::box))
          .isEqualTo(Piece.in(Raster.of(drawing)).map(Piece::box));
    }
  }

  private static Stroke scribble(Random random, boolean erases) {
    Point at = point(random.nextDouble(-50, 330), random.nextDouble(-50, 330));
    List<Point> points = new ArrayList<>(List.of(at));
    double step = random.nextDouble(1, 80);
    for (int i = random.nextInt(20); i > 0; i--) {
      at = point(at.x() + random.nextGaussian(0, step), at.y() + random.nextGaussian(0, step));
      points.add(at);
    }
    return new Stroke(points, random.nextDouble(0.5, 40), erases);
  }

  private static void drawSlowly(Stroke stroke, float[] ink) {
    double radius = stroke.width() / 2 + (stroke.erases() ? 1 : 0);
    List<Point> path = stroke.path();
    for (int i = 0; i < ink.length; i += SOME) {
      int row = i / Drawing.SIZE;
      Point pixel = point(i % Drawing.SIZE + 0.5, row + 0.5);
      double least = pixel.distance(path.getFirst());
      for (int k = 1; k < path.size(); k++) {
        least = Math.min(least, distance(pixel, path.get(k - 1), path.get(k)));
      }
      float covered = (float) Math.clamp(radius + 0.5 - least, 0, 1);
      ink[i] = stroke.erases() ? Math.min(ink[i], 1 - covered) : Math.max(ink[i], covered);
    }
  }

  private static double distance(Point pixel, Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double along = (pixel.x() - from.x()) * dx + (pixel.y() - from.y()) * dy;
    return pixel.distance(from.toward(to, Math.clamp(along / (dx * dx + dy * dy), 0, 1)));
  }

  @Test
  void inkWithoutPaperIsThatOfThePad() {
    GreyImage pad = draw(BOW);
    Piece ink = Raster.ink(Drawing.EMPTY.with(BOW)).orElseThrow();

    assertThat(ink.box()).isEqualTo(pad.inkBox());
    assertThat(ink.ink().ink()).containsExactly(pad.crop(ink.box()).ink());
    assertThat(Raster.ink(Drawing.EMPTY)).isEmpty();
    assertThat(Raster.ink(Drawing.EMPTY.with(stroke(18, point(-90, 10))))).isEmpty();
    assertThat(Raster.ink(Drawing.EMPTY.with(BOW).with(eraser(600, point(140, 140))))).isEmpty();
  }

  @Test
  void aDrawingOfOnePieceIsKnownByItsLine() {
    assertThat(StrokePieces.isOne(Drawing.EMPTY.with(stroke(18, point(140, 40), point(140, 240)))))
        .isTrue();
    Random random = new Random(11);
    int several = 0;
    for (int i = 0; i < 300; i++) {
      Drawing drawing = Drawing.EMPTY.with(scribble(random, false));
      boolean isSeveral = StrokePieces.of(drawing).size() > 1;
      several += isSeveral ? 1 : 0;
      assertThat(isSeveral && StrokePieces.isOne(drawing)).as("%s", drawing).isFalse();
    }
    assertThat(several).isPositive();
  }
}
