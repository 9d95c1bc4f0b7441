package dev.inkling.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Python of this machine that has a module. */
public record PythonWith(String program) {
  private static final long SECONDS = 120;

  /** Nothing where there is none: the system's own may have modules that another one lacks. */
  public static Optional<PythonWith> module(String module) {
    return Stream.of("python3", "/usr/bin/python3")
        .map(PythonWith::new)
        .filter(python -> python.has(module))
        .findFirst();
  }

  private boolean has(String module) {
    try {
      return run(Path.of("."), "-c", "import " + module).exit() == 0;
    } catch (IOException e) { // there is no such program
      return false;
    }
  }

  /** What a run said, and how it ended. */
  public record Result(int exit, String output) {}

  /** Runs it in a folder until it ends, two minutes at the most. */
  public Result run(Path folder, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path output = Files.createTempFile("python", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(command + " takes more than " + SECONDS + " s");
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
