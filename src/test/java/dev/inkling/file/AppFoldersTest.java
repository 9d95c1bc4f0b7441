package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
  private final String before = System.getProperty(AppFolders.HOME);

  @AfterEach
  void putBack() {
    if (before == null) {
      System.clearProperty(AppFolders.HOME);
    } else {
      System.setProperty(AppFolders.HOME, before);
    }
  }

  @Test
  void aHomeHoldsEverythingOfTheUser() {
    System.setProperty(AppFolders.HOME, "elsewhere");

    AppFolders folders = AppFolders.ofUser();

    assertThat(folders.settings()).startsWithRaw(Path.of("elsewhere"));
    assertThat(folders.models()).startsWithRaw(Path.of("elsewhere"));
    assertThat(folders.mnist()).startsWithRaw(Path.of("elsewhere"));
    assertThat(folders.engine()).startsWithRaw(Path.of("elsewhere"));
  }

  @Test
  void withoutAHomeTheSystemsCustomsHold() {
    System.clearProperty(AppFolders.HOME);

    AppFolders folders = AppFolders.ofUser();

    assertThat(folders.settings()).isAbsolute();
    assertThat(folders.data()).isAbsolute();
    assertThat(folders.cache()).isAbsolute().isNotEqualTo(folders.data());
    assertThat(folders.data().toString()).containsIgnoringCase("inkling");
  }
}
