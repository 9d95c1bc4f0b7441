package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.Normalization;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitecturesCommandTest extends CommandLineTest {
  private void save(String name, String layers) {
    new ArchitectureStore(folders)
        .save(new Architecture(name, Normalization.MNIST, Layer.list(layers), Architecture.USUAL));
  }

  private static JsonObject line(Result result, String name) {
    List<JsonObject> lines =
        result.lines().stream().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
    return lines.stream()
        .filter(line -> line.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thoseThatShipThoseToLearnFromAndOnesOwnAreListed() {
    save("mine", "dense 4, relu, dense 10");

    Result result = inkling("architectures", "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(line(result, "sprint").get("kind").getAsString()).isEqualTo("shipped");
    assertThat(line(result, "sprint").get("parameters").getAsInt()).isEqualTo(62_558);
    assertThat(line(result, "line").get("kind").getAsString()).isEqualTo("line");
    JsonObject lesson = line(result, "softmax-regression");
    assertThat(lesson.get("kind").getAsString()).isEqualTo("lesson");
    assertThat(lesson.get("parameters").getAsInt()).isEqualTo(7850);
    assertThat(lesson.get("operations").getAsInt()).isEqualTo(2 * 7840);
    assertThat(lesson.get("note").getAsString()).contains("hidden layer");
    JsonObject mine = line(result, "mine");
    assertThat(mine.get("kind").getAsString()).isEqualTo("own");
    assertThat(mine.get("file").getAsString()).endsWith("mine.json");
    assertThat(mine.get("layers").getAsJsonArray()).hasSize(3);
  }

  @Test
  void forPeopleToo() {
    save("mine", "dense 4, relu, dense 10");

    Result result = inkling("architectures");

    assertThat(result.out())
        .containsPattern("mine +3,190 parameters +0\\.01 million operations")
        .contains("    dense 4, relu, dense 10");
  }

  /** What is damaged hides nothing, nor does what somebody is still building. */
  @Test
  void whatCannotBeReadIsToldByItsNameAndWhatCannotBeTrainedSaysWhy() throws IOException {
    save("unfinished", "conv 4@3x3, relu");
    Files.writeString(folders.networks().resolve("broken.json"), "{\"layers\": [\"dense 10\"");
    Files.writeString(
        folders.networks().resolve("newer.json"), "{\"layers\": [\"attention 4\", \"dense 10\"]}");

    Result result = inkling("architectures", "--json");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("broken.json", "newer.json", "attention 4");
    JsonObject unfinished = line(result, "unfinished");
    assertThat(unfinished.get("parameters").isJsonNull()).isTrue();
    assertThat(unfinished.get("note").getAsString()).contains("No layer gives the outputs");
    assertThat(folders.networks().resolve("newer.json")).exists();
  }
}
