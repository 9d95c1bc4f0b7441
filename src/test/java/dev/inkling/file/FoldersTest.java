package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path home;

  @Test
  void foldersOfOneNameAreInTheOrderInWhichTheyWereMade() throws IOException {
    List<Path> made = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      made.add(Folders.create(home, "20260102-030405-sprint"));
    }
    made.add(Folders.create(home, "20260102-030406-sprint"));
    List<Path> sorted = new ArrayList<>(made);
    Collections.sort(sorted); // by letters
    assertThat(sorted).isNotEqualTo(made);

    sorted.sort(Folders.BY_NAME);
    assertThat(sorted).isEqualTo(made);
  }
}
