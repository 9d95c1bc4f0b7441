package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aFileIsWrittenAndItsFolderMade() throws IOException {
    Path file = folder.resolve("a/b/settings.json");

    AtomicFile.write(file, "größer\n");

    assertThat(file).hasContent("größer\n");
    assertThat(file.getParent())
        .isDirectoryContaining("glob:**")
        .isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void anOldFileIsReplacedWhole() throws IOException {
    Path file = folder.resolve("model.json");
    AtomicFile.write(file, "a long old content");

    AtomicFile.write(file, "new");

    assertThat(file).hasContent("new");
  }

  @Test
  void whenWritingFailsTheOldFileStaysAndNothingElse() throws IOException {
    Path file = folder.resolve("model.json");
    AtomicFile.write(file, "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write("half of the ne".getBytes(StandardCharsets.UTF_8));
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");

    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileInTheWorkingFolderNeedsNoFolderInItsName() throws IOException {
    Path file = Path.of(".inkling-atomic-file-test");
    try {
      AtomicFile.write(file, "here");
      assertThat(file).hasContent("here");
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
