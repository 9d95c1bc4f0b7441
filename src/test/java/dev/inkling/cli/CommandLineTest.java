package dev.inkling.cli;

import dev.inkling.bench.BenchCommand;
import dev.inkling.file.AppFolders;
import dev.inkling.model.ModelFolder;
import dev.inkling.support.TinyModels;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands as a user would, in folders of their own. */
public abstract class CommandLineTest {
  private static Locale before;

  @TempDir protected Path home;
  protected AppFolders folders;

  /** What a command left. */
  public record Result(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  @BeforeAll
  static void speakEnglish() {
    before = Locale.getDefault();
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterAll
  static void putBack() {
    Locale.setDefault(before);
  }

  @BeforeEach
  void makeFolders() {
    folders =
        new AppFolders(
            home.resolve("config"),
            home.resolve("data"),
            home.resolve("cache"),
            home.resolve("shipped"));
  }

  /** A model that ships; never trained, so what it reads means nothing. */
  protected void ship(String name) {
    ModelFolder.write(folders.shipped().resolve(name), TinyModels.untrained(name));
  }

  protected Result inkling(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandRunner commands =
        new CommandRunner(folders, stream(out), stream(err), List.of(BenchCommand::new));
    String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    int exit = commands.run(texts);
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
