package dev.inkling.bench;

import com.google.gson.Gson;
import dev.inkling.text.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** This program once more, to measure a part of the bench from its very start. */
final class BenchProcess {
  static final String COMMAND = "bench";

  private BenchProcess() {}

  /**
   * Runs Inkling in a new process and waits for it.
   *
   * @param arguments for it; the time at which it is started is added to them
   * @return what it measured
   * @throws Problem when it fails; what it says of that goes to this process' standard error
   */
  static List<BenchRow> rows(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(own());
    command.addAll(arguments);
    command.add(String.valueOf(System.currentTimeMillis()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // By this the app image's launcher knows itself the second time it runs, for the same start.
    builder.environment().remove("_JPACKAGE_LAUNCHER");
    Process process = builder.start();
    List<BenchRow> rows;
    try (BufferedReader lines = process.inputReader()) {
      rows = lines.lines().map(line -> new Gson().fromJson(line, BenchRow.class)).toList();
    }
    if (process.waitFor() != 0) {
      throw new Problem("problem.bench.process");
    }
    return rows;
  }

  /** How this process was started, before the name of the command. */
  private static List<String> own() {
    ProcessHandle.Info info = ProcessHandle.current().info();
    List<String> arguments = Arrays.asList(info.arguments().orElseThrow(BenchProcess::unknown));
    int end = arguments.lastIndexOf(COMMAND);
    if (end < 0) {
      throw unknown();
    }
    List<String> own = new ArrayList<>(List.of(info.command().orElseThrow(BenchProcess::unknown)));
    own.addAll(arguments.subList(0, end));
    return own;
  }

  private static Problem unknown() {
    return new Problem("problem.bench.process");
  }
}
