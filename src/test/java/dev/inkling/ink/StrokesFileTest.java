package dev.inkling.ink;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.Framing;
import dev.inkling.ink.StrokesFile.Line;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesFileTest {
  private static final String GOOD = "{\"strokes\":[[[10,20],[30.5,-4]],[[7,8]]]}";

  @TempDir Path folder;

  private List<Line> read(String text) throws IOException {
    return StrokesFile.read(Files.writeString(folder.resolve("drawn.jsonl"), text));
  }

  private Problem problem(String text) {
    return problemOf(() -> read(text));
  }

  @Test
  void aLineIsADrawing() throws IOException {
    List<Line> lines = read(GOOD);

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().number()).isEqualTo(1);
    assertThat(lines.getFirst().drawing().marks())
        .containsExactly(
            new Stroke(
                List.of(new Point(10, 20), new Point(30.5, -4)), Stroke.DEFAULT_WIDTH, false),
            new Stroke(List.of(new Point(7, 8)), Stroke.DEFAULT_WIDTH, false));
  }

  @Test
  void emptyLinesAreSkippedButCounted() throws IOException {
    assertThat(read("\n" + GOOD + "\n\n  \t\n" + GOOD + "\n"))
        .extracting(Line::number)
        .containsExactly(2, 5);
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    assertThat(read(GOOD + "\r\n\r\n" + GOOD + "\r\n"))
        .extracting(Line::number)
        .containsExactly(1, 3);
  }

  @Test
  void otherMembersAreIgnored() throws IOException {
    assertThat(read("{\"label\":7,\"writer\":\"tr12\",\"strokes\":[[[1,2]]],\"pressure\":[0.5]}"))
        .hasSize(1);
  }

  @Test
  void aDrawingWithoutStrokesIsBlank() throws IOException {
    assertThat(read("{\"strokes\":[]}").getFirst().drawing().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hello; problem.strokes.json",
        "42; problem.strokes.json",
        "[[[1,2]]]; problem.strokes.json",
        "\"strokes\"; problem.strokes.json",
        "{\"strokes\":[[[1,2]]; problem.strokes.json",
        "{\"strokes\":[[[1,2]]]} and more; problem.strokes.json",
        "{\"strokes\":\"none\"}; problem.strokes.json",
        "{\"strokes\":[[1,2],[3,4]]}; problem.strokes.json",
        "{\"strokes\":[[[1,[2]]]]}; problem.strokes.json",
        "{\"strokes\":[[[1,\"two\"]]]}; problem.strokes.json",
        "{\"strokes\":[[[1,true]]]}; problem.strokes.json",
        "{\"strokes\":[[[1,null]]]}; problem.strokes.json",
        "null; problem.strokes.missing",
        "{}; problem.strokes.missing",
        "{\"stroke\":[[[1,2]]]}; problem.strokes.missing",
        "{\"strokes\":null}; problem.strokes.missing",
        "{\"strokes\":[[]]}; problem.strokes.point",
        "{\"strokes\":[null]}; problem.strokes.point",
        "{\"strokes\":[[null]]}; problem.strokes.point",
        "{\"strokes\":[[[]]]}; problem.strokes.point",
        "{\"strokes\":[[[1]]]}; problem.strokes.point",
        "{\"strokes\":[[[1,2,3]]]}; problem.strokes.point",
        "{\"strokes\":[[[NaN,2]]]}; problem.strokes.point",
        "{\"strokes\":[[[1,-Infinity]]]}; problem.strokes.point",
        "{\"strokes\":[[[1e999,2]]]}; problem.strokes.point",
      })
  void aBrokenLineIsToldWithItsFileAndNumber(String line, String key) {
    Problem problem = problem(GOOD + "\n\n" + GOOD + "\n" + line + "\n" + GOOD);

    assertThat(problem.key()).isEqualTo(key);
    assertThat(problem.getMessage()).contains("drawn.jsonl").contains("line 4:");
  }

  @Test
  void aLineNumberIsWrittenAsEditorsWriteIt() {
    assertThat(problem("\n".repeat(1_499) + "oops").getMessage()).contains("line 1500:");
  }

  @Test
  void deeplyNestedBracketsAreABrokenLine() {
    Problem problem = problem("{\"strokes\":" + "[".repeat(100_000));

    assertThat(problem.getMessage()).contains("line 1:");
  }

  @Test
  void anEmptyFileHasNoStrokes() {
    assertThat(problem("").key()).isEqualTo("problem.strokes.empty");
    assertThat(problem("\n \r\n\n").key()).isEqualTo("problem.strokes.empty");
  }

  @Test
  void aBinaryFileIsNotText() throws IOException {
    Path file = folder.resolve("digit.png");
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) 0xff});

    Problem problem = problemOf(() -> StrokesFile.read(file));

    assertThat(problem.key()).isEqualTo("problem.strokes.notText");
    assertThat(problem.getMessage()).contains("digit.png");
  }

  @Test
  void aByteOrderMarkIsNoMistake() throws IOException {
    Path file = folder.resolve("notepad.jsonl");
    Files.write(file, ("\ufeff" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(StrokesFile.read(file)).hasSize(1);
  }

  @Test
  void aMissingFileAndAFolderAreProblems() {
    assertThat(problemOf(() -> StrokesFile.read(folder.resolve("none.jsonl"))).key())
        .isEqualTo("problem.file.missing");
    assertThat(problemOf(() -> StrokesFile.read(folder)).getMessage()).contains(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e7", "1e18", "1e160", "1.7e308"})
  void pointsFarOffThePadLeaveInkThatIsStillInk(String far) throws IOException {
    String text =
        "{\"strokes\":[[[140,40],[140,240]],[[-%s,9],[%s,%s],[5,5]],[[%s,%s],[%s,-%s],[-%s,%s]]]}"
            .replace("%s", far);

    Drawing drawing = read(text).getFirst().drawing();

    float[] framed = Framing.frame(Raster.of(drawing)).orElseThrow().ink();
    for (float ink : framed) {
      assertThat(ink).isBetween(0f, 1f);
    }
    assertThat(Raster.of(drawing).at(140, 140)).isEqualTo(1);
  }
}
