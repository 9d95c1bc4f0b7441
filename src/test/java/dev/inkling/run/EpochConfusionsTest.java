package dev.inkling.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochConfusionsTest {
  @TempDir Path folder;

  /** The lines of an epoch in which of each class ten images were read right and some as a 3. */
  private static String epoch(int epoch, int asThree) {
    StringBuilder lines = new StringBuilder();
    for (int label = 0; label < 10; label++) {
      lines.append(epoch).append(",100,").append(label).append(",10,1");
      for (int readAs = 0; readAs < 10; readAs++) {
        lines.append(',').append(readAs == label ? 10 : readAs == 3 ? asThree : 0);
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  private Run run(String rows) throws IOException {
    Run run = new Run(folder);
    Files.writeString(
        run.classes(),
        "epoch,examples,class,count,accuracy,readAs0,readAs1,readAs2,"
            + "readAs3,readAs4,readAs5,readAs6,readAs7,readAs8,readAs9\n"
            + rows);
    return run;
  }

  @Test
  void everyWholeEpochIsThereInOrder() throws IOException {
    var epochs = EpochConfusions.read(run(epoch(1, 5) + epoch(2, 1)));

    assertThat(epochs).extracting(EpochConfusions.Epoch::number).containsExactly(1, 2);
    assertThat(epochs.getFirst().confusion()[7]).containsExactly(0, 0, 0, 5, 0, 0, 0, 10, 0, 0);
    assertThat(epochs.getLast().confusion()[3]).containsExactly(0, 0, 0, 10, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void anEpochThatIsNotWholeIsLeftOut() throws IOException {
    String half = epoch(2, 1).lines().limit(4).reduce("", (a, b) -> a + b + "\n");

    var epochs = EpochConfusions.read(run(epoch(1, 5) + half + epoch(3, 2) + "4,100,0,1"));

    assertThat(epochs).extracting(EpochConfusions.Epoch::number).containsExactly(1, 3);
  }

  @Test
  void aRunThatHasJustBegunHasNone() throws IOException {
    assertThat(EpochConfusions.read(run(""))).isEmpty();
    Files.delete(folder.resolve("classes.csv"));
    assertThat(EpochConfusions.read(new Run(folder))).isEmpty();
  }
}
