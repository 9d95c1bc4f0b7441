package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.TestStudio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  @TempDir Path folder;

  private final Notices notices = new Notices();
  private final Exports exports = new Exports(TestStudio.BACKGROUND, notices.topic("exports"));

  private void save(Path file) {
    exports.save(out -> out.write("7".getBytes(StandardCharsets.UTF_8)), file);
  }

  @Test
  void whatIsSavedIsTold() {
    Path file = folder.resolve("seven.txt");
    save(file);
    save(file);
    assertThat(file).hasContent("7");
    assertThat(notices.told()).containsExactly(new Notice.Saved(file));
  }

  @Test
  void whatWentWrongIsOverWhenItGoesWell() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
    save(blocked.resolve("seven.txt"));
    assertThat(notices.told()).singleElement().isInstanceOf(Notice.Trouble.class);

    Path file = folder.resolve("seven.txt");
    save(file);
    assertThat(notices.told()).containsExactly(new Notice.Saved(file));
  }

  @Test
  void theFileManagerIsAskedForTheFileInItsFolder() {
    Path file = folder.resolve("3, 7.csv");
    List<List<String>> commands = FileManager.commands(file);
    assertThat(commands.getFirst()).anyMatch(each -> each.contains("7.csv"));
    if (commands.size() > 1) { // Linux
      assertThat(commands.getFirst()).noneMatch(each -> each.contains("3, 7"));
      assertThat(commands.getLast()).containsExactly("xdg-open", folder.toString());
    }
  }

  @Test
  void theFirstFileManagerThatThereIsIsTaken() throws InterruptedException {
    List<String> none = List.of("no-such-file-manager");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(FileManager.isOpenedBy(List.of(none))).isFalse();
    assertThat(FileManager.isOpenedBy(List.of(none, List.of(java, "-version")))).isTrue();
  }
}
