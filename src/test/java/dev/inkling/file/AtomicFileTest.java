package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  @Test
  void threadsThatWriteOneFileAtOnceAllSucceed() throws Exception {
    Path file = folder.resolve("run.json");
    Callable<Integer> writer =
        () -> {
          for (int i = 0; i < 150; i++) {
            AtomicFile.write(file, "whole".repeat(1000));
          }
          return 150;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> written : threads.invokeAll(List.of(writer, writer))) {
        assertThat(written.get()).isEqualTo(150);
      }
    }

    assertThat(file).hasContent("whole".repeat(1000));
    assertThat(names()).containsExactly("run.json");
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whoseEyesAFileIsForStays() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.html"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    AtomicFile.write(file, "new");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).hasContent("new");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysAndWhatItLeadsToIsWritten() throws IOException {
    Path far = Files.createDirectory(folder.resolve("far"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("far", "file"));

    AtomicFile.write(link, "made");
    assertThat(far.resolve("file")).hasContent("made");
    AtomicFile.write(link, "again");

    assertThat(link).isSymbolicLink();
    assertThat(far.resolve("file")).hasContent("again");
    assertThat(names()).containsExactly("far", "link");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(60)
  void aPipeIsWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    FutureTask<String> reader = new FutureTask<>(() -> Files.readString(pipe));
    Thread.ofPlatform().daemon().start(reader);

    AtomicFile.write(pipe, "through");

    assertThat(reader.get()).isEqualTo("through");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDeviceIsWrittenTo() throws IOException {
    AtomicFile.write(Path.of("/dev/null"), "nothing");
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }
}
