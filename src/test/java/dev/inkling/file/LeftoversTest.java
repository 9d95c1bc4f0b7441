package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
  @TempDir Path data;

  /** A file that was last touched so many hours ago, or the folder that it is in. */
  private Path touched(int hours, String name, boolean isFolder) throws IOException {
    Path path = data.resolve(name);
    Files.createDirectories(isFolder ? path : path.getParent());
    Files.writeString(isFolder ? path.resolve("parameters.npz") : path, "half");
    FileTime then = FileTime.from(Instant.now().minusSeconds(3600L * hours));
    Files.setLastModifiedTime(path, then);
    return path;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".unpack-123456789/",
        "runs/20260101-120000-lenet/checkpoints/.0007.part/",
        "runs/20260101-120000-lenet/.inkling-0123456789abcdef.part",
        "runs/20260101-120000-lenet/.run.json.part",
        "models/.inkling-0123456789abcdef.part/",
        "drawings/.drawings.jsonl.part",
        "locks/f00.inkling.lock",
      })
  void whatIsLeftOfAKilledProgramGoesAfterADay(String name) throws IOException {
    boolean isFolder = name.endsWith("/");
    Path old = touched(25, name, isFolder);
    Leftovers.sweep(data);
    assertThat(old).doesNotExist();

    Path inUse = touched(23, name, isFolder);
    Leftovers.sweep(data);
    assertThat(inUse).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drawings/drawings.jsonl",
        "runs/20260101-120000-lenet/run.json",
        "runs/20260101-120000-lenet/lock",
        "models/mine/.notes.part",
        "models/.unpack-me",
        "settings.json",
      })
  void whatIsTheUsersStays(String name) throws IOException {
    Path file = touched(1000, name, false);
    Leftovers.sweep(data);
    assertThat(file).exists();
  }

  @Test
  void aLockThatSomebodyHasStays() throws IOException {
    Path file = touched(1000, "locks/f00.inkling.lock", false);
    try (TryLock _ = TryLock.take(file.getParent(), "f00.inkling.lock").orElseThrow()) {
      Leftovers.sweep(data);
      assertThat(file).exists();
    }
    Leftovers.sweep(data);
    assertThat(file).doesNotExist();
  }

  @Test
  void whoWritesAFileSweepsItsFolder() throws IOException {
    Path killed = touched(25, ".inkling-0123456789abcdef.part", false);
    Path inUse = touched(23, ".inkling-fedcba9876543210.part", false);
    Path users = touched(25, ".inkling-mine.part", false);
    AtomicFile.write(data.resolve("results.csv"), "a,b");
    assertThat(killed).doesNotExist();
    assertThat(inUse).exists();
    assertThat(users).exists();
  }

  @Test
  void aFolderThatIsNotThereIsNothingToSweep() {
    Leftovers.sweep(data.resolve("none"));
    assertThat(data.resolve("none")).doesNotExist();
  }
}
