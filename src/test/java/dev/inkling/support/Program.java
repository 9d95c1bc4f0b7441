package dev.inkling.support;

import dev.inkling.Launcher;
import dev.inkling.file.AppFolders;
import dev.inkling.model.EngineSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A command of Inkling in a process of its own, which can be killed and starved. */
public final class Program implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Path err;

  private Program(Path home, List<String> command) throws IOException {
    err = Files.createTempFile(home, "err", ".txt");
    process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    out = process.inputReader();
  }

  /** How Java runs it. */
  public enum Java {
    /** As here: vectors compute, and give the same numbers. */
    AS_HERE("--add-modules=jdk.incubator.vector"),
    /** Ready soonest, for what lasts moments: the engine computes. */
    QUICK("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> options;

    Java(String... options) {
      this.options = List.of(options);
    }
  }

  /** Starts a command that keeps everything in a folder. */
  public static Program start(Path home, Object... arguments) throws IOException {
    return start(Java.AS_HERE, home, arguments);
  }

  /** Likewise. */
  public static Program start(Java java, Path home, Object... arguments) throws IOException {
    return new Program(home, command(java, home, arguments));
  }

  /** Starts a command that cannot write a file beyond a size, as if the disk were full then. */
  public static Program startWithFilesUpTo(int kibibytes, Java java, Path home, Object... arguments)
      throws IOException {
    return startBy("ulimit -f " + kibibytes + " && exec \"$@\"", java, home, arguments);
  }

  /** Starts a command by a script of bash, which runs it as {@code "$@"}. */
  public static Program startBy(String script, Java java, Path home, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    command.addAll(command(java, home, arguments));
    return new Program(home, command);
  }

  private static List<String> command(Java java, Path home, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(java.options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.language=en"));
    command.add("-D" + AppFolders.HOME + "=" + home);
    command.add("-D" + EngineSetup.CACHE + "=" + System.getProperty(EngineSetup.CACHE));
    command.add(Launcher.class.getName());
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  /**
   * Waits until it has written a line of results.
   *
   * @throws AssertionError when it ended without one
   */
  public void awaitLine() throws IOException {
    if (out.readLine() == null) {
      throw new AssertionError("ended: " + err());
    }
  }

  /** Ends it as a power cut would: it can do nothing about it (kill -9). */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it as Ctrl-C does, about which it can do something, and waits for its end. */
  public void interrupt() throws InterruptedException {
    process.toHandle().destroy(); // what it tells is still read, unlike after Process.destroy
    process.waitFor();
  }

  /** Waits for its end. */
  public int exit() throws IOException, InterruptedException {
    out.readAllAsString(); // a full pipe would hold it
    return process.waitFor();
  }

  /** What it has told until now. */
  public String err() throws IOException {
    // Java's own line about its vectors is not Inkling's.
    return Files.readString(err).replaceFirst("WARNING: Using incubator modules: .*\\R", "");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
