package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Point;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FormsTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void everyDigitIsWrittenInManyWays() {
    for (int digit = 0; digit < 10; digit++) {
      Set<List<List<Point>>> forms = new HashSet<>();
      for (int i = 0; i < 500; i++) {
        forms.add(Forms.DIGITS.any(digit, random));
      }
      assertThat(forms).hasSizeGreaterThanOrEqualTo(9);
    }
  }

  @Test
  void allPointsLieOnTheGridOrLittleBeyond() {
    for (Forms forms : List.of(Forms.DIGITS, Forms.DOODLES)) {
      for (int i = 0; i < 2_000; i++) {
        for (List<Point> stroke : forms.any(random)) {
          assertThat(stroke).hasSizeGreaterThanOrEqualTo(2);
          assertThat(stroke)
              .allSatisfy(
                  point -> {
                    assertThat(point.x()).isBetween(-20.0, 120.0);
                    assertThat(point.y()).isBetween(-20.0, 140.0);
                  });
        }
      }
    }
  }
}
