package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pack.Importer;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.pack.Importer.ImportedModel;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with models without a window: work runs at once. */
class PackedFilesTest {
  @TempDir Path home;
  private final List<Imported> came = new ArrayList<>();
  private final Notices notices = new Notices();
  private AppFolders folders;
  private PackedFiles packed;

  @BeforeEach
  void open() {
    folders = new AppFolders(home, home.resolve("data"), home, home.resolve("shipped"));
    packed = new PackedFiles(new Importer(folders), TestStudio.BACKGROUND, notices.topic("files"));
    packed
        .importedProperty()
        .subscribe(imported -> came.addAll(imported == null ? List.of() : List.of(imported)));
  }

  private Problem told() {
    return ((Notice.Trouble) notices.told().getFirst()).problem();
  }

  private Path file() {
    Path folder = home.resolve("elsewhere/mine");
    ModelFolder.write(folder, TinyModels.untrained("mine"));
    Path file = home.resolve("mine.inkling");
    packed.pack(new Entry("mine", folder, false), file);
    return file;
  }

  @Test
  void whatIsPackedAndOpenedIsAmongTheModels() {
    packed.open(file());

    assertThat(came).containsExactly(new ImportedModel("mine", folders.models().resolve("mine")));
    assertThat(TestStudio.problems(notices)).isEmpty();
  }

  @Test
  void whatIsOpenedTwiceIsToldTwice() {
    Path file = file();
    packed.open(file);
    packed.open(file);

    assertThat(came).hasSize(2);
    assertThat(came.getFirst()).isEqualTo(came.getLast());
  }

  @Test
  void aWrongFileIsToldAndNothingComes() throws IOException {
    Path wrong = Files.writeString(home.resolve("wrong.inkling"), "no zip");
    packed.open(wrong);

    assertThat(notices.told()).hasSize(1);
    assertThat(told().arguments()).contains(wrong);
    assertThat(came.stream().filter(Objects::nonNull)).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() throws IOException {
    Path inTheWay = Files.writeString(home.resolve("file"), "");
    Path folder = home.resolve("elsewhere/mine");
    ModelFolder.write(folder, TinyModels.untrained("mine"));
    packed.pack(new Entry("mine", folder, false), inTheWay.resolve("mine.inkling"));

    assertThat(told().key()).isEqualTo("problem.file.unwritable");
  }
}
