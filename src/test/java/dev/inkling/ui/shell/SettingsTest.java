package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsSavedIsLoaded() {
    Path file = folder.resolve("new/settings.json");
    Settings settings =
        new Settings(
            10.0,
            20.0,
            1000,
            700,
            true,
            Theme.Choice.DARK,
            "zh-CN",
            "conv3-adam",
            24,
            new Settings.View("window.results", "GALLERY", "WHY", 125));
    settings.save(file);
    assertThat(Settings.load(file)).isEqualTo(settings);
  }

  @Test
  void withoutAFileTheWindowStartsAsOnTheFirstDay() {
    assertThat(Settings.load(folder.resolve("none.json"))).isEqualTo(Settings.FIRST);
  }

  @Test
  void aBrokenFileIsAsNone() throws IOException {
    for (String text : new String[] {"", "{", "[]", "{}", "7", "{\"width\":-1}"}) {
      assertThat(load(text)).as(text).isEqualTo(Settings.FIRST);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"width\":\"abc\"",
        "\"width\":\"NaN\"",
        "\"width\":NaN",
        "\"width\":1e9",
        "\"width\":-1270",
        "\"width\":1e999",
        "\"width\":null",
        "\"width\":{}",
        "\"height\":[800]",
        "\"height\":Infinity",
        "\"x\":1e9",
        "\"x\":\"left\"",
        "\"maximized\":3",
        "\"theme\":\"PINK\"",
        "\"theme\":1",
        "\"language\":\"klingon\"",
        "\"language\":false",
        "\"model\":7",
        "\"model\":\"\"",
        "\"brushWidth\":100000",
        "\"brushWidth\":\"wide\"",
        "\"view\":\"all\"",
        "\"view\":{\"screen\":3,\"results\":\"\",\"textSize\":99}"
      })
  void aBrokenSettingIsItsDefaultAndTheOthersStay(String broken) throws IOException {
    Settings found = load("{" + broken + ",\"y\":40}");
    assertThat(found).isEqualTo(Settings.FIRST); // a place with one coordinate is none

    String name = broken.substring(1, broken.indexOf('"', 1));
    Map<String, String> good = new LinkedHashMap<>();
    good.put("theme", "\"DARK\"");
    good.put("language", "\"zh-CN\"");
    good.put("model", "\"conv3-adam\"");
    good.put("brushWidth", "24");
    good.put("width", "1000");
    good.put("height", "700");
    good.remove(name);
    String rest = "";
    for (Map.Entry<String, String> each : good.entrySet()) {
      rest += ",\"" + each.getKey() + "\":" + each.getValue();
    }
    Settings mixed = load("{" + broken + rest + "}");
    Settings first = Settings.FIRST;
    assertThat(mixed)
        .isEqualTo(
            new Settings(
                null,
                null,
                name.equals("width") ? first.width() : 1000,
                name.equals("height") ? first.height() : 700,
                false,
                name.equals("theme") ? first.theme() : Theme.Choice.DARK,
                name.equals("language") ? null : "zh-CN",
                name.equals("model") ? first.model() : "conv3-adam",
                name.equals("brushWidth") ? first.brushWidth() : 24,
                first.view()));
  }

  private Settings load(String text) throws IOException {
    return Settings.load(Files.writeString(folder.resolve("settings.json"), text));
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblemInWords() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
    assertThatThrownBy(() -> Settings.FIRST.save(blocked.resolve("settings.json")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(blocked.toString());
  }
}
