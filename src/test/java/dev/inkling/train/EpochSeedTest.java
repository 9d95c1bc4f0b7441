package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochSeedTest {
  /** Or runs that were cut off would not go on to the same losses. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1001",
    "1, 1000, 2000",
    "0, 7, 7",
    "-5, 3, -4997",
    "2147483, 647, 2147483647",
    "-2147483, 1, -2147482999"
  })
  void whatFitsIsAsItAlwaysWas(long seed, int epoch, int engine) {
    assertThat(EpochSeed.narrow(seed, epoch)).isEqualTo(engine);
    assertThat(EpochSeed.of(seed, epoch)).isEqualTo(engine);
  }

  @Test
  void seedsThatWouldBeTheSameWhenCutOffAreNot() {
    long apart = 1L << 29;

    assertThat((int) ((5 + apart) * 1_000)).isEqualTo(5_000);
    assertThat(
            LongStream.range(0, 1_000)
                .map(i -> EpochSeed.narrow(5 + i * apart, 1))
                .boxed()
                .toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyEpochOfTheLargestSeedsHasItsOwn() {
    long largest = (1L << 53) - 1;

    assertThat(EpochSeed.of(largest, 1_000)).isPositive();
    assertThat(
            IntStream.rangeClosed(1, 1_000)
                .mapToObj(epoch -> EpochSeed.narrow(largest, epoch))
                .toList())
        .doesNotHaveDuplicates();
    assertThat(EpochSeed.narrow(largest, 1)).isNotEqualTo(EpochSeed.narrow(largest - 1, 1));
  }
}
