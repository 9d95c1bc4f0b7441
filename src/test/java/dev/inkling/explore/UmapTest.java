package dev.inkling.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three heaps of vectors, 60 in each. */
class UmapTest {
  private static final int EACH = 60;

  private static float[] heaps(int width) {
    SplittableRandom random = new SplittableRandom(1);
    float[] vectors = new float[3 * EACH * width];
    for (int at = 0; at < vectors.length; at++) {
      int heap = at / width / EACH;
      vectors[at] = (float) (random.nextGaussian() + (at % width % 3 == heap ? 8 : 0));
    }
    return vectors;
  }

  private static int nearest(float[] places, int i) {
    return IntStream.range(0, places.length / 2)
        .filter(j -> j != i)
        .boxed()
        .min((a, b) -> Double.compare(square(places, i, a), square(places, i, b)))
        .orElseThrow();
  }

  private static double square(float[] places, int i, int j) {
    double x = places[2 * i] - places[2 * j];
    double y = places[2 * i + 1] - places[2 * j + 1];
    return x * x + y * y;
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 300})
  void whatIsAlikeLiesTogether(int width) {
    float[] places = Umap.of(heaps(width), width, _ -> {});

    assertThat(places).hasSize(6 * EACH);
    assertThat(IntStream.range(0, 3 * EACH))
        .allSatisfy(i -> assertThat(nearest(places, i) / EACH).isEqualTo(i / EACH));
  }

  @Test
  void itIsSeenWhileItSettlesAndTheSameEachTime() {
    List<float[]> seen = new ArrayList<>();
    float[] once = Umap.of(heaps(6), 6, seen::add);

    assertThat(seen).hasSizeGreaterThan(20);
    assertThat(Arrays.equals(seen.getFirst(), seen.getLast())).isFalse();
    assertThat(Umap.of(heaps(6), 6, _ -> {})).isEqualTo(once);
  }

  @Test
  void threeVectorsAndEqualOnesHaveAMap() {
    assertThat(Umap.of(new float[] {1, 2, 3}, 1, _ -> {})).hasSize(6).doesNotContain(Float.NaN);
    assertThat(Umap.of(new float[40], 2, _ -> {})).hasSize(40).doesNotContain(Float.NaN);
  }

  @Test
  void vectorsAreMixedAloneAsTheyAreTogether() {
    int width = 200;
    float[] vectors = heaps(width);
    RandomProjection fewer = new RandomProjection(width);
    float[] together = fewer.of(vectors);
    assertThat(together).hasSize(vectors.length / width * fewer.width());
    for (int i = 0; i < vectors.length / width; i++) {
      float[] alone =
          new RandomProjection(width).of(Arrays.copyOfRange(vectors, i * width, (i + 1) * width));
      assertThat(alone)
          .isEqualTo(Arrays.copyOfRange(together, i * fewer.width(), (i + 1) * fewer.width()));
    }
    assertThat(new RandomProjection(6).of(new float[12])).hasSize(12);
  }
}
