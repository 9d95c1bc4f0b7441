package dev.inkling.ui.kit;

import com.sun.jna.Platform;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Shows files in the system's file manager, as *Show in folder* does elsewhere.
 *
 * @param background starts it
 * @param topic tells where none could be started
 */
public record FileManager(Background background, Notices.Topic topic) {
  private static final int SECONDS = 5;

  /** Shows a file or a folder in the folder that holds it. */
  public void show(Path path) {
    topic.over();
    background.run(
        () -> {
          if (!isOpenedBy(commands(path))) {
            throw new Problem("problem.fileManager", path);
          }
          return path;
        },
        _ -> {},
        topic::fail);
  }

  /** Tries one after the other. */
  static boolean isOpenedBy(List<List<String>> commands) throws InterruptedException {
    for (List<String> command : commands) {
      if (works(command)) {
        return true;
      }
    }
    return false;
  }

  private static boolean works(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // One that goes on is a file manager that is open.
      return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Of Linux the interface of freedesktop.org, which selects the file, then whatever there is. */
  static List<List<String>> commands(Path path) {
    if (Platform.isMac()) {
      return List.of(List.of("open", "-R", path.toString()));
    } else if (Platform.isWindows()) {
      return List.of(List.of("explorer.exe", "/select," + path));
    }
    String uri = path.toUri().toString().replace(",", "%2C"); // a comma would part two files
    Path parent = path.toAbsolutePath().getParent();
    Path folder = Files.isDirectory(path) || parent == null ? path : parent;
    return List.of(
        List.of(
            "dbus-send",
            "--session",
            "--print-reply",
            "--reply-timeout=3000",
            "--dest=org.freedesktop.FileManager1",
            "/org/freedesktop/FileManager1",
            "org.freedesktop.FileManager1.ShowItems",
            "array:string:" + uri,
            "string:"),
        List.of("xdg-open", folder.toString()));
  }
}
