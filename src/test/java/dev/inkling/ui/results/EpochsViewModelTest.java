package dev.inkling.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.model.Architecture;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.training.TrainingViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochsViewModelTest {
  @TempDir Path home;
  private Run run;
  private TrainingViewModel training;
  private EpochsViewModel epochs;

  @BeforeEach
  void open() throws IOException {
    AppFolders folders = TestStudio.folders(home);
    run = new RunStore(folders).create("inkling", Architecture.named("inkling").recipe(), "mnist");
    write(2);
    training = TestStudio.atOnce(home).training();
    epochs = new EpochsViewModel(training, TestStudio.BACKGROUND);
    training.runs().refresh();
  }

  /** After epoch n every digit was read right n times, and once as a 0. */
  private void write(int count) throws IOException {
    StringBuilder text = new StringBuilder("epoch,examples,class,count,accuracy");
    for (int read = 0; read < 10; read++) {
      text.append(",as").append(read);
    }
    text.append('\n');
    for (int epoch = 1; epoch <= count; epoch++) {
      for (int label = 0; label < 10; label++) {
        text.append(epoch).append(",60,").append(label).append(",10,0.5");
        for (int read = 0; read < 10; read++) {
          text.append(',').append(read == label ? epoch : read == 0 ? 1 : 0);
        }
        text.append('\n');
      }
    }
    Files.writeString(run.classes(), text);
  }

  private int rightSevens() {
    return epochs.epochProperty().get().confusion()[7][7];
  }

  @Test
  void theNewestRunIsShownAtItsLastEpoch() {
    assertThat(epochs.runProperty().get().run()).isEqualTo(run);
    assertThat(epochs.epochsProperty().get()).hasSize(2);
    assertThat(epochs.epochProperty().get().number()).isEqualTo(2);
    assertThat(rightSevens()).isEqualTo(2);
  }

  @Test
  void theSliderReplaysTheEpochs() {
    epochs.positionProperty().set(0);
    assertThat(rightSevens()).isEqualTo(1);
    epochs.positionProperty().set(1);
    assertThat(rightSevens()).isEqualTo(2);
  }

  @Test
  void whoLooksAtTheLastEpochGoesOnToTheNewOne() throws IOException {
    write(3);
    epochs.read();
    assertThat(rightSevens()).isEqualTo(3);

    epochs.positionProperty().set(0);
    write(4);
    epochs.read();
    assertThat(epochs.epochsProperty().get()).hasSize(4);
    assertThat(rightSevens()).isEqualTo(1);
  }

  @Test
  void aRunThatIsDeletedIsNotShownAnyMore() {
    training.runs().delete(List.of(run));
    assertThat(epochs.runProperty().get()).isNull();
    assertThat(epochs.epochProperty().get()).isNull();
    training.runs().undoDelete();
    assertThat(rightSevens()).isEqualTo(2);
  }
}
