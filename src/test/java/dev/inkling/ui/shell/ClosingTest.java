package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.support.TestStudio;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in a process of its own, from its window to its end. */
class ClosingTest {
  private static final int SECONDS = 120;

  @TempDir Path home;

  /** Opens the window and closes it as the system does. */
  public static final class Program {
    private Program() {}

    /** The folder to keep everything in is its argument. */
    public static void main(String[] args) {
      AppFolders folders = TestStudio.folders(Path.of(args[0]));
      Inkling.start(folders, inkling -> Platform.runLater(() -> close(inkling)));
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
