package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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

  /** As the XDG Base Directory Specification 0.8 asks. */
  @Test
  void variablesThatAreEmptyOrRelativeAreIgnored() {
    Path home = Path.of("/home/anna");
    Path shipped = Path.of("models");

    AppFolders usual =
        AppFolders.xdg(
            Map.of("XDG_CACHE_HOME", "", "XDG_DATA_HOME", "here", "XDG_CONFIG_HOME", "./c"),
            home,
            shipped);

    assertThat(usual).isEqualTo(AppFolders.xdg(Map.of(), home, shipped));
    assertThat(usual.cache()).isEqualTo(home.resolve(".cache/inkling"));
    assertThat(usual.data()).isEqualTo(home.resolve(".local/share/inkling"));
    assertThat(usual.settings()).isEqualTo(home.resolve(".config/inkling"));
    Path own = home.resolve("own").toAbsolutePath();
    assertThat(AppFolders.xdg(Map.of("XDG_CACHE_HOME", own.toString()), home, shipped).cache())
        .isEqualTo(own.resolve("inkling"));
  }

  @Test
  void theyHangOnTheHomeThatTheEnvironmentNames() {
    Path account = Path.of("/home/anna").toAbsolutePath();
    Path said = Path.of("/tmp/guest").toAbsolutePath();
    Path shipped = Path.of("models");

    AppFolders folders = AppFolders.xdg(Map.of("HOME", said.toString()), account, shipped);

    assertThat(folders).isEqualTo(AppFolders.xdg(Map.of(), said, shipped));
    assertThat(folders.data()).isEqualTo(said.resolve(".local/share/inkling"));
    for (String nothing : new String[] {"", "here"}) {
      assertThat(AppFolders.xdg(Map.of("HOME", nothing), account, shipped))
          .isEqualTo(AppFolders.xdg(Map.of(), account, shipped));
    }
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
