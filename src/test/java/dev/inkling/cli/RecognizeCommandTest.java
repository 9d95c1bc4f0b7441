package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.file.AppFolders;
import dev.inkling.support.Images;
import dev.inkling.support.PictureSamples;
import dev.inkling.support.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizeCommandTest extends CommandLineTest {
  private static final String LINE = "{\"strokes\":[[[140,40],[140,240]]]}\n";

  @BeforeEach
  void shipAModel() {
    ship("inkling");
  }

  private Path strokes(String text) throws IOException {
    return Files.writeString(home.resolve("drawn.jsonl"), text);
  }

  private Path picture(String name) {
    return Pictures.write(Pictures.stored(Pictures.seven(280)), "png", home.resolve(name));
  }

  private static JsonObject json(String line) {
    return JsonParser.parseString(line).getAsJsonObject();
  }

  @Test
  void everyLineOfStrokesIsAnswered() throws IOException {
    Path file = strokes(LINE + "\n" + LINE);

    Result result = inkling("recognize", "--strokes", file);

    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(2);
    assertThat(result.lines().get(0)).matches(".*drawn\\.jsonl:1: \\d \\(\\d+\\.\\d %\\)");
    assertThat(result.lines().get(1)).contains("drawn.jsonl:3: ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void jsonHasTenProbabilitiesThatAddUp() throws IOException {
    Path file = strokes(LINE);

    JsonObject answer = json(inkling("recognize", "--strokes", file, "--json").out());

    assertThat(answer.keySet())
        .containsExactly("input", "digit", "confidence", "probabilities", "isDigit");
    assertThat(answer.get("input").getAsString()).isEqualTo(file + ":1");
    JsonArray probabilities = answer.getAsJsonArray("probabilities");
    assertThat(probabilities).hasSize(10);
    double sum = 0;
    for (var probability : probabilities) {
      sum += probability.getAsDouble();
      assertThat(probability.getAsDouble())
          .isLessThanOrEqualTo(answer.get("confidence").getAsDouble());
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
    assertThat(probabilities.get(answer.get("digit").getAsInt()).getAsDouble())
        .isEqualTo(answer.get("confidence").getAsDouble());
  }

  @Test
  void aBlankDrawingHasNoDigit() throws IOException {
    Path file = strokes("{\"strokes\":[]}\n");

    Result result = inkling("recognize", "--strokes", file);
    JsonObject answer = json(inkling("recognize", "--strokes", file, "--json").out());

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("blank");
    assertThat(answer.keySet())
        .containsExactly("input", "digit", "confidence", "probabilities", "isDigit");
    assertThat(answer.get("digit").isJsonNull()).isTrue();
    assertThat(answer.get("probabilities").isJsonNull()).isTrue();
  }

  @Test
  void brokenStrokesAreToldWithTheirLineAndNoStackTrace() throws IOException {
    Path file = strokes(LINE + LINE + "{\"strokes\":[[[1,2],[3]]]}\n");

    Result result = inkling("recognize", "--strokes", file, "--json");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("drawn.jsonl", "line 3").doesNotContain("\tat ", "Exception");
    assertThat(result.err().lines()).hasSize(1);
  }

  /** A file of any length is answered as it is read. */
  @Test
  void linesAreAnsweredBeforeALaterOneIsRead() throws IOException {
    Path file = strokes(LINE.repeat(600) + "{}\n");

    Result result = inkling("recognize", "--strokes", file);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines()).hasSizeGreaterThan(255);
    assertThat(result.lines().getLast()).contains("drawn.jsonl:" + result.lines().size() + ": ");
    assertThat(result.err()).contains("line 601");
  }

  @Test
  void aDrawingThatTakesTooMuchMemoryIsToldSo() throws IOException {
    String stroke = "[[1,2],[3,4]]";
    String point = "[1,2]";

    String many = "{\"strokes\":[" + (stroke + ",").repeat(3000) + stroke + "]}\n";
    String points = "{\"strokes\":[[" + (point + ",").repeat(200_000) + point + "]]}\n";
    String longer = "{\"strokes\":[]," + " ".repeat(5 << 20) + "}\n";

    assertThat(inkling("recognize", "--strokes", strokes(many)).err()).contains("line 1", "3,001");
    assertThat(inkling("recognize", "--strokes", strokes(points)).err()).contains("200,001");
    assertThat(inkling("recognize", "--strokes", strokes(LINE + longer)).err())
        .contains("line 2", "4 MB");
  }

  @Test
  void namesComeInStandardInputToo() {
    InputStream before = System.in;
    String names = picture("a.png") + "\n\n" + home.resolve("none.png") + "\n" + picture("b.png");
    System.setIn(new ByteArrayInputStream(names.getBytes(StandardCharsets.UTF_8)));
    try {
      Result result = inkling("recognize", "-");

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.lines()).hasSize(2);
      assertThat(result.out()).contains("a.png", "b.png");
      assertThat(result.err()).contains("none.png");
    } finally {
      System.setIn(before);
    }
  }

  /** Some come from phones: what is not opened is not passed over in silence. */
  @Test
  void aFolderOfAPhoneIsReadAndItsHeicIsToldOf() throws IOException {
    Path folder = Files.createDirectories(home.resolve("phone"));
    Files.write(folder.resolve("IMG_0001.WEBP"), PictureSamples.bytes("lossy.webp"));
    Files.write(folder.resolve("IMG_0002.HEIC"), PictureSamples.bytes("iphone.heic"));
    Files.write(folder.resolve("IMG_0003.JPG"), PictureSamples.bytes("cmyk.jpg"));

    Result result = inkling("recognize", folder);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines()).hasSize(2).allMatch(line -> line.contains(": 7 ("));
    assertThat(result.err()).contains("IMG_0002.HEIC is a HEIC picture");
  }

  @Test
  void ofAFolderItsPicturesAreRead() throws IOException {
    Path folder = Files.createDirectories(home.resolve("pictures"));
    picture("pictures/b.png");
    picture("pictures/a.PNG");
    Files.writeString(folder.resolve("notes.txt"), "text");

    Result result = inkling("recognize", folder);

    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(2);
    assertThat(result.lines().getFirst()).contains("a.PNG");
    Path empty = Files.createDirectories(home.resolve("empty"));
    assertThat(inkling("recognize", empty).err()).contains("holds no pictures");
  }

  @Test
  void aBadLayerIsToldWithItsFile() throws IOException {
    Path card = folders.shipped().resolve("inkling/model.json");
    Files.writeString(card, Files.readString(card).replace("dense 10", "dense x"));

    assertThat(inkling("recognize", "--strokes", strokes(LINE)).err())
        .contains(card.toString(), "dense x");
  }

  @Test
  void missingStrokesAreToldSo() {
    Result result = inkling("recognize", "--strokes", home.resolve("none.jsonl"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("none.jsonl");
  }

  @Test
  void aBadPictureDoesNotKeepTheOthersFromBeingRead() throws IOException {
    Path first = picture("first.png");
    Path text = Files.writeString(home.resolve("text.png"), "text");
    Path blank =
        Pictures.write(
            Pictures.stored(Images.image(50, 50, (_, _) -> 0)), "png", home.resolve("blank.png"));
    Path last = picture("last.png");

    Result result =
        inkling("recognize", "--json", first, text, home.resolve("none.png"), blank, last);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines().stream().map(line -> json(line).get("input").getAsString()))
        .containsExactly(first.toString(), last.toString());
    assertThat(result.err()).contains("text.png", "none.png", "blank.png");
    assertThat(result.err().lines()).hasSize(3);
  }

  @Test
  void picturesAndStrokesCanBeReadTogether() throws IOException {
    Result result = inkling("recognize", picture("seven.png"), "--strokes", strokes(LINE));

    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(2);
  }

  @Test
  void aModelIsChosenByNameOrFolder() throws IOException {
    ship("other");
    Path file = strokes(LINE);

    assertThat(inkling("recognize", "--strokes", file, "--model", "other").exit()).isZero();
    Path folder = folders.shipped().resolve("other");
    assertThat(inkling("recognize", "--strokes", file, "--model", folder).exit()).isZero();
  }

  @Test
  void aDamagedModelIsToldInOneLine() throws IOException {
    Path parameters = folders.shipped().resolve("inkling/parameters.npz");
    Files.write(parameters, Arrays.copyOf(Files.readAllBytes(parameters), 700));

    Result result = inkling("recognize", "--strokes", strokes(LINE));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("parameters.npz").doesNotContain("\tat ");
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void aNumberHasATextAndItsDigits() throws IOException {
    Path file = strokes("{\"strokes\":[[[60,40],[60,240]],[[200,40],[200,240]]]}\n");
    Path trained = Path.of(System.getProperty(AppFolders.MODELS, "models")).resolve("inkling");

    Result result = inkling("recognize", "--model", trained, "--strokes", file, "--json");

    JsonObject answer = json(result.out());
    assertThat(answer.keySet()).containsExactly("input", "text", "digits", "marks");
    assertThat(answer.getAsJsonArray("marks")).as("of strokes").isEmpty();
    assertThat(answer.get("text").getAsString()).isEqualTo("11");
    JsonArray digits = answer.getAsJsonArray("digits");
    assertThat(digits).hasSize(2);
    JsonObject second = digits.get(1).getAsJsonObject();
    assertThat(second.keySet()).containsExactly("digit", "confidence", "probabilities", "box");
    assertThat(second.getAsJsonArray("probabilities")).hasSize(10);
    assertThat(second.getAsJsonArray("box").toString()).isEqualTo("[191,31,18,218]");
    assertThat(inkling("recognize", "--model", trained, "--strokes", file).out())
        .matches("(?s).*drawn\\.jsonl:1: 11 \\(every digit at least \\d+\\.\\d %\\)\\s*");
  }

  @Test
  void numbersAreComposedOfLabelledStrokesAndMeasured() throws IOException {
    Path file = strokes("{\"label\":1,\"strokes\":[[[140,40],[140,240]]]}\n");

    Result result = inkling("evaluate", "--numbers", file, "--count", 5, "--json");

    assertThat(result.exit()).isZero();
    assertThat(result.lines().stream().map(line -> json(line).get("kind").getAsString()))
        .containsExactly(
            "single", "single", "apart", "apart", "touching", "touching", "two-lines", "two-lines");
    assertThat(json(result.lines().get(0)).get("lengths").getAsDouble()).isEqualTo(1);
    assertThat(json(result.lines().get(2)).get("count").getAsInt()).isEqualTo(5);
    assertThat(inkling("evaluate", "--numbers", file, "--count", 5, "--json").lines())
        .isEqualTo(result.lines());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 10_001})
  void asManyNumbersAreNotComposed(int count) throws IOException {
    Result result = inkling("evaluate", "--numbers", strokes(LINE), "--count", count);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--count is", "a whole number from 1 to 10,000");
  }

  @Test
  void numbersAreNotComposedOfStrokesWithoutALabel() throws IOException {
    Result result = inkling("evaluate", "--numbers", strokes(LINE));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("line 1", "label");
  }
}
