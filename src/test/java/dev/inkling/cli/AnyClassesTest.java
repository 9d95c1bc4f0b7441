package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.data.Digits;
import dev.inkling.model.ModelFolder;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.DataFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From images of any classes to a network, and to all that can be done with one. */
class AnyClassesTest extends CommandLineTest {
  private Path data(int classes) {
    return DataFiles.npz(
        home.resolve("data.npz"),
        arrays(DataFiles.squares(20 * classes, classes), DataFiles.squares(4 * classes, classes)),
        true);
  }

  private Map<String, byte[]> arrays(Digits training, Digits test) {
    DataFiles.write(home.resolve("classes.txt"), String.join("\n", training.classes()));
    return DataFiles.keras(training, test);
  }

  private Path train(Path data) {
    Path model = home.resolve("mine");
    Result trained =
        inkling(
            "train",
            "--arch",
            "sprint",
            "--data",
            data,
            "--epochs",
            12,
            "--batch-size",
            16,
            "--out",
            model);
    assertThat(trained.err()).doesNotContain("\tat ");
    assertThat(trained.exit()).isZero();
    return model;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 47})
  void aNetworkIsTrainedEvaluatedPackedExportedAndReadBack(int classes) throws IOException {
    Path data = data(classes);
    List<String> names = DataFiles.squares(classes, classes).classes();
    Path model = train(data);

    assertThat(ModelFolder.readCard(model).classes()).isEqualTo(names);
    assertThat(ModelFolder.readCard(model).layers()).endsWith("dense " + classes);

    Path report = home.resolve("report");
    Result evaluated = inkling("evaluate", "--model", model, "--data", data, "--out", report);
    assertThat(evaluated.out()).contains(names.getLast());
    assertThat(report.resolve("classes.csv")).content().contains(names.getLast());
    assertThat(
            Files.readString(report.resolve("predictions.csv")).lines().findFirst().orElseThrow())
        .endsWith(",p" + names.getLast());
    JsonObject line =
        JsonParser.parseString(
                inkling("evaluate", "--model", model, "--data", data, "--json").out())
            .getAsJsonObject();
    assertThat(line.get("accuracy").getAsDouble()).isGreaterThan(0.9);
    assertThat(line.getAsJsonArray("perClass")).hasSize(classes);
    assertThat(line.getAsJsonArray("confusionMatrix")).hasSize(classes);

    Path packed = home.resolve("mine.inkling");
    assertThat(inkling("pack", "--model", model, "--out", packed).exit()).isZero();
    assertThat(inkling("unpack", packed).exit()).isZero();
    assertThat(inkling("evaluate", "--model", "mine", "--data", data, "--json").out())
        .contains("\"accuracy\":" + line.get("accuracy"));

    Path onnx = home.resolve("mine.onnx");
    assertThat(inkling("export", "--model", model, "--out", onnx).exit()).isZero();
    assertThat(Files.readString(onnx, StandardCharsets.ISO_8859_1))
        .contains(String.join(",", names.subList(0, 2)));

    Path strokes =
        Files.writeString(home.resolve("one.jsonl"), "{\"strokes\":[[[140,40],[140,240]]]}\n");
    Result read = inkling("recognize", "--model", model, "--strokes", strokes, "--json");
    JsonObject sign = JsonParser.parseString(read.out()).getAsJsonObject();
    assertThat(names).contains(sign.get("class").getAsString());
    assertThat(sign.getAsJsonObject("probabilities").keySet()).containsExactlyElementsOf(names);

    String run = inkling("runs", "--json").out();
    assertThat(run).contains("sprint");
  }

  @Test
  void whatAContestAsksForIsWritten() throws IOException {
    Path data = data(3);
    Path model = train(data);
    Digits squares = DataFiles.squares(9, 3);
    Path csv =
        DataFiles.write(
            home.resolve("test.csv"),
            DataFiles.csv(squares, false, String::valueOf).replaceAll("(?m)^[^,]*,", ""));
    Path out = home.resolve("submission.csv");

    byte[] read = Files.readAllBytes(csv);
    assertThat(inkling("predict", "--model", model, "--data", csv, "--out", csv).err())
        .contains("test.csv is what is read");
    assertThat(csv).hasBinaryContent(read);

    Result result = inkling("predict", "--model", model, "--data", csv, "--out", out);

    assertThat(result.exit()).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(10).startsWith("ImageId,Label", "1,sign 0", "2,sign 1", "3,sign 2");
    inkling("predict", "--model", model, "--data", csv, "--out", out, "--probabilities");
    assertThat(Files.readAllLines(out).getFirst()).isEqualTo("ImageId,Label,sign 0,sign 1,sign 2");
    assertThat(Files.readAllLines(out).get(1).split(",", -1)).hasSize(5);
  }

  @Test
  void digitsOnlyMattersAreRefusedClearly() {
    Path data = data(2);
    Path model = train(data);
    ship("inkling");

    assertThat(inkling("evaluate", "--model", model, "--data", "synthetic").err())
        .contains("tells other classes apart", "sign 0");
    Path strokes =
        DataFiles.write(
            home.resolve("s.jsonl"), "{\"label\":1,\"strokes\":[[[140,40],[140,240]]]}\n");
    assertThat(inkling("evaluate", "--model", model, "--strokes", strokes).err())
        .contains("other things apart than digits");
    assertThat(inkling("train", "--arch", "line", "--data", data, "--epochs", 1).err())
        .contains("no digits");
    assertThat(inkling("train", "--arch", "sprint", "--data", data, "--from", "inkling").exit())
        .isNotZero();
  }

  @Test
  void aRunOfOtherClassesGoesOn() {
    Path data = data(3);
    inkling("train", "--arch", "sprint", "--data", data, "--epochs", 1);
    Run run = new RunStore(folders).list().getFirst();

    assertThat(run.info().names()).containsExactly("sign 0", "sign 1", "sign 2");
    assertThat(run.info().data()).isEqualTo(data.toString());
    assertThat(inkling("runs", "report", run.info().id(), "--out", home.resolve("r.html")).err())
        .doesNotContain("\tat ");
  }
}
