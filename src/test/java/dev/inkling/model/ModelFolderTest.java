package dev.inkling.model;

import static dev.inkling.support.Problems.keyOf;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Kept;
import dev.inkling.model.ModelCard.DrawnScore;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.support.LightningHand;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
  private static final Model MODEL = TinyModels.untrained("mine");

  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void write() {
    folder = parent.resolve("mine");
    ModelFolder.write(folder, MODEL);
  }

  private Path card() {
    return folder.resolve(ModelFolder.CARD);
  }

  private Path parameters() {
    return folder.resolve(ModelFolder.PARAMETERS);
  }

  private String key() {
    return keyOf(() -> ModelFolder.read(folder));
  }

  private void changeCard(String from, String to) throws IOException {
    String text = Files.readString(card());
    assertThat(text).contains(from);
    Files.writeString(card(), text.replace(from, to));
  }

  /** Writes the model with one tensor changed, or left out where it is null. */
  private void changeTensor(String name, Tensor tensor) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(MODEL.weights().tensors());
    if (tensor == null) {
      tensors.remove(name);
    } else {
      tensors.put(name, tensor);
    }
    ModelFolder.write(folder, new Model(MODEL.card(), new Weights(tensors)));
  }

  @Test
  void aModelIsReadAsItWasWritten() {
    Model read = ModelFolder.read(folder);

    assertThat(read.card()).isEqualTo(MODEL.card());
    assertThat(read.weights().tensors().keySet())
        .containsExactlyElementsOf(MODEL.weights().tensors().keySet());
    MODEL
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              Tensor other = read.weights().tensors().get(name);
              assertThat(other.shape()).containsExactly(tensor.shape());
              assertThat(other.values()).containsExactly(tensor.values());
            });
  }

  @Test
  void aCardOfAnOlderVersionHasNoCalibration() throws IOException {
    ModelFolder.write(folder, MODEL);
    Path card = folder.resolve(ModelFolder.CARD);
    String older =
        Files.readString(card)
            .replaceAll("\\s*\"(calibration|drawn)\": null,?", "")
            .replaceAll(",(\\s*\\})", "$1");
    Files.writeString(card, older);

    assertThat(ModelFolder.readCard(folder)).isEqualTo(MODEL.card());
  }

  @Test
  void whatWasMeasuredOnAFileOfStrokesTakesThePlaceOfWhatWasBefore() {
    DrawnScore before = new DrawnScore("pen.jsonl", 10, 0.5, 0.9, 0, null, "first");
    DrawnScore after = new DrawnScore("pen.jsonl", 10, 0.6, 0.9, 0, null, "second");
    DrawnScore other = new DrawnScore("other.jsonl", 0, null, null, 3, 1.0, "third");
    ModelCard card = MODEL.card().withDrawn(before).withDrawn(other).withDrawn(after);
    ModelFolder.write(folder, new Model(card, MODEL.weights()));

    assertThat(ModelFolder.readCard(folder).drawn()).containsExactly(other, after);
  }

  /** A model that learned the hand of LightningHand, so far as its strokes go. */
  private static Model ofHand() {
    ModelCard card =
        MODEL.card().tuned("mine", new Tuned("inkling", "Zoe", 2, 1, 0), "2026-11-27", "none");
    List<Kept> drawings =
        IntStream.of(4, 7)
            .mapToObj(digit -> Kept.of(LightningHand.write(digit, 1), digit, null, null))
            .toList();
    return new Model(card, MODEL.weights(), OwnStrokes.of(drawings));
  }

  @Test
  void theStrokesOfAHandAreKeptBesideTheWeights() {
    ModelFolder.write(folder, ofHand());

    Model read = ModelFolder.read(folder);
    assertThat(read.card().tuned().strokes()).isEqualTo(2);
    assertThat(read.own().count()).isEqualTo(2);
    assertThat(read.weights().tensors().keySet()).isEqualTo(MODEL.weights().tensors().keySet());
    assertThat(read.named("other").own()).isSameAs(read.own());
  }

  @Test
  void strokesThatAreNotThereOrTooManyAreAProblem() throws IOException {
    ModelFolder.write(folder, ofHand());
    changeCard("\"strokes\": 2", "\"strokes\": 3");
    assertThat(key()).isEqualTo("problem.model.shape");
    changeCard("\"strokes\": 3", "\"strokes\": 2000000000");
    assertThat(key()).isEqualTo("problem.model.card");
    changeCard("\"strokes\": 2000000000", "\"strokes\": -1");
    assertThat(key()).isEqualTo("problem.model.card");
  }

  @Test
  void aTestScoreIsKept() {
    Score score = new Score(10_000, 0.9912, 0.0281, 0.004, "inkling evaluate --model mine");
    ModelFolder.write(folder, new Model(MODEL.card().withTest(score), MODEL.weights()));

    assertThat(ModelFolder.readCard(folder).test()).isEqualTo(score);
    assertThat(ModelFolder.readCard(folder).validation()).isEqualTo(MODEL.card().validation());
  }

  @Test
  void aFolderHoldsTheTwoFilesAndNothingElse() throws IOException {
    ModelFolder.write(folder, MODEL);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(card(), parameters());
    }
    assertThat(ModelFolder.isModel(folder)).isTrue();
    assertThat(ModelFolder.isModel(parent)).isFalse();
  }

  /** Written over another: the writer may be stopped before each of its two moves. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void bothFilesAreOfOneModelWheneverTheWriterIsStopped(int moved) throws IOException {
    Model other = TinyModels.untrained("other", "dense 5", "relu", "dense 10");
    Path next = folder.resolve(".inkling-next");
    ModelFolder.write(next, other);
    List<String> inOrder = List.of(ModelFolder.PARAMETERS, ModelFolder.CARD);
    for (String name : inOrder.subList(0, moved)) {
      Files.move(next.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    assertThat(ModelFolder.read(folder).card()).isEqualTo(other.card());
    assertThat(ModelFolder.read(ModelFolder.copy(folder, parent, "copy")).card())
        .isEqualTo(other.card());
    ModelFolder.write(folder, MODEL);
    assertThat(ModelFolder.read(folder).card()).isEqualTo(MODEL.card());
    assertThat(next).doesNotExist();
  }

  @Test
  void aCardIsReadWithoutItsParameters() throws IOException {
    Files.delete(parameters());

    assertThat(ModelFolder.readCard(folder).name()).isEqualTo("mine");
  }

  @Test
  void missingPartsAreNamed() throws IOException {
    Files.delete(parameters());
    assertThat(key()).isEqualTo("problem.model.noParameters");

    Files.delete(card());
    assertThat(key()).isEqualTo("problem.model.noCard");

    folder = parent.resolve("none");
    assertThat(key()).isEqualTo("problem.model.folder");

    folder = Files.writeString(parent.resolve("file"), "text");
    assertThat(key()).isEqualTo("problem.model.folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "hello",
        "[]",
        "42",
        "\"model\"",
        "{",
        "{}",
        "{\"name\":\"mine\"}",
        "{\"name\":[]}",
        "{\"layers\":\"relu\"}",
        "{\"layers\":[null]}",
        "{\"epochs\":\"many\"}"
      })
  void aCardThatIsNoneIsAProblem(String text) throws IOException {
    Files.writeString(card(), text);

    Problem problem = problemOf(() -> ModelFolder.read(folder));

    assertThat(problem.key()).isEqualTo("problem.model.card");
    assertThat(problem.getMessage()).contains(card().toString());
  }

  @Test
  void aCardWithWordsForNumbersIsAProblem() throws IOException {
    changeCard("1.25", "\"low\"");

    assertThat(key()).isEqualTo("problem.model.card");
  }

  @ParameterizedTest
  @CsvSource({"0.3081, 0", "0.3081, -1", "0.3081, NaN", "0.3081, null", "0.1307, NaN"})
  void aNormalizationThatIsNoneIsAProblem(String from, String to) throws IOException {
    changeCard(from, to);

    assertThat(key()).isEqualTo("problem.model.card");
  }

  @Test
  void aBinaryCardIsAProblem() throws IOException {
    Files.write(card(), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0, 1});

    problemOf(() -> ModelFolder.read(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "relu, swish",
    "conv 4@5x5, conv 4@29x29",
    "conv 4@5x5, conv 0@5x5",
    "max-pool 4, max-pool 25",
    "max-pool 4, max-pool 0",
    "dropout 0.1, dropout 2",
  })
  void aLayerThatIsUnknownOrDoesNotFitIsNamed(String from, String to) throws IOException {
    changeCard("\"" + from + "\"", "\"" + to + "\"");

    Problem problem = problemOf(() -> ModelFolder.read(folder));

    assertThat(problem.key()).isEqualTo("problem.model.layerOf");
    assertThat(problem.getMessage()).contains("“" + to + "”", "model.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv 10@1x1", "max-pool 1", "avg-pool 1", "channel-dropout 0.5"})
  void aLayerOfMapsBehindADenseLayerDoesNotFit(String layer) {
    ModelFolder.write(folder, TinyModels.untrained("mine", "dense 10", layer));

    assertThat(key()).isEqualTo("problem.model.layerOf");
  }

  @Test
  void anotherNumberOfOutputsThanTenIsAProblem() throws IOException {
    changeCard("\"dense 10\"", "\"dense 26\"");

    assertThat(key()).isEqualTo("problem.model.classes");
  }

  @Test
  void parametersOfAnotherShapeAreAProblem() throws IOException {
    changeCard("\"dense 16\"", "\"dense 17\"");

    Problem problem = problemOf(() -> ModelFolder.read(folder));

    assertThat(problem.key()).isEqualTo("problem.model.shape");
    assertThat(problem.getMessage()).contains("dense1.weight", "(16, 144)", "(17, 144)");
  }

  @Test
  void aMissingTensorIsNamed() {
    changeTensor("dense2.bias", null);

    Problem problem = problemOf(() -> ModelFolder.read(folder));

    assertThat(problem.key()).isEqualTo("problem.model.truncated");
    assertThat(problem.getMessage()).contains("dense2.bias");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void weightsThatAreNotNumbersAreAProblem(float value) {
    float[] bias = new float[10];
    bias[9] = value;
    changeTensor("dense2.bias", new Tensor(new long[] {10}, bias));

    assertThat(key()).isEqualTo("problem.model.notFinite");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0001, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.85})
  void parametersThatAreCutShortAreAProblem(double part) throws IOException {
    byte[] whole = Files.readAllBytes(parameters());
    Files.write(parameters(), Arrays.copyOf(whole, (int) Math.round(part * whole.length)));

    assertThat(key()).isIn("problem.model.damaged", "problem.model.truncated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "PK", "PK\u0003\u0004", "\u0093NUMPY", "[1, 2, 3]"})
  void parametersThatAreNoneAreAProblem(String text) throws IOException {
    Files.write(parameters(), text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(key()).isIn("problem.model.damaged", "problem.model.truncated");
  }

  @Test
  void wrongBytesNeverEndInAnotherExceptionThanAProblem() throws IOException {
    byte[] whole = Files.readAllBytes(parameters());
    for (int i = 0; i < whole.length; i += i < 400 ? 3 : 101) {
      byte[] wrong = whole.clone();
      wrong[i] ^= (byte) (i % 2 == 0 ? 0xff : 0x04);
      Files.write(parameters(), wrong);
      try {
        ModelFolder.read(folder);
      } catch (Problem problem) {
        assertThat(problem.key()).startsWith("problem.model.");
      }
    }
  }

  @Test
  void anArrayWithABrokenHeaderIsAProblem() throws IOException {
    for (String[] change :
        new String[][] {
          {"'<f4'", "'<f8'"},
          {"'<f4'", "'<i4'"},
          {"'<f4'", "'<U4'"},
          {"'<f4'", "'|O '"},
          {"(16,", "(-1,"},
          {"(16,", "(x6,"},
          {"(4,)", "(9,)"},
          {"{'descr'", "          "},
          {"NUMPY", "NUMPI"},
        }) {
      write();
      changeNpz(change[0], change[1]);
      assertThat(key()).startsWith("problem.model.");
    }
  }

  /** Replaces a text in all arrays of the parameters, leaving a sound zip file. */
  private void changeNpz(String from, String to) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    boolean isChanged = false;
    try (ZipInputStream in =
            new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(parameters())));
        ZipOutputStream out = new ZipOutputStream(result)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        isChanged |= text.contains(from);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(isChanged).as(from).isTrue();
    Files.write(parameters(), result.toByteArray());
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblem() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "in the way");

    assertThat(keyOf(() -> ModelFolder.write(file.resolve("model"), MODEL)))
        .isEqualTo("problem.model.write");
  }
}
