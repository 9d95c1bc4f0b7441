package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.IdxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunsCommandTest extends CommandLineTest {
  private RunStore store() {
    return new RunStore(folders);
  }

  /** A run of one epoch, then one that has not begun. */
  private Path runs() {
    var digits = Synthetic.dataSet(120, 20);
    Path data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    inkling("train", "--arch", "dropout-sgd", "--data", data, "--epochs", "1");
    store().list().getFirst().describe("first try", "");
    store().create("sprint", Architecture.named("sprint").recipe(), "synthetic");
    return data;
  }

  @Test
  void runsAreListedWithTheNameToGoOnWith() {
    Path data = runs();

    Result result = inkling("runs");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.lines()).hasSize(2);
    Run trained =
        store().list().stream()
            .filter(run -> run.info().title().equals("first try"))
            .findFirst()
            .orElseThrow();
    assertThat(result.lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(trained.info().id() + " ")
                    .contains("finished, epoch 1 of 1", "%", data.toString(), "first try"))
        .anySatisfy(line -> assertThat(line).contains("cut off, epoch 0 of", "synthetic"));
  }

  @Test
  void thatRunsLearnedFromOtherImagesIsSaidFirst() {
    Path data = runs();
    String written = store().find("sprint").info().id();

    Result result = inkling("runs", "--compare", "first try", written);

    assertThat(result.lines().get(2).strip())
        .isEqualTo(
            "other images (" + data + " → synthetic), so their accuracies cannot be compared");
  }

  @Test
  void runsAreListedAsJson() {
    Path data = runs();

    Result result = inkling("runs", "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    JsonObject trained =
        result.lines().stream()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .filter(line -> line.get("title").getAsString().equals("first try"))
            .findFirst()
            .orElseThrow();
    assertThat(trained.keySet())
        .containsExactly(
            "id", "title", "architecture", "status", "epochs", "accuracy", "data", "folder");
    assertThat(trained.get("status").getAsString()).isEqualTo("finished");
    assertThat(trained.get("epochs").getAsInt()).isEqualTo(1);
    assertThat(trained.get("accuracy").getAsDouble()).isBetween(0.0, 1.0);
    assertThat(trained.get("data").getAsString()).isEqualTo(data.toString());
    assertThat(result.out()).contains("\"status\":\"open\",\"epochs\":0,\"accuracy\":null");
  }

  @Test
  void aDamagedRunDoesNotHideTheOthers() throws IOException {
    runs();
    Path info = store().list().getLast().folder().resolve("run.json");
    Files.writeString(info, "{");

    Result result = inkling("runs");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines()).hasSize(1);
    assertThat(result.err()).contains(info.toString()).doesNotContain("\tat ");
  }

  @Test
  void noRunsAreNoMistake() {
    assertThat(inkling("runs").exit()).isZero();
    assertThat(inkling("runs").out()).isEmpty();
  }
}
