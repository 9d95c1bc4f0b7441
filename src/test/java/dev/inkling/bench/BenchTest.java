package dev.inkling.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.cli.CommandLineTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest extends CommandLineTest {
  @Test
  void aRowHasTheMiddleAndTheSlowestOfItsSamples() {
    double[] samples = new double[200];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = samples.length - i;
    }
    BenchRow row = BenchRow.of("work", "ms", samples);

    assertThat(row.median()).isCloseTo(100.5, within(1.0));
    assertThat(row.low()).isCloseTo(20, within(1.0));
    assertThat(row.high()).isCloseTo(180, within(1.0));
    assertThat(row.p99()).isCloseTo(198, within(1.0));
    assertThat(row.samples()).isEqualTo(200);
  }

  @Test
  void aRoundIsOneSampleOfEachOfItsWorks() {
    List<List<BenchRow>> rounds =
        List.of(
            List.of(BenchRow.of("start", "ms", 5, 6, 7), BenchRow.of("memory", "MB", 200)),
            List.of(BenchRow.of("start", "ms", 3, 4, 5), BenchRow.of("memory", "MB", 300)),
            List.of(BenchRow.of("start", "ms", 8, 9, 10), BenchRow.of("memory", "MB", 100)));

    assertThat(BenchRow.ofMedians(rounds))
        .containsExactly(
            BenchRow.of("start", "ms", 6, 4, 9), BenchRow.of("memory", "MB", 200, 300, 100));
  }

  @Test
  void whatCannotBeTimedIsSaidBeforeAnythingIsMeasured() {
    ship("inkling");

    assertThat(inkling("bench", "--only", "speed", "--arch", "spint").err())
        .contains("spint", "sprint");
    assertThat(inkling("bench", "--only", "speed", "--arch", "line").err())
        .contains("line reads whole lines");
    assertThat(inkling("bench", "--only", "hand").err()).contains("--strokes FILE.jsonl");
    assertThat(inkling("bench", "--only", "hand", "--strokes", home.resolve("none.jsonl")).err())
        .contains("none.jsonl")
        .doesNotContain("\tat ");
  }

  /** Tests are not started by the word bench, so there is no telling how to start them again. */
  @Test
  void whereItCannotBeStartedOnceMoreItSaysWhatToDo() {
    ship("inkling");
    Result result = inkling("bench", "--only", "start");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("target/inkling/bin/inkling").doesNotContain("\tat ");
  }
}
