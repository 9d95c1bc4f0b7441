package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.NamedPath;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathsTest {
  @TempDir Path folder;

  @Test
  void pathsAndAddressesNameTheirFiles() {
    String sign = NamedPath.isPossible("数") ? "数" : "7"; // not every locale can name it
    Path picture = folder.resolve("a picture " + sign + ".png");
    Path other = folder.resolve("b.jpg");
    String address = picture.toUri().toString();

    assertThat(FilePaths.in(picture.toString())).containsExactly(picture);
    assertThat(FilePaths.in("\"" + picture + "\"\r\n'" + other + "'\r\n"))
        .containsExactly(picture, other);
    assertThat(FilePaths.in(address)).containsExactly(picture);
    assertThat(FilePaths.in(address.replace("%20", " ").replace("file:", "FILE:")))
        .containsExactly(picture);
    assertThat(FilePaths.in(address.replace("file:///", "file://localhost/")))
        .containsExactly(picture);
    assertThat(FilePaths.in("# from the trash\n" + address + "\n\n" + other.toUri()))
        .containsExactly(picture, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "picture.png",
        "Dear Anna,\n\n/ is a slash",
        "https://example.org/7.png",
        "file:",
        "file:picture.png",
        "file://example.org/%zz/7.png",
        "\"",
        "\0",
      })
  void whatIsNotAWholePathNamesNoFile(String text) {
    assertThat(FilePaths.in(text)).isEmpty();
  }

  @Test
  void oneLineThatIsNoPathMakesItALetter() {
    assertThat(FilePaths.in(folder.resolve("a.png") + "\nis where the picture is")).isEmpty();
  }
}
