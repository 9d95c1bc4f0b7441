package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.ModelFolder;
import dev.inkling.support.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends CommandLineTest {
  @Test
  void theHelpNamesEveryCommand() {
    Result result = inkling("--help");

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            "recognize",
            "train",
            "runs",
            "evaluate",
            "drawings",
            "models",
            "export",
            "bench",
            "--help",
            "--version");
  }

  @ParameterizedTest
  @CsvSource({
    "recognize, --model --strokes --json --help IMAGE",
    "train, --arch --data --epochs --batch-size --optimizer --lr --seed --augment --out --json",
    "runs, --json --help",
    "evaluate, --model --data --out --json --help",
    "drawings, --import --export --json --help",
    "models, --json --help",
    "export, --model --format --out --json --help",
    "bench, --model --training --json --help",
  })
  void everyCommandHelpsWithAllItsOptions(String command, String options) {
    Result result = inkling(command, "--help");

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("inkling " + command).contains(options.split(" "));
    // Every option has a description, and no pattern of MessageFormat shines through.
    assertThat(result.out().lines().filter(line -> line.strip().startsWith("--")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.strip()).matches("--[a-z-]+(=\\S+)?( +\\p{L}.*)?"));
    assertThat(result.out()).doesNotContain("'{'", "{0}", "%n");
  }

  @Test
  void theHelpSpeaksChinese() {
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    try {
      assertThat(inkling("train", "--help").out()).containsPattern("\\p{IsHan}{2}");
    } finally {
      Locale.setDefault(Locale.ENGLISH);
    }
  }

  @Test
  void theVersionIsTold() {
    Result result = inkling("--version");

    assertThat(result.exit()).isZero();
    assertThat(result.out().strip()).matches("inkling \\d+\\.\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recognise",
        "--json",
        "models --verbose",
        "models extra",
        "recognize --strokes",
        "recognize",
        "recognize --json",
        "evaluate --model",
        "evaluate --model a --model b",
        "evaluate digit.png",
        "export",
        "export --model inkling",
        "export --out",
        "train --epochs",
        "train --epochs many",
        "train --epochs 0",
        "train --epochs -3",
        "train --epochs 1.5",
        "train --epochs 99999999999",
        "train --batch-size 0",
        "train --batch-size -1",
        "train --batch-size 1000000000",
        "train --epochs 1001",
        "train --patience -1",
        "train --dropout 1",
        "train --lr 10.1",
        "train --seed 9007199254740992",
        "train --lr 0",
        "train --lr -0.1",
        "train --lr NaN",
        "train --lr Infinity",
        "train --lr fast",
        "train --seed x",
        "train --optimizer rmsprop",
        "train --augment much",
        "train --part 0",
        "train --part 1.1",
        "train --label-noise 1",
        "train --imbalance -1",
        "train --arch resnet",
        "train extra"
      })
  void wrongUsageExitsWith2AndPointsToTheHelp(String line) {
    Result result = inkling((Object[]) line.split(" "));

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("--help").doesNotContain("\tat ", "Exception");
    assertThat(result.err().lines()).hasSize(2);
  }

  @Test
  void noCommandAtAllIsWrongUsage() {
    assertThat(inkling().exit()).isEqualTo(2);
  }

  @Test
  void whatWasNotUnderstoodIsNamed() {
    assertThat(inkling("train", "--arch", "resnet").err()).contains("resnet", "lenet5-relu");
    assertThat(inkling("train", "--epochs", "many").err()).contains("--epochs", "many");
    assertThat(inkling("train", "--optimizer", "rmsprop").err()).contains("--optimizer", "rmsprop");
    assertThat(inkling("models", "--verbose").err()).contains("--verbose");
    assertThat(inkling("recognise").err()).contains("recognise");
    assertThat(inkling("evaluate", "--model").err()).contains("--model");
  }

  @ParameterizedTest
  @CsvSource({
    "--batch-size, 0, 'a whole number from 1 to 10,000'",
    "--batch-size, 1000000000, 'a whole number from 1 to 10,000'",
    "--epochs, 0, 'a whole number from 1 to 1,000'",
    "--epochs, 99999999999, 'a whole number from 1 to 1,000'",
    "--epochs, many, 'a whole number from 1 to 1,000'",
    "--optimizer, rmsprop, 'one of sgd, momentum, adam, adamw'",
    "--patience, 1001, 'a whole number from 0 to 1,000'",
    "--lr, 0.0, 'a number above 0, up to 10'",
    "--dropout, 1.0, 'a number from 0 up to, but not including, 1, or nothing'"
  })
  void whatIsPossibleIsToldWithWhatIsNot(String option, String value, String range) {
    assertThat(inkling("train", option, value).err())
        .startsWith(option + " is " + value + ", but must be " + range + ".");
  }

  @Test
  void wrongUsageLeavesNothingBehind() throws Exception {
    inkling("train", "--epochs", "0");

    try (var files = Files.list(home)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void anUnknownModelIsAnsweredWithTheNamesThereAre() {
    ship("inkling");

    for (String command : new String[] {"evaluate", "bench", "export --out file.onnx"}) {
      Result result = inkling((Object[]) (command + " --model nobody").split(" "));
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("nobody", "inkling").doesNotContain("\tat ");
    }
  }

  private Path drawn() throws IOException {
    String strokes = "\"strokes\":[[[140,40],[140,240]]]}\n";
    return Files.writeString(
        home.resolve("drawn.jsonl"),
        "{\"label\":1,"
            + strokes
            + "{\"label\":\"1\","
            + strokes
            + "{\"label\":null,"
            + strokes
            + "{"
            + strokes);
  }

  @Test
  void drawnStrokesAreMeasuredTheDigitsAndWhatIsNone() throws IOException {
    ship("inkling");

    JsonObject score =
        JsonParser.parseString(inkling("evaluate", "--strokes", drawn(), "--json").out())
            .getAsJsonObject();

    assertThat(score.get("digits").getAsInt()).isEqualTo(2);
    assertThat(score.get("others").getAsInt()).isEqualTo(2);
    // A model that never learned to doubt takes everything for a digit.
    assertThat(score.get("answered").getAsDouble()).isEqualTo(1);
    assertThat(score.get("refused").getAsDouble()).isZero();
    assertThat(score.get("command").getAsString())
        .isEqualTo("inkling evaluate --model inkling --strokes drawn.jsonl");
  }

  @Test
  void whatWasMeasuredIsWrittenToTheCardOnlyWhenAskedFor() throws IOException {
    Model mine = TinyModels.untrained("mine");
    Path folder = folders.models().resolve("mine");
    ModelFolder.write(folder, mine);

    Result seen = inkling("evaluate", "--model", "mine", "--strokes", drawn());
    assertThat(ModelFolder.readCard(folder).drawn()).isNull();
    Result saved = inkling("evaluate", "--model", "mine", "--strokes", drawn(), "--save");

    assertThat(seen.out()).isEqualTo(saved.out()).contains("of 2 digits", "0.00 % of 2 drawings");
    assertThat(saved.err()).contains(ModelFolder.CARD);
    assertThat(ModelFolder.readCard(folder).drawn()).hasSize(1);
    assertThat(ModelFolder.read(folder).weights().tensors().keySet())
        .isEqualTo(mine.weights().tensors().keySet());
  }

  @Test
  void modelsAreListed() {
    ship("inkling");
    Model saved = TinyModels.untrained("mine");
    Score score = new Score(10_000, 0.9876, 0.05, 0.01, "inkling evaluate");
    ModelFolder.write(
        folders.models().resolve("mine"), new Model(saved.card().withTest(score), saved.weights()));

    Result result = inkling("models");

    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(2);
    assertThat(result.lines().get(0)).startsWith("inkling ").contains("shipped", "–");
    assertThat(result.lines().get(1)).startsWith("mine ").contains("saved", "98.76 %");
  }

  @Test
  void modelsAreListedAsJson() {
    ship("inkling");

    Result result = inkling("models", "--json");

    assertThat(result.lines()).hasSize(1);
    JsonObject line = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(line.keySet())
        .containsExactly(
            "name",
            "folder",
            "shipped",
            "architecture",
            "parameters",
            "epochs",
            "testAccuracy",
            "testLoss");
    assertThat(line.get("name").getAsString()).isEqualTo("inkling");
    assertThat(line.get("shipped").getAsBoolean()).isTrue();
    assertThat(line.get("testAccuracy").isJsonNull()).isTrue();
  }

  @Test
  void noModelsAreNoMistake() {
    assertThat(inkling("models").exit()).isZero();
    assertThat(inkling("models").out()).isEmpty();
  }

  @Test
  void aDamagedModelDoesNotHideTheOthers() throws Exception {
    ship("a");
    ship("b");
    Files.writeString(folders.shipped().resolve("a/model.json"), "{");

    Result result = inkling("models", "--json");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines()).hasSize(1);
    assertThat(result.err()).contains(folders.shipped().resolve("a").toString());
  }
}
