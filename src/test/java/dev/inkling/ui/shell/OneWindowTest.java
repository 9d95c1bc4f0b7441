package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {
  @TempDir Path data;
  @TempDir Path other;

  private final BlockingQueue<Optional<Path>> asked = new LinkedBlockingQueue<>();

  private OneWindow window(Path folder) {
    return OneWindow.in(folder, null);
  }

  private Optional<Path> heard() throws InterruptedException {
    Optional<Path> heard = asked.poll(20, TimeUnit.SECONDS);
    assertThat(heard).as("nobody asked").isNotNull();
    return heard;
  }

  @Test
  void aSecondStartHandsItsFileToTheFirst() throws InterruptedException {
    try (OneWindow first = window(data);
        OneWindow second = window(data)) {
      assertThat(first.isShownElsewhere(Optional.empty())).isFalse();
      first.listen(asked::add);

      assertThat(second.isShownElsewhere(Optional.of(Path.of("七 7.inkling")))).isTrue();
      assertThat(heard()).contains(Path.of("七 7.inkling").toAbsolutePath());
      assertThat(second.isShownElsewhere(Optional.empty())).isTrue();
      assertThat(heard()).isEmpty();
    }
  }

  @Test
  void otherFoldersHaveAWindowOfTheirOwn() {
    try (OneWindow first = window(data);
        OneWindow second = window(other)) {
      first.listen(asked::add);
      assertThat(second.isShownElsewhere(Optional.empty())).isFalse();
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void afterItsEndTheNextIsTheFirst() {
    OneWindow first = window(data);
    first.listen(asked::add);
    first.close();
    try (OneWindow second = window(data)) {
      assertThat(second.isShownElsewhere(Optional.empty())).isFalse();
    }
  }

  /** As a program leaves it that was killed. */
  @Test
  void aSocketThatNobodyHearsIsReplaced() throws IOException, InterruptedException {
    Path socket = data.resolve("window-socket");
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThat(socket).exists();
    try (OneWindow first = window(data);
        OneWindow second = window(data)) {
      assertThat(first.isShownElsewhere(Optional.empty())).isFalse();
      first.listen(asked::add);
      assertThat(second.isShownElsewhere(Optional.empty())).isTrue();
      assertThat(heard()).isEmpty();
    }
  }

  @Test
  void whereNothingCanBeWrittenAWindowOpensAllTheSame() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "not a folder");
    try (OneWindow window = window(file.resolve("data"))) {
      assertThat(window.isShownElsewhere(Optional.empty())).isFalse();
      window.listen(asked::add);
    }
  }

  @Test
  void aFolderWithALongNameIsNoMatter() throws IOException {
    Path deep = Files.createDirectories(data.resolve("long".repeat(30)));
    try (OneWindow first = window(deep)) {
      first.listen(asked::add);
      assertThat(deep.resolve("window-socket")).doesNotExist();
    }
  }
}
