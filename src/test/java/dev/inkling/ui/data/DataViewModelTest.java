package dev.inkling.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.data.PictureSize;
import dev.inkling.data.Synthetic;
import dev.inkling.support.DataFiles;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.data.LoadedImages.Use;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {
  @TempDir Path home;
  private Studio studio;
  private DataViewModel data;

  @BeforeEach
  void make() {
    studio = TestStudio.atOnce(home.resolve("home"));
    data = studio.data();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private Path pictures() {
    return DataFiles.pictures(home.resolve("signs"), DataFiles.squares(36, 3));
  }

  @Test
  void firstItShowsWhatWouldBeTrainedOn() {
    studio.training().form().useFolder(pictures());

    data.open();

    LoadedImages images = data.imagesProperty().get();
    assertThat(images.count()).isEqualTo(36);
    assertThat(images.classes()).containsExactly("sign 0", "sign 1", "sign 2");
    assertThat(images.of(Use.TEST).count()).isEqualTo(6);
    assertThat(images.use(35)).isEqualTo(Use.TEST);
    assertThat(images.place(35)).isEqualTo(5);
    assertThat(images.label(35)).isEqualTo(images.of(Use.TEST).label(5));
    assertThat(data.isForTraining()).isTrue();
  }

  @Test
  void whatHasToBeDownloadedWaits() {
    data.open();

    assertThat(data.missingProperty().get()).isTrue();
    assertThat(data.imagesProperty().get()).isNull();
    assertThat(data.failureProperty().get()).isNull();
  }

  @Test
  void whatIsWrongIsSaid() {
    data.open();
    data.show(home.resolve("nowhere").toString());

    assertThat(data.failureProperty().get()).hasMessageContaining("nowhere");
    assertThat(data.imagesProperty().get()).isNull();

    data.show(DataSource.SYNTHETIC);

    assertThat(data.failureProperty().get()).isNull();
    assertThat(data.imagesProperty().get().classes()).hasSize(10);
  }

  @Test
  void aFolderIsRememberedAndCanBeTrainedOn() {
    Path folder = pictures();
    data.open();
    data.choose(folder);

    assertThat(data.dataProperty().get()).isEqualTo(folder.toString());
    assertThat(data.dataSets()).contains(folder.toString());

    data.useForTraining();

    assertThat(studio.training().form().dataProperty().get()).isEqualTo(folder.toString());
    assertThat(data.toTrainProperty().get()).isEqualTo(folder.toString());
  }

  @Test
  void imagesThatHaveGoneAreNotChosenForTraining() throws IOException {
    Path folder = pictures();
    data.open();
    data.choose(folder);
    Files.move(folder, home.resolve("elsewhere"));

    data.useForTraining();

    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.data.nowhere");
    assertThat(studio.training().form().dataProperty().get()).isEqualTo(DataSource.DEFAULT);
    assertThat(data.toTrainProperty().get()).isNull();
  }

  @Test
  void filesThatHaveChangedAreReadAgain() throws IOException {
    Path folder =
        IdxFiles.write(home.resolve("images"), Synthetic.digits(30, 1), Synthetic.digits(6, 2));
    data.open();
    data.show(folder.toString());
    LoadedImages before = data.imagesProperty().get();
    data.open();
    assertThat(data.imagesProperty().get()).isSameAs(before);

    Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
    IdxFiles.write(folder, Synthetic.digits(60, 1), Synthetic.digits(6, 2));
    data.open();

    assertThat(data.imagesProperty().get().count()).isEqualTo(66);
  }

  @Test
  void keptDrawingsAreAllForTesting() {
    studio.pad().loadModels("sprint");
    studio.pad().drawSample();
    studio.pad().keeping().keep(5);
    data.open();
    data.show(DataSource.DRAWINGS);

    assertThat(data.imagesProperty().get().of(Use.TEST).count()).isEqualTo(1);
    assertThat(data.isForTraining()).isFalse();
  }

  @Test
  void picturesThatCannotBeReadAreToldByNameAndTheSizesOfOthersKnown() throws IOException {
    Path folder = pictures();
    Files.writeString(folder.resolve("sign 1").resolve("notes.png"), "no picture");
    data.open();
    data.show(folder.toString());

    LoadedImages images = data.imagesProperty().get();
    assertThat(images.count()).isEqualTo(36);
    assertThat(images.sizes()).isEqualTo(Map.of(new PictureSize(28, 28), 36));
    assertThat(TestStudio.problems(studio)).hasSize(1);
    assertThat(TestStudio.problems(studio).getFirst()).hasMessageContaining("notes.png");

    Files.writeString(folder.resolve("sign 2").resolve("more.png"), "no picture");
    data.open();

    assertThat(TestStudio.problems(studio)).hasSize(1);
    assertThat(TestStudio.problems(studio).getFirst())
        .hasMessageStartingWith("2 pictures cannot be read")
        .hasMessageContaining("more.png");
  }
}
