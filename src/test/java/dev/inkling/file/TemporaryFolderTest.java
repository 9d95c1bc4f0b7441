package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  private static final String PROPERTY = "java.io.tmpdir";

  @TempDir Path folder;
  private final String before = System.getProperty(PROPERTY);

  @AfterEach
  void putBack() {
    System.setProperty(PROPERTY, before);
  }

  @Test
  void whereTheSystemsCannotBeWrittenTheUsersOwnIsTaken() {
    System.setProperty(PROPERTY, folder.resolve("none").toString());

    TemporaryFolder.ensure(folder.resolve("cache"));

    assertThat(Path.of(System.getProperty(PROPERTY)))
        .isEqualTo(folder.resolve("cache/tmp"))
        .isDirectory();
  }

  @Test
  void theSystemsStaysWhereItCanBeWritten() {
    System.setProperty(PROPERTY, folder.toString());

    TemporaryFolder.ensure(folder.resolve("cache"));

    assertThat(System.getProperty(PROPERTY)).isEqualTo(folder.toString());
    assertThat(folder.resolve("cache")).doesNotExist();
  }
}
