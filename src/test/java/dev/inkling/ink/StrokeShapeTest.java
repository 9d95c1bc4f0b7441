package dev.inkling.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrokeShapeTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  private static Stroke stroke(double... coordinates) {
    List<Point> points =
        Stream.iterate(0, i -> i < coordinates.length, i -> i + 2)
            .map(i -> new Point(coordinates[i], coordinates[i + 1]))
            .toList();
    return new Stroke(points, Stroke.DEFAULT_WIDTH, false);
  }

  private static StrokeShape shape(Mark... marks) {
    return StrokeShape.of(new Drawing(List.of(marks))).orElseThrow();
  }

  @Test
  void pointsLieAtEvenDistancesWhateverTheSizeAndPlace() {
    float[] points = shape(stroke(50, 50, 60, 50, 250, 50)).points();
    for (int i = 0; i < StrokeShape.POINTS; i++) {
      double x = -1 + 2.0 * i / (StrokeShape.POINTS - 1);
      assertThat(points[i * 3]).isCloseTo((float) x, within(1e-5f));
      assertThat(points[i * 3 + 1]).isZero();
      assertThat(points[i * 3 + 2]).isZero();
    }
    StrokeShape hook = shape(stroke(10, 20, 40, 20, 40, 90));
    StrokeShape larger = shape(stroke(100, 50, 160, 50, 160, 190));
    assertThat(hook.distance(larger, ANY)).isCloseTo(0, within(1e-9));
  }

  /**
   * Across and down: each two points differ by a quarter twice in direction, and by their places.
   */
  @Test
  void linesAcrossOneAnotherAreAsFarAsTheirPlacesAndDirections() {
    double distance = shape(stroke(0, 9, 200, 9)).distance(shape(stroke(9, 0, 9, 200)), ANY);
    double meanSquare = 41 / 117.0; // of 40 places from −1 to 1
    assertThat(distance).isCloseTo(0.5 + 2 * meanSquare, within(1e-6));
  }

  @Test
  void theDirectionTellsWhatInkDoesNot() {
    StrokeShape down = shape(stroke(50, 10, 50, 210));
    StrokeShape up = shape(stroke(50, 210, 50, 10));
    assertThat(down.distance(up, ANY)).isGreaterThan(1);
    assertThat(down.distance(up, ANY)).isEqualTo(up.distance(down, ANY));
  }

  @Test
  void whatThePenLeftOutIsInTheAir() {
    StrokeShape plus = shape(stroke(100, 0, 100, 200), stroke(0, 100, 200, 100));
    double[] air = new double[StrokeShape.POINTS];
    Arrays.setAll(air, i -> plus.points()[i * 3 + 2]);
    assertThat(air).containsOnly(0, 1).startsWith(0).endsWith(0);
    assertThat(plus.distance(shape(stroke(100, 0, 100, 200, 0, 100, 200, 100)), ANY))
        .isGreaterThan(0.02);
  }

  @Test
  void whatIsTooFarNeedNotBeKnown() {
    StrokeShape down = shape(stroke(50, 10, 50, 210));
    StrokeShape slanted = shape(stroke(80, 10, 50, 210));
    double distance = down.distance(slanted, ANY);
    assertThat(down.distance(slanted, distance)).isEqualTo(distance);
    assertThat(down.distance(slanted, distance * 0.99)).isInfinite();
  }

  @Test
  void whatWasKeptIsTheSame() {
    StrokeShape hook = shape(stroke(10, 20, 40, 20, 40, 90));
    assertThat(StrokeShape.of(hook.points()).distance(hook, ANY)).isZero();
  }

  @Test
  void aDotIsADotWhereverThePenRested() {
    StrokeShape dot = shape(stroke(30, 30));
    assertThat(dot.distance(shape(stroke(90, 40, 90, 40, 90, 40)), ANY)).isZero();
  }

  @Test
  void onlyStrokesHaveAWay() {
    Stroke line = stroke(10, 10, 200, 200);
    Stroke eraser = new Stroke(line.points(), 20, true);
    Picture picture = Picture.enlarged(GreyImage.blank(28, 28));
    assertThat(StrokeShape.of(Drawing.EMPTY)).isEmpty();
    assertThat(StrokeShape.of(new Drawing(List.of(line, eraser)))).isEmpty();
    assertThat(StrokeShape.of(new Drawing(List.of(line, picture)))).isEmpty();
  }
}
