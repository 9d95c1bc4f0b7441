package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Later;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in a process of its own, from its window to its end. */
class ClosingTest {
  private static final int SECONDS = 120;

  /** Of the pad; another than at first. */
  private static final double BRUSH = 30;

  @TempDir Path home;

  /**
   * Opens the window, changes something, and closes it as the system does when that was written, as
   * it must be without the window's end.
   */
  public static final class Program {
    private Program() {}

    /** The folder to keep everything in is its argument. */
    public static void main(String[] args) {
      AppFolders folders = TestStudio.folders(Path.of(args[0]));
      Inkling.start(
          folders,
          inkling -> {
            inkling.studio().pad().brushWidthProperty().set(BRUSH);
            new Later().run(Duration.ofMillis(100), () -> closeWhenKept(inkling, folders));
          });
    }

    private static void closeWhenKept(Inkling inkling, AppFolders folders) {
      Path settings = folders.settings().resolve("settings.json");
      if (Settings.load(settings).brushWidth() == BRUSH) {
        close(inkling);
      } else {
        new Later().run(Duration.ofMillis(100), () -> closeWhenKept(inkling, folders));
      }
    }

    private static void close(Inkling inkling) {
      WindowEvent wish = new WindowEvent(inkling.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
      inkling.stage().fireEvent(wish);
    }
  }

  @Test
  void theProgramEndsWithItsWindowAndSaysNothing() throws IOException, InterruptedException {
    Path told = home.resolve("told.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Program.class.getName(), home.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(Files.readString(told)).doesNotContain("Exception");
      assertThat(home.resolve("settings.json")).exists();
    } finally {
      process.destroyForcibly();
    }
  }
}
