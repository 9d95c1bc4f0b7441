package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DoodlesTest {
  @Test
  void noneOfThemIsADigit() {
    Digits doodles = Doodles.digits(40, 1);

    assertThat(doodles.count()).isEqualTo(40);
    assertThat(doodles.labels()).containsOnly(Digits.NONE);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(Doodles.digits(30, 1).pixels()).isEqualTo(Doodles.digits(30, 1).pixels());
    assertThat(Doodles.digits(30, 1).pixels()).isNotEqualTo(Doodles.digits(30, 2).pixels());
  }

  @Test
  void hardlyAnyTwoAreOfTheSameStrokes() {
    SplittableRandom random = new SplittableRandom(1);
    Set<Integer> strokeCounts = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      strokeCounts.add(Doodles.drawing(random).marks().size());
    }

    assertThat(strokeCounts).contains(1, 2, 3, 4, 5);
  }
}
