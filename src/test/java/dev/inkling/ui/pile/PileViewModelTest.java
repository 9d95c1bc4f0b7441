package dev.inkling.ui.pile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ModelLibrary;
import dev.inkling.pile.PileRow;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Messages;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    assertThat(TestStudio.problems(studio)).isEmpty();
    pile.correct(pile.items().getFirst(), "");
    assertThat(pile.items().getFirst().said()).isNull();
  }

  @Test
  void whatIsLeastSureComesFirstAndWhatCannotBeReadLast() {
    assertThat(item(0.99f, true, null).order()).isGreaterThan(item(0.6f, true, null).order());
    assertThat(item(0.6f, true, null).order()).isGreaterThan(item(0.9f, false, null).order());
    assertThat(item(null, false, "why").order()).isGreaterThan(item(1f, true, null).order());
  }

  private static PileItem item(Float confidence, boolean isDigit, String problem) {
    return new PileItem(new PileRow("x", "1", 1, confidence, isDigit, List.of(), problem), null);
  }
}
