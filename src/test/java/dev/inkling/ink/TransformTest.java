package dev.inkling.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.support.Images;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformTest {
  private static Stroke line(double width, boolean erases, double... xy) {
    return new Stroke(List.of(new Point(xy[0], xy[1]), new Point(xy[2], xy[3])), width, erases);
  }

  private static final Drawing LINE = Drawing.EMPTY.with(line(10, false, 100, 50, 100, 150));

  private static Stroke first(Drawing drawing) {
    return (Stroke) drawing.marks().getFirst();
  }

  private static void assertPoint(Point point, double x, double y) {
    assertThat(point.x()).isCloseTo(x, within(1e-9));
    assertThat(point.y()).isCloseTo(y, within(1e-9));
  }

  @Test
  void theMiddleOfTheInkStaysWhereItIs() {
    Stroke turned = first(Transform.map(LINE, AffineTransform.getQuadrantRotateInstance(1)));
    Stroke larger = first(Transform.map(LINE, AffineTransform.getScaleInstance(1.5, 1.5)));

    assertPoint(turned.points().getFirst(), 150, 100);
    assertPoint(turned.points().getLast(), 50, 100);
    assertPoint(larger.points().getFirst(), 100, 25);
    assertPoint(larger.points().getLast(), 100, 175);
    assertThat(larger.width()).isEqualTo(10);
  }

  @Test
  void whatWouldLeaveThePadIsMovedBack() {
    Stroke down = first(Transform.map(LINE, AffineTransform.getTranslateInstance(-20, 500)));
    Stroke left = first(Transform.map(LINE, AffineTransform.getTranslateInstance(-500, 0)));

    assertPoint(down.points().getLast(), 80, 275); // and half of the pen
    assertPoint(down.points().getFirst(), 80, 175);
    assertPoint(left.points().getFirst(), 5, 50);
  }

  @Test
  void whatIsTooLargeIsMadeSmallerWithItsPen() {
    Stroke huge = first(Transform.map(LINE, AffineTransform.getScaleInstance(9, 9)));

    // 9 · 100 and the pen of 10 are brought to 280.
    double scale = 280 / 910.0;
    assertThat(huge.width()).isCloseTo(10 * scale, within(1e-9));
    assertPoint(huge.points().getFirst(), huge.points().getFirst().x(), 5 * scale);
    assertPoint(huge.points().getLast(), huge.points().getLast().x(), 280 - 5 * scale);
  }

  @Test
  void whatWasDrawnBeyondThePadStaysAway() {
    // Down out of the pad and up into it again, 50 pixels to the right.
    Stroke out =
        new Stroke(
            List.of(
                new Point(100, 100),
                new Point(100, 200),
                new Point(100, 300),
                new Point(100, 400),
                new Point(150, 400),
                new Point(150, 300),
                new Point(150, 200),
                new Point(150, 100)),
            10,
            false);

    Drawing half =
        Transform.map(Drawing.EMPTY.with(out), AffineTransform.getScaleInstance(0.5, 0.5));

    assertThat(half.marks()).hasSize(2);
    Box box = Raster.of(half).inkBox();
    assertThat(box.height()).isCloseTo((280 - 100) / 2 + 10, within(2));
    assertThat(box.width()).isCloseTo(50 / 2 + 10, within(2));
    GreyImage ink = Raster.of(half);
    assertThat(ink.at(box.x() + box.width() / 2, box.y() + box.height() - 4)).isZero();
  }

  @Test
  void anEraserGoesAlongAndDoesNotCountAsInk() {
    Drawing wiped = LINE.with(line(30, true, 0, 100, 280, 100));

    Drawing turned = Transform.map(wiped, AffineTransform.getQuadrantRotateInstance(1));

    Stroke eraser = (Stroke) turned.marks().get(1);
    assertThat(eraser.erases()).isTrue();
    assertPoint(eraser.points().getFirst(), 100, 0);
    assertPoint(eraser.points().getLast(), 100, 280);
    Drawing onlyWiped = Drawing.EMPTY.with(line(30, true, 0, 100, 280, 100));
    assertThat(Transform.map(onlyWiped, AffineTransform.getScaleInstance(2, 2)))
        .isEqualTo(onlyWiped);
    assertThat(Transform.thicken(onlyWiped, 4)).isEqualTo(onlyWiped);
  }

  @Test
  void pensGetWiderAndThinnerButNeverVanish() {
    assertThat(first(Transform.thicken(LINE, 6)).width()).isEqualTo(16);
    assertThat(first(Transform.thicken(LINE, -6)).width()).isEqualTo(4);
    assertThat(first(Transform.thicken(LINE, -60)).width()).isEqualTo(2);
    assertThat(Transform.thicken(LINE, 0)).isSameAs(LINE);
    Stroke atTheEdge =
        first(Transform.thicken(Drawing.EMPTY.with(line(10, false, 5, 50, 5, 150)), 6));
    assertThat(atTheEdge.points().getFirst().x()).isEqualTo(8);
  }

  @Test
  void aPictureIsMappedWithItsPen() {
    Drawing picture = Drawing.EMPTY.with(new Picture(Images.rectangle(280, 40, 60, 20, 100)));

    Drawing turned = Transform.map(picture, AffineTransform.getQuadrantRotateInstance(1));
    Drawing half = Transform.map(picture, AffineTransform.getScaleInstance(0.5, 0.5));
    Drawing right = Transform.map(picture, AffineTransform.getTranslateInstance(1000, 0));

    assertBox(turned, new Box(0, 100, 100, 20));
    assertBox(half, new Box(45, 85, 10, 50));
    assertBox(right, new Box(260, 60, 20, 100));
  }

  private static void assertBox(Drawing drawing, Box expected) {
    Box box = Raster.of(drawing).inkBox();
    assertThat(box.x()).isCloseTo(expected.x(), within(1));
    assertThat(box.y()).isCloseTo(expected.y(), within(1));
    assertThat(box.width()).isCloseTo(expected.width(), within(2));
    assertThat(box.height()).isCloseTo(expected.height(), within(2));
  }

  @Test
  void aPicturesInkGrowsAndShrinksByHalfOnEachSide() {
    GreyImage block = Images.rectangle(280, 40, 60, 20, 100);
    Drawing picture = Drawing.EMPTY.with(new Picture(block));

    assertThat(Raster.of(Transform.thicken(picture, 8)).inkBox())
        .isEqualTo(new Box(36, 56, 28, 108));
    assertThat(Raster.of(Transform.thicken(picture, -8)).inkBox())
        .isEqualTo(new Box(44, 64, 12, 92));
    // A disc rounds the corners.
    GreyImage grown = Raster.of(Transform.thicken(picture, 8));
    assertThat(grown.at(36, 100)).isEqualTo(1);
    assertThat(grown.at(36, 56)).isZero();
    // More than its width: nothing is left.
    assertThat(Raster.of(Transform.thicken(picture, -24)).inkBox()).isNull();
  }
}
