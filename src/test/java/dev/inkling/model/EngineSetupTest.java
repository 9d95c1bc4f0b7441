package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users put in the environment must not end the process. */
class EngineSetupTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "1, 1",
        "2, 2",
        "64, 2",
        "'2,1', 2",
        "' 1 ', 1",
        "abc, 2",
        "'', 2",
        "0, 2",
        "-1, 2",
        "99999999999, 2",
        "null, 2"
      },
      nullValues = "null")
  void asManyThreadsAsWantedButAProcessorEach(String wanted, int used) {
    assertThat(EngineSetup.threads(wanted, 2)).isEqualTo(used);
  }

  @Test
  void aSchedulerThatTheEngineDoesNotKnowIsNotAskedFor() {
    assertThat(EngineSetup.scheduler("ThreadedEngine")).isEqualTo("ThreadedEngine");
    assertThat(EngineSetup.scheduler("Nonsense")).isEqualTo("NaiveEngine");
    assertThat(EngineSetup.scheduler(null)).isEqualTo("NaiveEngine");
  }
}
