package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsSavedIsLoaded() {
    Path file = folder.resolve("new/settings.json");
    Settings settings =
        new Settings(10.0, 20.0, 1000, 700, true, Theme.Choice.DARK, "zh-CN", "conv3-adam", 24);
    settings.save(file);
    assertThat(Settings.load(file)).isEqualTo(settings);
  }

  @Test
  void withoutAFileTheWindowStartsAsOnTheFirstDay() {
    assertThat(Settings.load(folder.resolve("none.json"))).isEqualTo(Settings.FIRST);
  }

  @Test
  void aBrokenFileIsAsNone() throws IOException {
    for (String text : new String[] {"", "{", "[]", "{\"width\":-1}", "{\"theme\":\"PINK\"}"}) {
      Path file = Files.writeString(folder.resolve("settings.json"), text);
      assertThat(Settings.load(file)).as(text).isEqualTo(Settings.FIRST);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblemInWords() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
    assertThatThrownBy(() -> Settings.FIRST.save(blocked.resolve("settings.json")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(blocked.toString());
  }
}
