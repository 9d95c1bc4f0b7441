package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.data.Synthetic;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Normalization;
import dev.inkling.run.RunStore;
import dev.inkling.support.IdxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four tiny trainings. */
class SweepCommandTest extends CommandLineTest {
  private Path data;

  @BeforeEach
  void writeData() {
    var digits = Synthetic.dataSet(120, 20);
    data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
  }

  private Result sweep(Object... more) {
    return inkling(
        Stream.concat(
                Stream.of("sweep", "--arch", "dropout-sgd", "--data", data, "--epochs", "2"),
                Stream.of(more))
            .toArray());
  }

  private static List<JsonObject> json(Result result) {
    return result.lines().stream().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
  }

  @Test
  void theBetterHalfGoesOnAndTheBestIsSaved() throws IOException {
    Path out = home.resolve("best");
    Result result =
        sweep(
            "--try",
            "learningRate=0.001,0.05",
            "--try",
            "batchSize=25,50",
            "--halving",
            "--out",
            out,
            "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    List<JsonObject> lines = json(result);
    assertThat(lines).hasSize(7); // four to the first epoch, two to the second, the best
    assertThat(lines.subList(0, 6))
        .extracting(line -> line.get("epochs").getAsInt())
        .containsExactly(1, 1, 1, 1, 2, 2);
    JsonObject best = lines.getLast().getAsJsonObject("best");
    double most =
        lines.subList(4, 6).stream()
            .mapToDouble(line -> line.get("accuracy").getAsDouble())
            .max()
            .orElseThrow();
    assertThat(best.get("accuracy").getAsDouble()).isEqualTo(most);
    assertThat(best.get("state").getAsString()).isEqualTo("done");
    assertThat(new RunStore(folders).list()).hasSize(4);
    var card = ModelFolder.readCard(out);
    assertThat(card.epochs()).isEqualTo(2);
    assertThat(card.test()).as("test images are not looked at").isNull();
    assertThat(String.valueOf(card.recipe().batchSize()))
        .isEqualTo(best.getAsJsonObject("values").get("batchSize").getAsString());

    goesOnWhereItWas(lines.getLast().get("sweep").getAsString(), out);
  }

  /** As if it had been killed before it kept what the last trials came to. */
  private void goesOnWhereItWas(String name, Path out) throws IOException {
    Path file = folders.data().resolve("sweeps").resolve(name + ".json");
    Files.writeString(
        file,
        Files.readString(file).replace("\"done\"", "\"open\"").replace("\"DONE\"", "\"OPEN\""));

    Files.move(out, home.resolve("elsewhere"));

    Result again = inkling("sweep", "--resume", name);

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.lines()).hasSize(1);
    assertThat(again.lines().getFirst()).startsWith("Best on validation: ");
    assertThat(new RunStore(folders).list()).hasSize(4);
    assertThat(ModelFolder.readCard(out).epochs()).as("where it was to be").isEqualTo(2);
  }

  @Test
  void aNetworkThatIsWrittenOutIsSwept() throws IOException {
    Path out = home.resolve("own");

    Result result =
        inkling(
            "sweep",
            "--layers",
            "conv 4@5x5 stride 2, relu, dense 10",
            "--normalization",
            "none",
            "--data",
            data,
            "--epochs",
            "1",
            "--try",
            "init=he,small",
            "--out",
            out);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.lines()).hasSize(3);
    var card = ModelFolder.readCard(out);
    assertThat(card.layers()).containsExactly("conv 4@5x5 stride 2", "relu", "dense 10");
    assertThat(card.normalization()).isEqualTo(Normalization.NONE);
  }

  @Test
  void aNetworkOfAFileIsSwept() throws IOException {
    Path file = home.resolve("mine.json");
    Files.writeString(file, "{\"layers\": [\"dense 12\", \"relu\", \"dense 10\"]}");

    Result result =
        inkling(
            "sweep",
            "--arch",
            file,
            "--data",
            data,
            "--epochs",
            "1",
            "--try",
            "clip=0,1",
            "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(json(result)).hasSize(3);
  }

  @Test
  void whatIsWrongIsSaid() {
    for (Result wrong :
        List.of(
            sweep("--layers", "dense 10", "--try", "lr=0.1,1"),
            inkling("sweep", "--layers", "conv 4@30x30, dense 10", "--try", "lr=0.1,1"),
            inkling("sweep", "--normalization", "none", "--try", "lr=0.1,1"),
            sweep(),
            sweep("--try", "rate=1,2"),
            sweep("--try", "learningRate=0.1"),
            sweep("--try", "learningRate=0.1,11"),
            sweep("--try", "lr=0.1,1", "--draws", "1"),
            sweep("--try", "lr=0.1,1", "--resume", "x"),
            inkling("sweep", "--arch", "sprint", "--data", data, "--try", "dropout=0.1,0.2"),
            inkling("sweep", "--arch", "line", "--try", "lr=0.1,1"))) {
      assertThat(wrong.exit()).as(wrong.err()).isEqualTo(2);
      assertThat(wrong.err()).contains("inkling sweep --help").doesNotContain("\tat ");
    }
    assertThat(inkling("sweep", "--resume", "none").err()).contains("There is no sweep “none”");
  }
}
