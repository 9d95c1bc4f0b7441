package dev.inkling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpensTest {
  @ParameterizedTest
  @CsvSource({
    "mine.inkling, true",
    "IMG_0001.JPG, true",
    "./a folder/page.tiff, true",
    "train, false",
    "png, false",
    "notes.txt, false"
  })
  void aFileOfTheCommandLineOpensInTheWindowByItsName(Path file, boolean isOpened) {
    assertThat(Launcher.opensInWindow(file)).isEqualTo(isOpened);
  }
}
