package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportCommandTest extends CommandLineTest {
  @Test
  void aModelIsWritten() {
    ship("inkling");
    Path file = home.resolve("new/inkling.onnx");

    Result result = inkling("export", "--out", file);

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("inkling", file.toString(), "ink", "probabilities");
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void programsAreToldTheNames() {
    ship("mine");
    Path file = home.resolve("mine.onnx");

    Result result = inkling("export", "--model", "mine", "--out", file, "--json");

    JsonObject line = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(line.keySet()).containsExactly("model", "file", "input", "logits", "probabilities");
    assertThat(line.get("file").getAsString()).isEqualTo(file.toString());
    assertThat(line.get("input").getAsString()).isEqualTo("ink");
  }

  @Test
  void anOldFileIsReplacedByAWholeNewOne() throws Exception {
    ship("inkling");
    Path file = Files.writeString(home.resolve("old.onnx"), "old");

    assertThat(inkling("export", "--out", file).exit()).isZero();
    byte[] once = Files.readAllBytes(file);
    assertThat(inkling("export", "--out", file).exit()).isZero();

    assertThat(Files.readAllBytes(file)).isEqualTo(once).hasSizeGreaterThan(1000);
  }

  @Test
  void whatCannotBeWrittenIsToldInASentence() throws Exception {
    ship("inkling");
    Path inTheWay = Files.writeString(home.resolve("file"), "");

    Result result = inkling("export", "--out", inTheWay.resolve("model.onnx"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("model.onnx").doesNotContain("\tat ", "Exception");
  }

  @Test
  void aScriptIsWrittenWithItsWeightsBesideIt() {
    ship("mine");
    Path file = home.resolve("mine.py");

    Result result = inkling("export", "--model", "mine", "--out", file);
    Result again =
        inkling("export", "--format", "pytorch", "--model", "mine", "--out", file, "--json");

    assertThat(result.out()).contains("PyTorch", file.toString(), "mine.npz");
    assertThat(file).content().contains("class Network(nn.Module):");
    assertThat(home.resolve("mine.npz")).isNotEmptyFile();
    JsonObject line = JsonParser.parseString(again.out()).getAsJsonObject();
    assertThat(line.get("format").getAsString()).isEqualTo("pytorch");
    assertThat(line.keySet()).containsExactly("model", "format", "file", "weights");
  }

  @Test
  void kerasIsAskedForByName() {
    ship("mine");
    Path file = home.resolve("mine.py");

    Result result = inkling("export", "--model", "mine", "--format", "keras", "--out", file);

    assertThat(result.out()).contains("Keras", file.toString(), "mine.npz");
    assertThat(file).content().contains("import keras", "return keras.Model(");
  }

  @Test
  void aFormatThatThereIsNotAndAnEndingThatDoesNotFitAreTold() {
    ship("mine");

    Result format = inkling("export", "--format", "caffe", "--out", home.resolve("mine.py"));
    Result ending = inkling("export", "--format", "pytorch", "--out", home.resolve("mine.npz"));

    assertThat(format.exit()).isEqualTo(2);
    assertThat(format.err()).contains("caffe", "onnx, pytorch, keras");
    assertThat(ending.exit()).isEqualTo(2);
    assertThat(ending.err()).contains("mine.npz", ".py");
    assertThat(home.resolve("mine.npz")).doesNotExist();
  }
}
