package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveDialogTest {
  @TempDir Path folder;

  private String named(String chosen) {
    return SaveDialog.withEnd(folder.resolve(chosen), ".png").getFileName().toString();
  }

  @Test
  void aFileGetsTheExtensionThatItHasNot() {
    assertThat(named("seven")).isEqualTo("seven.png");
    assertThat(named("seven.png")).isEqualTo("seven.png");
    assertThat(named("SEVEN.PNG")).isEqualTo("SEVEN.PNG");
    assertThat(named("version 1.2")).isEqualTo("version 1.2.png");
  }

  @Test
  void noFileIsReplacedThatNobodyWasAskedAbout() throws IOException {
    Files.createFile(folder.resolve("seven.png"));
    assertThat(named("seven")).isEqualTo("seven");
  }
}
