package dev.inkling.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.HandStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.model.Model;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.pack.Importer.ImportedHand;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hand is passed on in a file. */
class PackedHandTest {
  @TempDir Path home;
  private AppFolders bert;
  private Path file;

  @BeforeEach
  void open() {
    bert =
        new AppFolders(
            home.resolve("settings"), home.resolve("data"), home.resolve("c"), home.resolve("s"));
    file = home.resolve("ann.inkling");
  }

  private static List<Kept> drawings(@Nullable String writer) {
    return IntStream.range(0, 3)
        .mapToObj(
            i -> new Stroke(List.of(new Point(100 + i, 40), new Point(100 + i, 220)), 20, false))
        .map(stroke -> Kept.of(new Drawing(List.of(stroke)), 1, 7, "inkling").by(writer))
        .toList();
  }

  private static Model model(String name) {
    return TinyModels.untrained(name);
  }

  private List<NamedHand> hands() {
    return store().hands().hands().all();
  }

  private DrawingStore store() {
    return new DrawingStore(bert.drawings());
  }

  @Test
  void itsDrawingsAndItsNetworkComeIn() {
    List<Kept> drawn = drawings("Ann");
    PackedHand.pack(new NamedHand("Ann", "Ann-hand"), drawn, model("Ann-hand"), file);

    Imported imported = new Importer(bert).take(file);

    assertThat(imported).isEqualTo(new ImportedHand("Ann", bert.drawings(), "Ann", 3, false));
    assertThat(store().all()).isEqualTo(drawn);
    assertThat(hands()).containsExactly(NamedHand.UNNAMED, new NamedHand("Ann", "Ann-hand"));
    assertThat(store().hands().hands().chosen()).as("nobody asked").isEqualTo(NamedHand.UNNAMED);
    assertThat(new ModelLibrary(bert).list()).extracting(Entry::name).containsExactly("Ann-hand");
    assertThat(bert.models().resolve("Ann-hand/hand.json")).doesNotExist();
  }

  @Test
  void aHandThatNothingLearnedComesWithItsDrawingsAlone() {
    PackedHand.pack(new NamedHand("Ann", null), drawings("Ann"), null, file);
    new Importer(bert).take(file);

    assertThat(hands()).contains(new NamedHand("Ann", null));
    assertThat(new ModelLibrary(bert).list()).isEmpty();
    assertThatThrownBy(() -> new Importer(bert).model(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no network");
  }

  @Test
  void whatIsHereIsNotTakenInTwice() {
    PackedHand.pack(new NamedHand("Ann", "Ann-hand"), drawings("Ann"), model("Ann-hand"), file);
    new Importer(bert).take(file);
    new Importer(bert).take(file);

    assertThat(store().all()).hasSize(3);
    assertThat(new ModelLibrary(bert).list()).hasSize(1);
  }

  @Test
  void anotherPersonOfTheSameNameStaysAnother() {
    PackedHand.pack(new NamedHand("Ann", null), drawings("Ann"), model("Ann-hand"), file);
    new Importer(bert).take(file);
    List<Kept> firsts = store().all();
    PackedHand.pack(new NamedHand("Ann", null), drawings("Ann"), model("other"), file);

    ImportedHand second = (ImportedHand) new Importer(bert).take(file);

    assertThat(second).isEqualTo(new ImportedHand("Ann 2", bert.drawings(), "Ann", 3, false));
    assertThat(second.kind()).isEqualTo("renamed");
    assertThat(store().by("Ann")).isEqualTo(firsts);
    assertThat(store().by("Ann 2")).hasSize(3);
    assertThat(hands())
        .contains(new NamedHand("Ann", "Ann-hand"), new NamedHand("Ann 2", "Ann 2-hand"));
  }

  @Test
  void theSamePersonIsKnownByTheDrawingsWhateverTheNameIsHere() {
    List<Kept> drawn = drawings("Ann");
    PackedHand.pack(new NamedHand("Ann", null), drawn, model("Ann-hand"), file);
    new Importer(bert).take(file);
    HandStore hands = store().hands();
    hands.rename(hands.hands().named("Ann").orElseThrow(), "Anna");
    hands.choose(null);
    List<Kept> more = Stream.concat(drawn.stream(), drawings("Ann").stream()).toList();
    PackedHand.pack(new NamedHand("Ann", null), more, model("other"), file);

    ImportedHand again = (ImportedHand) new Importer(bert).take(file);

    assertThat(again).isEqualTo(new ImportedHand("Anna", bert.drawings(), "Ann", 3, true));
    assertThat(store().by("Anna")).hasSize(6);
    assertThat(hands()).containsExactly(NamedHand.UNNAMED, new NamedHand("Anna", "Ann-hand"));
    assertThat(hands.hands().chosen()).isEqualTo(NamedHand.UNNAMED);
  }

  @Test
  void aHandThatOnlyHasANameGetsWhatComesForIt() {
    store().hands().put(new NamedHand("Ann", null));
    PackedHand.pack(new NamedHand("Ann", null), drawings("Ann"), model("Ann-hand"), file);

    assertThat(new Importer(bert).take(file).name()).isEqualTo("Ann");
    assertThat(hands()).containsExactly(NamedHand.UNNAMED, new NamedHand("Ann", "Ann-hand"));
  }

  @Test
  void somebodysOwnHandDoesNotBecomeAnothers() {
    store().add(drawings(null));
    PackedHand.pack(NamedHand.UNNAMED, drawings(null), null, file);

    assertThat(new Importer(bert).take(file).name()).isEqualTo("hand");
    assertThat(store().all())
        .extracting(Kept::writer)
        .containsExactly(null, null, null, "hand", "hand", "hand");
  }

  @Test
  void nothingComesInOfAFileWithABrokenDrawing() throws IOException {
    Path folder = Files.createDirectories(home.resolve("broken"));
    Files.writeString(folder.resolve("hand.json"), "{\"name\":\"Ann\"}");
    Files.writeString(folder.resolve("drawings.jsonl"), "{\"label\":4,\"strokes\":[[[1]]]}\n");
    InklingFile.pack(folder, file);

    assertThatThrownBy(() -> new Importer(bert).take(file)).isInstanceOf(Problem.class);
    assertThat(store().all()).isEmpty();
    assertThat(store().hands().hands().all()).containsExactly(NamedHand.UNNAMED);
  }

  @Test
  void aNameThatIsAPathLeadsNowhere() throws IOException {
    Path folder = Files.createDirectories(home.resolve("evil"));
    Files.writeString(folder.resolve("hand.json"), "{\"name\":\"../../evil\"}");
    InklingFile.pack(folder, file);

    assertThat(new Importer(bert).take(file).name()).isEqualTo("hand");
  }
}
