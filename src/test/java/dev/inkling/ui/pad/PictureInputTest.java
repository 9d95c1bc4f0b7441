package dev.inkling.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureInputTest {
  /** As GTK compares names: capitals are other letters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMG_0001.JPG",
        "img.jpg",
        "Photo.Jpeg",
        "SCAN.TIF",
        "scan.tiff",
        "a.webp",
        "A.WEBP",
        "b.gif",
        "b.BMP",
        "IMG_0002.HEIC",
        "7.png",
      })
  void theChooserShowsPicturesHoweverTheyAreWritten(String name) {
    assertThat(PictureInput.patterns())
        .anyMatch(pattern -> pattern.substring(1).equals(name.substring(name.indexOf('.'))))
        .allMatch(
            pattern ->
                FileSystems.getDefault()
                    .getPathMatcher("glob:" + pattern)
                    .matches(Path.of("x" + pattern.substring(1))));
  }
}
