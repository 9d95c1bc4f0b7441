package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.support.Problems;
import dev.inkling.support.Signs;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCollectionsTest {
  @TempDir Path home;
  private SignCollections collections;

  @BeforeEach
  void make() {
    collections = new SignCollections(home.resolve("collections"));
  }

  private SignCollection shapes() {
    return new SignCollection("Shapes", Signs.NAMES, null);
  }

  private static List<Kept> drawn(int from, int to) {
    List<Kept> drawn = new ArrayList<>();
    for (int time = from; time < to; time++) {
      for (int sign = 0; sign < Signs.NAMES.size(); sign++) {
        drawn.add(Kept.of(Signs.draw(sign, time), sign, null, null));
      }
    }
    return drawn;
  }

  /** A file such as somebody else sends. */
  private Path sent(String writer, int from, int to) {
    SignCollections theirs = new SignCollections(home.resolve(writer));
    SignCollection same =
        new SignCollection("Shapes", Signs.NAMES.reversed(), null); // in another order
    theirs.put(same);
    theirs
        .drawings(same)
        .add(drawn(from, to).stream().map(kept -> kept.labeled(2 - kept.label())).toList());
    Path file = home.resolve(writer + ".jsonl");
    SignFiles.write(same, theirs, file);
    return file;
  }

  @Test
  void whatIsTypedIsTakenApart() {
    assertThat(SignCollection.signs("△ ○  □ ○")).containsExactly("△", "○", "□");
    assertThat(SignCollection.signs("big cat, dog，mouse"))
        .containsExactly("big cat", "dog", "mouse");
  }

  @Test
  void whatIsKeptIsThereAgain() {
    collections.put(shapes());
    collections.drawings(shapes()).add(drawn(0, 2));
    SignCollections again = new SignCollections(home.resolve("collections"));
    assertThat(again.all()).containsExactly(shapes());
    assertThat(again.drawings(again.named("Shapes")).all())
        .extracting(Kept::label)
        .containsExactly(0, 1, 2, 0, 1, 2);
  }

  @Test
  void moreSignsAndANetworkLeaveTheDrawings() {
    collections.put(shapes());
    collections.drawings(shapes()).add(drawn(0, 1));
    SignCollection more = shapes().and(List.of("☆", "○")).with("Shapes-signs");
    collections.put(more);
    assertThat(collections.named("Shapes").classes()).containsExactly("△", "○", "□", "☆");
    assertThat(collections.named("Shapes").network()).isEqualTo("Shapes-signs");
    assertThat(collections.drawings(more).all()).hasSize(3);
  }

  @Test
  void changesOfDrawingsLeaveWhatTheCollectionIs() {
    collections.put(shapes());
    DrawingStore drawings = collections.drawings(shapes());
    drawings.add(drawn(0, 1));
    List<Kept> all = drawings.all();
    drawings.relabel(Set.of(all.get(0).id()), 2);
    drawings.delete(Set.of(all.get(1).id()));
    assertThat(collections.named("Shapes")).isEqualTo(shapes());
    assertThat(drawings.all()).extracting(Kept::label).containsExactly(2, 2);
  }

  @Test
  void aSignHasAnotherNameOnItsDrawingsToo() throws IOException {
    collections.put(shapes().with("Shapes-signs"));
    collections.drawings(shapes()).add(drawn(0, 2));
    Path file = home.resolve("collections/Shapes.jsonl");
    Files.writeString(file, Files.readString(file) + "broken\n");

    SignCollection now = collections.renameSign("Shapes", "○", "circle");

    assertThat(collections.named("Shapes")).isEqualTo(now);
    assertThat(now.classes()).containsExactly("△", "circle", "□");
    assertThat(now.network()).isEqualTo("Shapes-signs");
    assertThat(collections.drawings(now).all())
        .extracting(Kept::label)
        .containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(file).content().endsWith("broken\n").contains("\"label\":\"circle\"");
    assertThat(Problems.keyOf(() -> collections.renameSign("Shapes", "○", "o")))
        .isEqualTo("problem.signs.noSign");
    assertThat(Problems.keyOf(() -> collections.renameSign("Shapes", "□", "△")))
        .isEqualTo("problem.signs.classes");
  }

  @Test
  void aCollectionHasAnotherNameAndKeepsItsDrawings() {
    collections.put(shapes());
    collections.drawings(shapes()).add(drawn(0, 1));
    collections.put(new SignCollection("Other", Signs.NAMES, null));

    collections.rename("Shapes", "Forms");

    assertThat(collections.all()).containsExactly(shapes().named("Forms"), shapes().named("Other"));
    assertThat(collections.drawings(collections.named("Forms")).all()).hasSize(3);
    assertThat(Problems.keyOf(() -> collections.rename("Forms", "other")))
        .isEqualTo("problem.signs.exists");
    assertThat(Problems.keyOf(() -> collections.rename("Forms", "a/b")))
        .isEqualTo("problem.signs.name");
    collections.rename("Forms", "forms"); // in other letters alone
    assertThat(collections.drawings(collections.named("forms")).all()).hasSize(3);
  }

  @Test
  void filesOfSeveralPeopleAreOneCollection() {
    List<Path> files = List.of(sent("Anna", 0, 2), sent("Ben", 2, 5));
    Import done = SignFiles.join(files, "Class", collections, null);
    assertThat(done).isEqualTo(new Import(15, 0, List.of()));
    SignCollection joined = collections.named("Class");
    DrawingStore drawings = collections.drawings(joined);
    assertThat(drawings.writers()).containsExactly("Anna", "Ben");
    assertThat(drawings.by("Anna")).hasSize(6);
    // A sign is told by its name, whatever its place is in a file.
    for (Kept kept : drawings.all()) {
      int corners = kept.strokes().getFirst().points().size() - 1;
      assertThat(joined.classes().get(kept.label()))
          .isEqualTo(corners == 3 ? "△" : corners == 4 ? "□" : "○");
    }
    assertThat(SignFiles.join(files, "Class", collections, null).known()).isEqualTo(15);
  }

  @Test
  void aFileOfLabelsAloneSaysWhichSignsThereAre() throws IOException {
    Path file = home.resolve("plain.jsonl");
    Files.writeString(
        file,
        """
        {"label": "a", "strokes": [[[10, 10], [90, 90]]]}
        {"label": "b", "strokes": [[[10, 90], [90, 10]]], "writer": "Eva"}
        {"label": "b", "strokes": "none"}
        """);
    Import done = SignFiles.join(List.of(file), "Letters", collections, null);
    assertThat(done.added()).isEqualTo(2);
    assertThat(done.broken()).hasSize(1);
    assertThat(collections.drawings(collections.named("Letters")).all())
        .extracting(kept -> Objects.requireNonNull(kept.writer()))
        .containsExactly("plain", "Eva");
  }

  @Test
  void whatNobodyCanCollectIsSaid() throws IOException {
    Path file = home.resolve("other.jsonl");
    Files.writeString(file, "{\"strokes\": []}\n");
    assertThat(Problems.keyOf(() -> SignFiles.join(List.of(file), "A", collections, null)))
        .isEqualTo("problem.signs.file");
    assertThat(Problems.keyOf(() -> collections.named("A"))).isEqualTo("problem.signs.none");
    collections.put(shapes());
    assertThat(Problems.keyOf(() -> collections.named("A"))).isEqualTo("problem.signs.unknown");
    assertThatThrownBy(() -> collections.put(new SignCollection("A", List.of("a"), null)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> collections.put(new SignCollection("a/b", Signs.NAMES, null)))
        .isInstanceOf(Problem.class);
    assertThat(collections.all()).containsExactly(shapes());
  }

  @Test
  void whatIsRemovedComesBack() {
    collections.put(shapes());
    collections.drawings(shapes()).add(drawn(0, 1));
    collections.remove("Shapes");
    assertThat(collections.all()).isEmpty();
    collections.restore("Shapes");
    assertThat(collections.drawings(collections.named("Shapes")).all()).hasSize(3);
  }

  @Test
  void whatIsRemovedTwiceComesBackTwiceWhoeverHasTheNameByNow() {
    for (int i = 1; i < 4; i++) {
      collections.put(shapes());
      collections.drawings(shapes()).add(drawn(0, i));
      if (i < 3) {
        collections.remove("Shapes");
      }
    }
    assertThat(collections.removed()).contains("Shapes");
    collections.emptyBin();

    assertThat(collections.restore("Shapes")).isEqualTo("Shapes 2");
    assertThat(collections.restore("Shapes")).isEqualTo("Shapes 3");
    assertThat(Stream.of("Shapes", "Shapes 2", "Shapes 3").map(collections::named))
        .map(each -> collections.drawings(each).all().size() / Signs.NAMES.size())
        .containsExactly(3, 2, 1);
    assertThat(collections.removed()).isEmpty();
    assertThat(Problems.keyOf(() -> collections.restore("Shapes"))).isEqualTo("problem.bin.gone");
  }

  @Test
  void aCollectionIsADataSet() {
    DataSource user =
        new DataSource(RemoteImages.MNIST.in(home.resolve("mnist")), new DrawingStore(home));
    ImageSource source = ImageSource.of("collection:Shapes");
    assertThat(source.isHere(user)).isFalse();
    collections.put(shapes());
    collections.drawings(shapes()).add(drawn(0, 5));
    assertThat(source.isHere(user)).isFalse();
    assertThat(Problems.keyOf(() -> source.load(user, DownloadProgress.SILENT)))
        .isEqualTo("problem.signs.few");
    collections.drawings(shapes()).add(drawn(5, 12).stream().map(k -> k.by("Eva")).toList());
    assertThat(source.isHere(user)).isTrue();
    DataSet data = source.load(user, DownloadProgress.SILENT);
    assertThat(data.classes()).isEqualTo(Signs.NAMES);
    assertThat(data.train().count()).isEqualTo(24);
    assertThat(data.validation().count()).isEqualTo(6);
    assertThat(data.test().count()).isEqualTo(6);
    assertThat(source.testWriters(user)).hasSize(6).containsOnly("Eva");
  }
}
