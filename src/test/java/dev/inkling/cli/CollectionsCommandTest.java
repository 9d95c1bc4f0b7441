package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.data.SignCollections;
import dev.inkling.model.ModelFolder;
import dev.inkling.support.Shipped;
import dev.inkling.support.Signs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionsCommandTest extends CommandLineTest {
  private SignCollections collections() {
    return new SignCollections(folders.drawings().resolve("collections"));
  }

  private void draw(int from, int to) {
    List<Kept> drawn = new ArrayList<>();
    for (int i = 3 * from; i < 3 * to; i++) {
      drawn.add(Kept.of(Signs.draw(i % 3, i / 3), i % 3, null, null));
    }
    collections().drawings(collections().named("Shapes")).add(drawn);
  }

  private void begin() {
    assertThat(inkling("collections", "--name", "Shapes", "--classes", "△ ○ □").exit()).isZero();
  }

  @Test
  void aCollectionIsBegunAndListed() {
    begin();
    draw(0, 2);
    assertThat(inkling("collections").out()).contains("Shapes   6 drawings   △ 2, ○ 2, □ 2");
    JsonObject line =
        JsonParser.parseString(inkling("collections", "--json").out()).getAsJsonObject();
    assertThat(line.get("drawings").getAsInt()).isEqualTo(6);
    assertThat(inkling("collections", "--name", "Shapes", "--classes", "☆").exit()).isZero();
    assertThat(collections().named("Shapes").classes()).containsExactly("△", "○", "□", "☆");
  }

  @Test
  void itIsGivenOutAndJoinedByWriters() {
    begin();
    draw(0, 2);
    Path file = home.resolve("Anna.jsonl");
    assertThat(inkling("collections", "--name", "Shapes", "--export", file).exit()).isZero();
    Result joined = inkling("collections", "--name", "All", "--import", file, file);
    assertThat(joined.out()).contains("6 drawings came in", "6 were there already");
    assertThat(inkling("collections", "--name", "All").out()).contains("Anna: 6");
    assertThat(collections().all())
        .extracting(SignCollection::name)
        .containsExactly("All", "Shapes");
  }

  @Test
  void aNetworkLearnsItAndIsMeasured() {
    ModelFolder.write(folders.shipped().resolve("inkling"), Shipped.model("inkling"));
    begin();
    draw(0, 7);
    Result trained = inkling("collections", "--name", "Shapes", "--train");
    assertThat(trained.exit()).isZero();
    assertThat(trained.out()).contains("Learned 21 drawings in ");
    Result measured = inkling("evaluate", "--model", "Shapes-signs", "--data", "collection:Shapes");
    assertThat(measured.exit()).isZero();
    assertThat(measured.out()).contains("△", "○", "□");
    Result renamed =
        inkling(
            "collections", "--name", "Shapes", "--rename", "Forms", "--rename-sign", "○=circle");
    assertThat(renamed.out()).contains("Forms   21 drawings   △ 7, circle 7, □ 7");
    assertThat(ModelFolder.readCard(folders.models().resolve("Shapes-signs")).classes())
        .containsExactly("△", "circle", "□");
    assertThat(inkling("evaluate", "--model", "Shapes-signs", "--data", "collection:Forms").exit())
        .isZero();
    inkling("collections", "--name", "Forms", "--rename", "Shapes");
    Result learned =
        inkling(
            "train",
            "--arch",
            "sprint",
            "--data",
            "collection:Shapes",
            "--epochs",
            "1",
            "--out",
            home.resolve("own"));
    assertThat(learned.err() + learned.out()).contains("15 images");
    assertThat(learned.exit()).isZero();
  }

  @Test
  void noOptionIsIgnored() {
    assertThat(inkling("collections", "--train").exit()).isEqualTo(2);
    assertThat(inkling("collections", "--classes", "a b").exit()).isEqualTo(2);
    assertThat(inkling("collections", "--export", home.resolve("a.jsonl")).exit()).isEqualTo(2);
    assertThat(inkling("collections", "--writer", "Anna").exit()).isEqualTo(2);
    assertThat(inkling("collections", "--rename", "B").exit()).isEqualTo(2);
    assertThat(inkling("collections", "--rename-sign", "a=b").exit()).isEqualTo(2);
    assertThat(inkling("collections", "--name", "None").err()).contains("There is no collection");
  }
}
