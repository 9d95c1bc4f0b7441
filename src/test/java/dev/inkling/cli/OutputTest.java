package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.inkling.file.NamedPath;
import dev.inkling.support.Program;
import dev.inkling.support.Program.Java;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** What comes out: all of it or a sentence, and nothing that a terminal would obey. */
@Timeout(120)
class OutputTest extends CommandLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void shipAModel() {
    ship("inkling");
  }

  /** As /dev/full. */
  private static PrintStream full() {
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        });
  }

  private CommandRunner commands(PrintStream out, List<Callable<Integer>> others) {
    return new CommandRunner(
        folders,
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        others.stream()
            .map(other -> (java.util.function.Function<Shell, Callable<Integer>>) _ -> other)
            .toList());
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models",
        "models --json",
        "--help",
        "--version",
        "train --help",
        "recognize --strokes STROKES",
        "recognize --strokes STROKES --json",
        "evaluate --strokes STROKES",
        "evaluate --data synthetic",
        "drawings --import STROKES",
        "drawings --export HOME/out.jsonl",
        "export --out HOME/out.onnx",
        "pack --model inkling --out HOME/out.inkling",
      })
  void resultsThatCannotBeWrittenAreNoSuccess(String command) throws IOException {
    String strokes =
        Files.writeString(
                home.resolve("s.jsonl"), "{\"label\":1,\"strokes\":[[[140,40],[140,240]]]}\n")
            .toString();
    String[] args = command.replace("STROKES", strokes).replace("HOME", home.toString()).split(" ");

    assertThat(commands(full(), List.of()).run(args)).isEqualTo(1);

    assertThat(err()).contains("could not be written in full").doesNotContain("\tat ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aRealProcessSaysSoToo() throws Exception {
    try (Program program = Program.startBy("exec \"$@\" > /dev/full", Java.QUICK, home, "--help")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.err()).contains("could not be written in full");
    }
    try (Program program = Program.startBy("exec \"$@\" >&-", Java.QUICK, home, "--help")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.err()).contains("could not be written in full");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void escapeSequencesInNamesReachNoTerminal() {
    assumeThat(NamedPath.isPossible("\u009b")).as("a name can have it").isTrue();
    ship("red\u001b[31m\u009b2J");

    Result text = inkling("models");
    Result json = inkling("models", "--json");
    Result problem = inkling("recognize", "--model", "a\u001b]0;title\u0007b\nc", "x.png");

    assertThat(text.out()).contains("red�[31m�2J").doesNotContain("\u001b", "\u009b");
    assertThat(json.out()).contains("\\u001b", "\\u009b").doesNotContain("\u001b", "\u009b");
    assertThat(problem.err()).contains("a�]0;title�b c").doesNotContain("\u001b", "\u0007");
    assertThat(inkling("a\u001b[31m").err()).doesNotContain("\u001b");
  }

  @Test
  void aFileWhoseNameBeginsWithAnAtIsNoListOfArguments() throws IOException {
    String name = "@" + Files.writeString(home.resolve("list.png"), "--json");

    assertThat(inkling("recognize", name).err()).contains(name);
  }

  @Command(name = "greedy")
  static final class Greedy implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  @Test
  void thatThereIsNoMemoryLeftIsASentence() {
    int exit = commands(System.out, List.of(new Greedy())).run("greedy");

    assertThat(exit).isEqualTo(1);
    assertThat(err()).contains("not enough memory").doesNotContain("\tat ", "Exception");
    assertThat(err().lines()).hasSize(1);
  }

  @Test
  void aNameThatNoFileCanHaveIsASentence() {
    for (Object[] args :
        new Object[][] {
          {"recognize", "a\0b.png"},
          {"recognize", "--strokes", "a\0b.jsonl"},
          {"recognize", "--model", "a\0b", "x.png"},
          {"train", "--resume", "a\0b"},
          {"train", "--out", "a\0b"},
          {"evaluate", "--data", "a\0b"},
          {"pack", "--run", "a\0b"},
        }) {
      Result result = inkling(args);
      assertThat(result.exit()).isPositive();
      assertThat(result.err())
          .contains("is no file name: there is a zero character in it")
          .doesNotContain("went wrong", "Exception");
    }
  }

  /**
   * Java under LC_ALL=C has no way to such a file; the app's own launcher sets a locale that has.
   */
  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void aNameThatTheLocaleCannotEncodeIsASentence() throws Exception {
    assumeThat(System.getProperty("java.class.path"))
        .as("Under LC_ALL=C Java finds no classes in a folder like this project's.")
        .matches("\\p{ASCII}*");
    String script = "export LC_ALL=C; exec \"$@\" \"$(printf '\\346\\225\\260.png')\"";

    try (Program program =
        Program.startBy(script, Java.QUICK, home, "recognize", "--model", "MODEL")) {
      assertThat(program.exit()).isEqualTo(1);
    }
    try (Program program = Program.startBy(script, Java.QUICK, home, "train", "--resume")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.err())
          .contains("cannot be used as a file name", "UTF-8")
          .doesNotContain("\tat ", "InvalidPath");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLogThatCannotBeWrittenSaysNothing() throws Exception {
    int kibibytes = 1000;
    Files.createDirectories(home.resolve("cache/logs"));
    Files.write(home.resolve("cache/logs/inkling.0.log"), new byte[kibibytes << 10]);

    try (Program program =
        Program.startWithFilesUpTo(
            kibibytes, Java.QUICK, home, "export", "--model", "none", "--out", "x")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.err().lines()).hasSize(1);
    }
  }
}
