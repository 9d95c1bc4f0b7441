package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.inkling.data.DataSource;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.HandNetworks;
import dev.inkling.model.Model;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.pack.Importer;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackCommandTest extends CommandLineTest {
  private static final String DRAWING = "{\"strokes\":[[[140,60],[140,220]]]}\n";

  private Run run() {
    return new RunStore(folders)
        .create("lenet-dropout", TinyModels.recipe(Optimizer.ADAM, 0.01, 2), "synthetic");
  }

  @Test
  void aPackedModelReads() throws Exception {
    ship("mine");
    Path file = home.resolve("mine.inkling");
    Path drawing = Files.writeString(home.resolve("one.jsonl"), DRAWING);

    assertThat(inkling("pack", "--model", "mine", "--out", file).out())
        .contains("mine", file.toString());

    assertThat(inkling("recognize", "--model", file, "--strokes", drawing, "--json"))
        .isEqualTo(inkling("recognize", "--model", "mine", "--strokes", drawing, "--json"));
  }

  @Test
  void whatWasPackedIsTakenInUnderAFreeName() {
    ship("mine");
    Path file = home.resolve("mine.inkling");
    inkling("pack", "--model", "mine", "--out", file);
    // Another model of that name: the file's own would be the same and not taken in.
    dev.inkling.model.ModelFolder.write(
        folders.shipped().resolve("mine"), TinyModels.untrained("mine", "dense 10"));

    Result result = inkling("unpack", file, "--json");

    var line = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(line.keySet()).containsExactly("file", "kind", "name", "folder");
    assertThat(line.get("kind").getAsString()).isEqualTo("model");
    assertThat(line.get("name").getAsString()).isEqualTo("mine-2");
    assertThat(new ModelLibrary(folders).list()).hasSize(2);
  }

  @Test
  void aRunIsPackedByItsTitle() {
    Run run = run();
    run.describe("first try", "");
    Path file = home.resolve("run.inkling");

    Result result = inkling("pack", "--run", "first try", "--out", file);

    assertThat(result.exit()).isZero();
    assertThat(inkling("unpack", file).out()).contains("first try");
  }

  @Test
  void wrongFilesAreToldAndTheOthersComeIn() throws Exception {
    ship("mine");
    Path file = home.resolve("mine.inkling");
    inkling("pack", "--model", "mine", "--out", file);
    Path wrong = Files.writeString(home.resolve("wrong.inkling"), "no zip");

    Result result = inkling("unpack", wrong, file);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("wrong.inkling").doesNotContain("\tat ");
    assertThat(result.out()).contains("mine");
  }

  @Test
  void aFileIsReplacedOnlyWhenThatIsAskedFor() throws Exception {
    ship("mine");
    Path file = Files.writeString(home.resolve("mine.inkling"), "precious");

    Result refused = inkling("pack", "--model", "mine", "--out", file);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains(file.toString(), "--force");
    assertThat(file).hasContent("precious");
    assertThat(inkling("pack", "--model", "mine", "--out", file, "--force").exit()).isZero();
    assertThat(inkling("recognize", "--model", file, "--strokes", drawing()).exit()).isZero();
  }

  private Path drawing() throws Exception {
    return Files.writeString(home.resolve("one.jsonl"), DRAWING);
  }

  @Test
  void nothingNamedIsWrongUsage() {
    ship(ModelLibrary.DEFAULT);
    Path file = home.resolve("mine.inkling");

    Result result = inkling("pack", "--out", file);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--model", "--run");
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsUnknownIsToldAndAModelAndARunAreOneTooMany() {
    ship("mine");

    assertThat(inkling("pack", "--model", "no").exit()).isEqualTo(1);
    assertThat(inkling("pack", "--run", "no").exit()).isEqualTo(1);
    assertThat(inkling("pack", "--model", "mine", "--run", "a").exit()).isEqualTo(2);
    assertThat(inkling("unpack").exit()).isEqualTo(2);
  }

  /** Zoe's drawing of a 4, and a model that learned her hand. */
  private void learnZoe() {
    DrawingStore drawings = DataSource.of(folders).drawings();
    List<Mark> marks =
        List.of(new Stroke(List.of(new Point(140, 60), new Point(140, 220)), 18, false));
    drawings.put(Kept.of(new Drawing(marks), 4, null, null).by("Zoe"));
    Model learned = TinyModels.untrained("Zoe-hand", "dense 10");
    new HandNetworks(folders, drawings.hands()).use(new NamedHand("Zoe", null), learned);
  }

  /** Somebody else's folders. */
  private AppFolders others(String name) {
    Path root = home.resolve("others").resolve(name);
    return new AppFolders(
        root.resolve("config"), root.resolve("data"), root.resolve("cache"), folders.shipped());
  }

  @Test
  void aHandIsPassedOnWithItsModelOrWithout() {
    ship("mine");
    learnZoe();
    Path whole = home.resolve("whole.inkling");
    Path bare = home.resolve("bare.inkling");

    assertThat(inkling("pack", "--hand", "Zoe", "--out", whole).out()).contains("Zoe");
    assertThat(inkling("pack", "--hand", "Zoe", "--without-model", "--out", bare).exit()).isZero();

    for (Path file : List.of(whole, bare)) {
      AppFolders others = others(file.getFileName().toString());
      Imported taken = new Importer(others).take(file);
      assertThat(taken.name()).isEqualTo("Zoe");
      DrawingStore drawings = DataSource.of(others).drawings();
      assertThat(drawings.by("Zoe")).singleElement().extracting(Kept::label).isEqualTo(4);
      NamedHand zoe = drawings.hands().hands().named("Zoe").orElseThrow();
      assertThat(new HandNetworks(others, drawings.hands()).folder(zoe).isPresent())
          .isEqualTo(file.equals(whole));
    }
  }

  @Test
  void onesOwnHandIsPackedByWhatTheWindowCallsIt() {
    learnZoe();
    DrawingStore drawings = DataSource.of(folders).drawings();
    drawings.put(drawings.all().getFirst().labeled(5).by(null));
    Path file = home.resolve("own.inkling");

    assertThat(inkling("pack", "--hand", "My hand", "--out", file).exit()).isZero();
    AppFolders others = others("own");
    assertThat(new Importer(others).take(file).name()).isEqualTo("hand");
  }

  @Test
  void aHandThatNobodyHasIsNamed() {
    learnZoe();
    Result result = inkling("pack", "--hand", "Ada");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("Ada", "Zoe");
    assertThat(inkling("pack", "--model", "mine", "--without-model").err())
        .contains("--without-model", "--hand");
  }
}
