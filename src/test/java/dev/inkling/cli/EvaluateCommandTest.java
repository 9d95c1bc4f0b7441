package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.data.Digits;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.Synthetic;
import dev.inkling.model.ModelFolder;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvaluateCommandTest extends CommandLineTest {
  private Path data;

  @BeforeEach
  void makeData() {
    ship("tiny");
    data = IdxFiles.write(home.resolve("idx"), Synthetic.digits(6, 1), Synthetic.digits(40, 2));
  }

  private Result evaluate(Object... more) {
    return evaluateOn(data, more);
  }

  private Result evaluateOn(Object set, Object... more) {
    Object[] args = new Object[5 + more.length];
    System.arraycopy(new Object[] {"evaluate", "--model", "tiny", "--data", set}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return inkling(args);
  }

  @Test
  void theKeysOfTheJsonLineStayAndOthersCameToThem() {
    Result result = evaluate("--json");

    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(1);
    JsonObject line = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(line.keySet())
        .containsExactly(
            "model",
            "data",
            "count",
            "accuracy",
            "loss",
            "perClass",
            "confusionMatrix",
            "interval",
            "calibrationError",
            "accuracyWithoutLabelErrors",
            "byWriter");
    assertThat(line.get("accuracyWithoutLabelErrors").isJsonNull()).isTrue();
    assertThat(line.get("byWriter").isJsonNull()).isTrue();
    JsonObject interval = line.getAsJsonObject("interval");
    assertThat(line.get("accuracy").getAsDouble())
        .isBetween(interval.get("low").getAsDouble(), interval.get("high").getAsDouble());
    assertThat(line.get("calibrationError").getAsDouble()).isBetween(0.0, 1.0);
  }

  /** Accuracy, loss and calibration error, computed again from the table of all images. */
  @Test
  void theFiguresAreThoseOfTheTable() throws IOException {
    Path out = home.resolve("out");
    JsonObject line =
        JsonParser.parseString(evaluate("--json", "--out", out).out()).getAsJsonObject();

    List<String> rows = Files.readAllLines(out.resolve("predictions.csv"));
    double right = 0;
    double loss = 0;
    double[] gap = new double[16];
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      int label = Integer.parseInt(cells[1]);
      boolean isRight = cells[1].equals(cells[2]);
      double sure = Double.parseDouble(cells[3]);
      right += isRight ? 1 : 0;
      loss -= Math.log(Double.parseDouble(cells[5 + label]));
      gap[(int) Math.ceil(sure * 15)] += sure - (isRight ? 1 : 0);
    }
    double calibration = 0;
    for (double bin : gap) {
      calibration += Math.abs(bin) / 40;
    }
    assertThat(line.get("accuracy").getAsDouble()).isEqualTo(right / 40);
    assertThat(line.get("loss").getAsDouble()).isCloseTo(loss / 40, within(1e-6));
    assertThat(line.get("calibrationError").getAsDouble()).isCloseTo(calibration, within(1e-6));
  }

  @Test
  void peopleReadTheSameFigures() {
    Result result = evaluate();

    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("95 % interval of the accuracy: ", "expected calibration error: ")
        .contains("Confusion matrix")
        .doesNotContain("known to be wrong", "{0}");
  }

  @Test
  void theReportIsWrittenWhereOneWants() {
    Path out = home.resolve("new/report");

    Result result = evaluate("--out", out);

    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains(out.toString());
    assertThat(out)
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/predictions.csv")
        .isDirectoryContaining("glob:**/classes.csv")
        .isDirectoryContaining("glob:**/confusion.png")
        .isDirectoryContaining("glob:**/confusion.svg")
        .isDirectoryContaining("glob:**/misread.png");
  }

  @Test
  void aReportThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");

    Result result = evaluate("--out", file.resolve("in"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("cannot be written").doesNotContain("\tat ");
  }

  @Test
  void ownDrawingsAreADataSet() {
    DrawingStore drawings = new DrawingStore(folders.drawings());
    drawings.add(
        List.of(Kept.of(Pictures.SEVEN, 7, 7, "tiny"), Kept.of(Pictures.SEVEN, 1, 7, "tiny")));

    JsonObject line =
        JsonParser.parseString(evaluateOn("drawings", "--json").out()).getAsJsonObject();

    assertThat(line.get("count").getAsInt()).isEqualTo(2);
    assertThat(line.get("data").getAsString()).isEqualTo("drawings");
    JsonArray matrix = line.getAsJsonArray("confusionMatrix");
    assertThat(matrix.get(7)).isEqualTo(matrix.get(1));
    assertThat(matrix.get(7)).isNotEqualTo(matrix.get(0));
  }

  @Test
  void withoutADrawingThereIsNothingToMeasure() {
    problem(evaluateOn("drawings"), "no drawings of yours yet");
  }

  @Test
  void imagesOfAnotherSizeAreTold() throws IOException {
    byte[] images = IdxFiles.idx(new byte[40 * 32 * 32], 0x0803, 40, 32, 32);
    Files.write(data.resolve(IdxFiles.TEST_IMAGES), images);

    problem(evaluate(), "32×32", "28×28", IdxFiles.TEST_IMAGES);
  }

  @Test
  void anEmptySetIsTold() {
    Digits none = new Digits(new byte[0], new byte[0]);
    IdxFiles.write(data, none, none);

    problem(evaluate(), "no images", IdxFiles.TEST_IMAGES);
  }

  @Test
  void labelsWithoutImagesAreTold() throws IOException {
    Files.delete(data.resolve(IdxFiles.TEST_IMAGES));

    problem(evaluate(), data.toString(), "t10k-images-idx3-ubyte.gz");
  }

  @Test
  void labelsInPlaceOfImagesAreTold() throws IOException {
    Files.copy(data.resolve(IdxFiles.TEST_LABELS), data.resolve(IdxFiles.TEST_IMAGES + ".gz"));

    problem(evaluate(), "not an IDX file of images", "0x00000801");
  }

  @Test
  void aModelOfOtherClassesIsTold() throws IOException {
    Path card = folders.shipped().resolve("tiny").resolve(ModelFolder.CARD);
    String text = Files.readString(card);
    Files.writeString(card, text.replace("\"0\",", "\"A\","));
    problem(evaluate(), "tells other classes apart", "A, 1, 2");

    Files.writeString(card, text.replace("dense 10", "dense 26"));
    problem(evaluate(), "model.json", "26 outputs", "10 classes");
  }

  private static void problem(Result result, String... words) {
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(words).doesNotContain("Exception", "\tat ");
  }

  @Test
  void optionsThatWouldBeIgnoredAreRefused() throws IOException {
    Path strokes =
        Files.writeString(
            home.resolve("s.jsonl"), "{\"label\":1,\"strokes\":[[[140,40],[140,240]]]}\n");
    for (Object[] args :
        new Object[][] {
          {"--strokes", strokes, "--out", home.resolve("report")},
          {"--strokes", strokes, "--data", data},
          {"--strokes", strokes, "--numbers", strokes},
          {"--numbers", strokes, "--out", home.resolve("report")},
          {"--numbers", strokes, "--data", data},
          {"--numbers", strokes, "--save"},
          {"--count", 3},
        }) {
      Object[] command = new Object[1 + args.length];
      command[0] = "evaluate";
      System.arraycopy(args, 0, command, 1, args.length);
      Result result = inkling(command);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).containsAnyOf("do not go together", "does nothing without");
    }
  }
}
