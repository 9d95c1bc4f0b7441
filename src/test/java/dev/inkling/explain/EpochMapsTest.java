package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.evaluate.MapFeatures;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochMapsTest {
  /** Four vectors that differ along the first axis most, then along the second. */
  private static final float[] LAST = {
    9, 1, 5, //
    1, 2, 5, //
    1, 0, 5, //
    -7, 1, 5,
  };

  private static EpochLook look(float... features) {
    return new EpochLook(new MapFeatures(features, 3), new int[4]);
  }

  @Test
  void allEpochsAreSeenInThePlaneAndTheScaleOfTheLast() {
    EpochLook half = look(5, 1, 5, 1, 1.5f, 5, 1, 0.5f, 5, -3, 1, 5);
    EpochLook elsewhere = look(1, 1, 99, 1, 1, 5, 1, 1, 4, 1, 1, -99); // along the third axis

    EpochMaps maps = EpochMaps.of(List.of(elsewhere, half, look(LAST)));

    float[] last = maps.places().get(2);
    assertThat(Math.abs(last[0])).isCloseTo(8, within(1e-3f));
    assertThat(Math.abs(last[3])).isCloseTo(1, within(1e-3f));
    for (int i = 0; i < last.length; i++) {
      assertThat(maps.places().get(1)[i]).isCloseTo(last[i] / 2, within(1e-3f));
      assertThat(maps.places().get(0)[i]).isCloseTo(0, within(1e-3f));
    }
  }

  @Test
  void whatIsToComeHasNoMap() {
    assertThat(EpochMaps.of(Arrays.asList(null, look(LAST))).places().getFirst()).isNull();
    assertThat(EpochMaps.of(Arrays.asList(look(LAST), null)).places()).containsOnlyNulls();
    assertThat(EpochMaps.of(List.of()).places()).isEmpty();
  }

  @Test
  void vectorsThatAreAllTheSameLieOnOnePoint() {
    float[] places = EpochMaps.of(List.of(look(new float[12]))).places().getFirst();
    assertThat(places).containsOnly(0);
  }
}
