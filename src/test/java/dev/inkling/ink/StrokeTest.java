package dev.inkling.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeTest {
  private static List<Point> path(Point... points) {
    return new Stroke(List.of(points), 18, false).path();
  }

  @Test
  void aTapIsOnePoint() {
    assertThat(path(new Point(3, 4))).containsExactly(new Point(3, 4));
  }

  @Test
  void twoPointsAreAStraightLine() {
    assertThat(path(new Point(3, 4), new Point(90, 80)))
        .startsWith(new Point(3, 4))
        .endsWith(new Point(90, 80))
        .allSatisfy(p -> assertThat((p.x() - 3) * 76).isCloseTo((p.y() - 4) * 87, within(1e-6)));
  }

  @Test
  void theLineBeginsAndEndsWhereThePenDid() {
    List<Point> path =
        path(new Point(10, 10), new Point(100, 20), new Point(150, 200), new Point(20, 250));

    assertThat(path).startsWith(new Point(10, 10)).endsWith(new Point(20, 250));
  }

  @Test
  void aFastHandWithFewEventsStillDrawsASmoothBow() {
    // Nine events around a circle: straight lines between them would turn by 45° at each.
    Point[] events = new Point[9];
    for (int i = 0; i < events.length; i++) {
      double angle = Math.PI * i / 4;
      events[i] = new Point(140 + 100 * Math.cos(angle), 140 + 100 * Math.sin(angle));
    }

    List<Point> path = path(events);

    for (int i = 2; i < path.size() - 2; i++) {
      assertThat(turn(path.get(i - 1), path.get(i), path.get(i + 1))).isLessThan(15);
      assertThat(path.get(i).distance(new Point(140, 140))).isBetween(95.0, 100.5);
    }
  }

  @Test
  void aFastHandCutsNoCorner() {
    Point corner = new Point(250, 30);

    List<Point> path = path(new Point(30, 30), corner, new Point(120, 250));

    assertThat(path).contains(corner);
    // and swings out beyond it by less than the brush's radius
    assertThat(path).allSatisfy(p -> assertThat(p.x()).isLessThan(corner.x() + 9));
  }

  @Test
  void theNoiseOfATabletIsCalmed() {
    Point[] events = new Point[20];
    for (int i = 0; i < events.length; i++) {
      events[i] = new Point(20 + 10 * i, 100 + (i % 2 == 0 ? 3 : -3));
    }

    List<Point> path = path(events);

    assertThat(path.subList(8, path.size() - 8))
        .allSatisfy(p -> assertThat(p.y()).isCloseTo(100, within(0.5)));
  }

  @Test
  void aPenThatTremblesOnTheSpotDrawsThere() {
    Point here = new Point(50, 60);
    Point beside = new Point(52, 60);

    assertThat(path(here, beside, here, beside, here, beside))
        .allSatisfy(p -> assertThat(p.distance(here)).isLessThanOrEqualTo(2));
  }

  @Test
  void unevenEventsDrawNoLoop() {
    List<Point> path =
        path(new Point(10, 100), new Point(200, 100), new Point(204, 104), new Point(204, 250));

    for (int i = 1; i < path.size(); i++) {
      assertThat(path.get(i).x()).isGreaterThan(path.get(i - 1).x() - 3);
      assertThat(path.get(i).y()).isGreaterThan(path.get(i - 1).y() - 3);
    }
  }

  /** By how many degrees the way a → b → c turns. */
  private static double turn(Point a, Point b, Point c) {
    double before = Math.atan2(b.y() - a.y(), b.x() - a.x());
    double after = Math.atan2(c.y() - b.y(), c.x() - b.x());
    return Math.toDegrees(Math.abs(Math.IEEEremainder(after - before, 2 * Math.PI)));
  }

  @Test
  void aPenThatRestsDrawsOneSpot() {
    Point here = new Point(50, 60);

    assertThat(path(here, here, here, here)).containsOnly(here);
  }

  @Test
  void aStrokeWithoutPointsOrWidthIsRefused() {
    List<Point> one = List.of(new Point(1, 1));

    assertThatThrownBy(() -> new Stroke(List.of(), 18, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Stroke(one, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Stroke(one, Double.NaN, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
