package dev.inkling.ui.pile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.model.ModelLibrary;
import dev.inkling.pile.PileRow;
import dev.inkling.pile.PileTable;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PileViewModelTest {
  @TempDir Path home;
  private PileViewModel pile;
  private Studio studio;

  @BeforeEach
  void open() {
    studio = TestStudio.atOnce(home);
    studio.pad().loadModels(ModelLibrary.DEFAULT);
    pile = studio.pile();
  }

  private Path archive() throws IOException {
    Path file = home.resolve("scans.zip");
    try (OutputStream to = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(to)) {
      Path seven = home.resolve("seven.png");
      Pictures.write(Pictures.stored(Pictures.seven(40)), "png", seven);
      out.putNextEntry(new ZipEntry("in/seven.png"));
      out.write(Files.readAllBytes(seven));
      out.putNextEntry(new ZipEntry("broken.png"));
    }
    return file;
  }

  @Test
  void anArchiveIsReadAndItsPicturesAreFoundAgain() throws IOException {
    Path zip = archive();

    pile.open(List.of(zip), new Messages(Locale.ENGLISH));

    assertThat(pile.wholeProperty().get()).isTrue();
    assertThat(pile.items()).hasSize(2);
    PileItem seven = pile.items().getFirst();
    assertThat(seven.name()).isEqualTo("seven.png");
    assertThat(seven.row().path()).isEqualTo(zip + "/in/seven.png");
    pile.correct(seven, " 4 ");
    assertThat(pile.toKeepProperty().get()).isEqualTo(1);
    pile.keep();
    assertThat(pile.toKeepProperty().get()).isZero();
    assertThat(pile.unsaved()).isZero();
    assertThat(TestStudio.problems(studio)).isEmpty();
    pile.correct(seven, "12");
    assertThat(pile.unsaved()).isEqualTo(1);
    pile.save(home.resolve("seven.png/out.csv"));
    assertThat(pile.unsaved()).as("not written").isEqualTo(1);
    pile.save(home.resolve("out.csv"));
    assertThat(pile.unsaved()).isZero();
    pile.correct(pile.items().getFirst(), "");
    assertThat(pile.items().getFirst().said()).isNull();
  }

  private Path seven(String name) {
    return Pictures.write(Pictures.stored(Pictures.seven(40)), "png", home.resolve(name));
  }

  @Test
  void onePictureThatIsGoneDoesNotKeepTheOthersFromBeingKept() throws IOException {
    Path gone = seven("gone.png");
    Path small = seven("small.png");
    pile.open(List.of(seven("a.png"), gone, small), new Messages(Locale.ENGLISH));
    List.copyOf(pile.items()).forEach(item -> pile.correct(item, "1"));
    assertThat(pile.toKeepProperty().get()).isEqualTo(3);

    Files.delete(gone);
    Files.writeString(small, "text");
    pile.keep();

    assertThat(DataSource.of(TestStudio.folders(home)).drawings().all()).hasSize(1);
    assertThat(pile.toKeepProperty().get()).isEqualTo(2);
    assertThat(pile.items()).extracting(PileItem::said).containsOnly("1");
    assertThat(TestStudio.problems(studio))
        .extracting(Problem::getMessage)
        .containsExactly(
            "Not kept: gone.png, small.png. The 2 corrections stay in the table. "
                + gone
                + ": there is no such file.");

    seven("gone.png");
    seven("small.png");
    pile.keep();
    assertThat(DataSource.of(TestStudio.folders(home)).drawings().all()).hasSize(3);
    assertThat(TestStudio.problems(studio)).isEmpty();
  }

  private Deque<Runnable> waiting(Kind waits) {
    Deque<Runnable> asked = new ArrayDeque<>();
    Workers workers =
        new Workers(kind -> kind == waits ? asked::add : Runnable::run, Runnable::run);
    studio = new Studio(TestStudio.folders(home), workers);
    pile = studio.pile();
    return asked;
  }

  @Test
  void whatIsAskedForBeforeThereIsANetworkIsReadWhenItIsThere() {
    Deque<Runnable> asked = waiting(Kind.TRAINING);
    pile.open(List.of(seven("a.png")), new Messages(Locale.ENGLISH));
    assertThat(pile.items()).isEmpty();

    studio.pad().loadModels(ModelLibrary.DEFAULT);

    assertThat(pile.items()).hasSize(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void correctionsAreKeptWhileThePileIsRead() {
    Deque<Runnable> asked = waiting(Kind.PILE);
    studio.pad().loadModels(ModelLibrary.DEFAULT);
    pile.open(List.of(seven("a.png")), new Messages(Locale.ENGLISH));
    PileRow row = new PileRow(seven("b.png").toString(), "4", 1, 1f, true, List.of(), null);
    pile.rows().add(row);
    pile.correct(pile.items().getFirst(), "7");

    pile.keep();

    assertThat(asked).as("still to be read").hasSize(1);
    assertThat(DataSource.of(TestStudio.folders(home)).drawings().all()).hasSize(1);
  }

  @Test
  void whatIsAboutToBeKeptIsNotAskedForTwice() {
    Deque<Runnable> asked = waiting(Kind.CORRECTIONS);
    studio.pad().loadModels(ModelLibrary.DEFAULT);
    pile.open(List.of(seven("a.png")), new Messages(Locale.ENGLISH));
    pile.correct(pile.items().getFirst(), "1");

    pile.keep();
    assertThat(pile.toKeepProperty().get()).isZero();

    asked.remove().run();
    assertThat(DataSource.of(TestStudio.folders(home)).drawings().all()).hasSize(1);
    assertThat(pile.toKeepProperty().get()).isZero();
  }

  @Test
  void whyAPictureCannotBeReadIsSaidWithoutItsFolders() throws IOException {
    Path broken = Files.writeString(home.resolve("broken.png"), "text");
    pile.open(List.of(broken), new Messages(Locale.ENGLISH));

    PileItem item = pile.items().getFirst();
    assertThat(item.row().problem()).startsWith(broken + " is not a picture");
    assertThat(item.text()).startsWith("broken.png is not a picture");
  }

  @Test
  void theTablesFilesGoWithItEvenWhereItHasNoRows() throws IOException {
    Path nothing = Files.createDirectories(home.resolve("nothing"));
    pile.open(List.of(nothing), new Messages(Locale.ENGLISH));
    Path table = Objects.requireNonNull(pile.table()).file();
    Files.createFile(PileTable.beside(table)); // as where it is stopped

    pile.close();

    assertThat(table).doesNotExist();
    assertThat(PileTable.beside(table)).doesNotExist();
  }

  @Test
  void whatIsLeastSureComesFirstAndWhatCannotBeReadLast() {
    assertThat(item(0.99f, true, null).order()).isGreaterThan(item(0.6f, true, null).order());
    assertThat(item(0.6f, true, null).order()).isGreaterThan(item(0.9f, false, null).order());
    assertThat(item(null, false, "why").order()).isGreaterThan(item(1f, true, null).order());
  }

  private static PileItem item(Float confidence, boolean isDigit, String problem) {
    return new PileItem(new PileRow("x", "1", 1, confidence, isDigit, List.of(), problem));
  }
}
