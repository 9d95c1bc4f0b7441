package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Pictures;
import dev.inkling.support.Program;
import dev.inkling.support.Program.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DrawingsCommandTest extends CommandLineTest {
  private static final String ONE = "{\"label\":1,\"strokes\":[[[140,40],[140,240]]]}\n";

  private DrawingStore drawings() {
    return new DrawingStore(folders.drawings());
  }

  private Path lines(String text) throws IOException {
    return Files.writeString(home.resolve("in.jsonl"), text);
  }

  @Test
  void whatWasKeptIsListed() {
    drawings().add(List.of(Kept.of(Pictures.SEVEN, 7, 2, "mine")));

    assertThat(inkling("drawings").out()).contains("7   read 2 by mine");
    JsonObject line = JsonParser.parseString(inkling("drawings", "--json").out()).getAsJsonObject();
    assertThat(line.keySet()).containsExactly("id", "label", "read", "model", "time", "writer");
  }

  /** Zoe's, Ann's, and one of nobody's in particular. */
  private void keepOfThree() {
    Kept seven = Kept.of(Pictures.SEVEN, 7, 2, "mine");
    Kept one = Kept.of(Pictures.SEVEN, 1, null, null);
    drawings().add(List.of(seven.by("Zoe"), one.by("Ann"), Kept.of(Pictures.SEVEN, 3, 3, "mine")));
  }

  @Test
  void itIsListedWhoseTheyAre() {
    keepOfThree();

    assertThat(inkling("drawings").out().lines())
        .satisfiesExactly(
            first -> assertThat(first).endsWith("Zoe"),
            second -> assertThat(second).endsWith("Ann"),
            third -> assertThat(third).endsWith("My hand"));
    assertThat(inkling("drawings", "--hand", "Zoe").out().lines()).hasSize(1);
    assertThat(inkling("drawings", "--hand", "My hand").out()).startsWith("3 ");
  }

  @Test
  void ofAHandThatNobodyHasItIsSaidWhoThereIs() {
    keepOfThree();
    Path out = home.resolve("out.jsonl");

    assertThat(inkling("drawings", "--hand", "Nobody"))
        .isEqualTo(
            new Result(
                1,
                "",
                "There are no drawings of the hand “Nobody”. There are those of: Zoe, Ann, My hand"
                    + System.lineSeparator()));
    assertThat(inkling("drawings", "--hand", "Nobody", "--export", out).exit()).isEqualTo(1);
    assertThat(out).doesNotExist();
    assertThat(inkling("recognize", "--hand", "Nobody", "x.png").err()).contains("Zoe", "My hand");
    assertThat(inkling("recognize", "--hand", "My hand", "x.png").err())
        .contains("--hand \"My hand\"");
  }

  @Test
  void whatSeveralPeopleDrewIsNotTaughtToOne() {
    keepOfThree();
    Result result = inkling("train", "--from", "inkling", "--data", "drawings");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("Zoe, Ann, My hand", "--hand");
  }

  @Test
  void whatIsTakenInForOnesOwnHandIsNobodyElses() throws IOException {
    String anns = ONE.replace("}", ",\"writer\":\"Ann\"}");
    assertThat(inkling("drawings", "--hand", "My hand", "--import", lines(anns)).exit()).isZero();

    assertThat(drawings().all()).singleElement().extracting(Kept::writer).isNull();
  }

  @Test
  void noDrawingsAreNoMistake() {
    assertThat(inkling("drawings")).isEqualTo(new Result(0, "", ""));
  }

  @Test
  void goodLinesComeInAndBrokenOnesAreTold() throws IOException {
    Result result = inkling("drawings", "--import", lines(ONE + "oops\n" + ONE));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("2 drawings came in", "1 line was left out");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("in.jsonl, line 2:");
    assertThat(drawings().all()).hasSize(2);
  }

  @Test
  void brokenLinesStandInTheJsonToo() throws IOException {
    Result result = inkling("drawings", "--json", "--import", lines("oops\n" + ONE));

    JsonObject line = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(line.get("added").getAsInt()).isEqualTo(1);
    assertThat(line.getAsJsonArray("broken").get(0).getAsString()).contains("line 1:");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void drawingsGoOutAsStrokesAndAsADataSet() throws IOException {
    ship("tiny");
    inkling("drawings", "--import", lines(ONE));
    Path strokes = home.resolve("out.jsonl");
    Path folder = home.resolve("out");

    assertThat(inkling("drawings", "--export", strokes).out()).contains("1 drawing is in");
    assertThat(inkling("drawings", "--export", folder).exit()).isZero();

    assertThat(inkling("recognize", "--model", "tiny", "--strokes", strokes).exit()).isZero();
    assertThat(folder.resolve(IdxFiles.TEST_IMAGES + ".gz")).exists();
    assertThat(inkling("evaluate", "--model", "tiny", "--data", folder).exit()).isZero();
  }

  @Test
  void whatIsNotThereIsTold() {
    Result result = inkling("drawings", "--import", home.resolve("none.jsonl"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("none.jsonl", "no such file").doesNotContain("\tat ");
  }

  /** With room for 100 KiB in any file. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFullDiskKeepsNoPartOfAnImport() throws Exception {
    String line = "{\"label\":1,\"strokes\":[[[140,40],[%d,240]]]}\n";
    Path few = Files.writeString(home.resolve("few.jsonl"), line.formatted(1));
    assertThat(inkling("drawings", "--import", few).exit()).isZero();
    DrawingStore store = new DrawingStore(folders.drawings());
    String before = Files.readString(store.file());
    Path many =
        Files.writeString(
            home.resolve("many.jsonl"),
            IntStream.range(0, 2000).mapToObj(line::formatted).collect(Collectors.joining()));

    try (Program starved =
        Program.startWithFilesUpTo(100, Java.QUICK, home, "drawings", "--import", many)) {
      assertThat(starved.exit()).as(starved.err()).isEqualTo(1);
    }

    assertThat(store.file()).hasContent(before);
    assertThat(store.file().resolveSibling("lock")).exists();
    try (var left = Files.list(folders.drawings())) {
      assertThat(left).hasSize(2);
    }
    assertThat(inkling("drawings", "--import", many).out()).contains("1,999");
  }
}
