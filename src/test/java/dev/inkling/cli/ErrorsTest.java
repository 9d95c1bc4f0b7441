package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** What is thrown and is no exception, as when memory runs out, is a sentence all the same. */
class ErrorsTest extends CommandLineTest {
  @Command(name = "fail")
  private static final class Failing implements Callable<Integer> {
    private final Error error;

    Failing(Error error) {
      this.error = error;
    }

    @Override
    public Integer call() {
      throw error;
    }
  }

  private String told(Error error) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    CommandRunner commands =
        new CommandRunner(folders, stream, stream, List.of(_ -> new Failing(error)));
    assertThat(commands.run("fail")).isEqualTo(1);
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void memoryThatRanOutIsSaid() {
    assertThat(told(new OutOfMemoryError("Java heap space")))
        .startsWith("There is not enough memory")
        .hasLineCount(1);
  }

  @Test
  void anyOtherErrorIsOneLineToo() {
    assertThat(told(new StackOverflowError()))
        .startsWith("Something unexpected went wrong")
        .hasLineCount(1);
  }

  /** A script's variable that is not set: nothing is written where nobody wanted it. */
  @Test
  void aFileWithoutANameIsWrongUsage() {
    Result result = inkling("recognize", "x.png", "--csv", "");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("the name is empty");
  }

  @Test
  void whatWasNotGivenAtAllIsNotSaidToNeedAValue() {
    assertThat(inkling("export").err()).startsWith("--out must be given.");
    assertThat(inkling("export", "--out").err()).startsWith("--out needs a value.");
    assertThat(inkling("unpack").err()).startsWith("FILE.inkling must be given.");
  }
}
