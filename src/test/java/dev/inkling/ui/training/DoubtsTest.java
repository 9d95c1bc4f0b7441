package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.TestStudio;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that has collapsed is told of, once a run. */
class DoubtsTest {
  @TempDir Path home;

  private final Notices notices = new Notices();
  private Doubts doubts;

  @BeforeEach
  void begin() {
    doubts = new Doubts(new ModelLibrary(TestStudio.folders(home)), Runnable::run, notices);
    doubts.begun();
  }

  private static EpochMetrics epoch(int number, double accuracy, double loss) {
    Evaluation validation = new Evaluation(100, accuracy, loss, new int[10][10]);
    return new EpochMetrics(number, 100, loss, accuracy, validation, 1, 100);
  }

  @Test
  void whatReadsNoBetterThanChanceIsToldOnceARun() {
    doubts.epochEnded(null);
    doubts.epochEnded(epoch(1, 0.93, 0.2));
    assertThat(notices.told()).isEmpty();

    doubts.epochEnded(epoch(2, 0.1135, 2.3027));
    assertThat(notices.told()).hasSize(1);
    String text = ((Notice.Trouble) notices.told().getFirst()).problem().getMessage();
    assertThat(text)
        .contains("epoch 2", "no better than guessing", "11.35%", "lower learning rate");

    notices.dismiss(notices.told().getFirst());
    doubts.epochEnded(epoch(3, 0.1135, 2.3027));
    assertThat(notices.told()).isEmpty();
  }

  @Test
  void whatIsToldIsOfTheNewestEpochAndGoesWhenItIsSoNoLonger() {
    doubts.epochEnded(epoch(1, 0.1, 27));
    doubts.epochEnded(epoch(2, 0.1, 26));
    assertThat(notices.told()).hasSize(1);
    assertThat(((Notice.Trouble) notices.told().getFirst()).problem().getMessage())
        .contains("epoch 2");
    doubts.epochEnded(epoch(3, 0.9, 0.3));
    assertThat(notices.told()).isEmpty();
  }

  @Test
  void theNextRunIsToldOfAnew() {
    doubts.epochEnded(epoch(1, 0.1, 27));
    doubts.begun();
    assertThat(notices.told()).isEmpty();
    doubts.epochEnded(epoch(1, 0.1, 27));
    assertThat(notices.told()).hasSize(1);
  }
}
