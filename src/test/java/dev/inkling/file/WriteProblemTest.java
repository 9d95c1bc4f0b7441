package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteProblemTest {
  @TempDir Path folder;

  private String key(IOException e) {
    return WriteProblem.of(e, "problem.folder.unwritable", folder.resolve("none/yet")).key();
  }

  @Test
  void aFullDiskAsksForRoomAndNotForAnotherFolder() {
    assertThat(key(new FileSystemException("f", null, "No space left on device")))
        .isEqualTo("problem.disk.full");
    assertThat(key(new IOException(new IOException("Disk quota exceeded"))))
        .isEqualTo("problem.disk.full");
    assertThat(key(new AccessDeniedException("f"))).isEqualTo("problem.folder.unwritable");
  }

  @Test
  void aFolderInTheFilesPlaceIsNamed() {
    assertThat(WriteProblem.of(new IOException(), "problem.file.unwritable", folder).key())
        .isEqualTo("problem.file.notAFile");
  }
}
