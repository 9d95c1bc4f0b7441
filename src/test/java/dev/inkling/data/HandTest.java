package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HandTest {
  private static final List<List<Point>> PLUS =
      List.of(
          List.of(new Point(50, 0), new Point(50, 100)),
          List.of(new Point(0, 50), new Point(100, 50)));

  private static Drawing write(long seed) {
    return new Hand(new SplittableRandom(seed), Hand.BROADEST).write(PLUS);
  }

  @Test
  void aHandWritesEveryStrokeWithTheSamePen() {
    List<Stroke> strokes = write(1).marks().stream().map(Stroke.class::cast).toList();

    assertThat(strokes).hasSize(2);
    assertThat(strokes.get(0).width()).isEqualTo(strokes.get(1).width());
  }

  @Test
  void anotherHandWritesOtherwise() {
    assertThat(write(1)).isEqualTo(write(1));
    assertThat(write(1)).isNotEqualTo(write(2));
  }

  @Test
  void pointsStandAtEqualDistancesAndTheLastIsKept() {
    List<Point> corner = List.of(new Point(0, 0), new Point(10, 0), new Point(10, 9));

    List<Point> spaced = Hand.spaced(corner, 4);

    assertThat(spaced)
        .containsExactly(
            new Point(0, 0),
            new Point(4, 0),
            new Point(8, 0),
            new Point(10, 2),
            new Point(10, 6),
            new Point(10, 9));
  }

  @Test
  void aBendMovesNeighboursAlike() {
    Bend bend = new Bend(new SplittableRandom(1), 6);
    Point here = bend.move(new Point(40, 40));
    Point there = bend.move(new Point(41, 40));

    assertThat(there.x() - here.x()).isCloseTo(1, within(0.8));
    assertThat(there.y() - here.y()).isCloseTo(0, within(0.8));
    assertThat(new Bend(new SplittableRandom(1), 0).move(new Point(3, 4)))
        .isEqualTo(new Point(3, 4));
  }
}
