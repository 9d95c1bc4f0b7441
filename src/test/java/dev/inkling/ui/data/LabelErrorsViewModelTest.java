package dev.inkling.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Correction;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.evaluate.LabelDoubt;
import dev.inkling.model.ClassifierPool;
import dev.inkling.support.DataFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.train.QuickNetwork;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelErrorsViewModelTest {
  private static final int WRONG = 5;

  @TempDir Path home;
  private Studio studio;
  private DataSource source;
  private Path folder;
  private LabelErrorsViewModel errors;

  @BeforeEach
  void make() {
    studio = TestStudio.atOnce(home.resolve("home"));
    source = DataSource.of(TestStudio.folders(home.resolve("home")));
    folder = write();
    errors = new LabelErrorsViewModel(tools(), new QuickNetwork(100));
    errors.show(images());
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private DataTools tools() {
    return new DataTools(
        source,
        FXCollections.observableArrayList(),
        studio.pad().modelProperty(),
        new ClassifierPool(),
        studio.training(),
        TestStudio.AT_ONCE,
        studio.notices());
  }

  /** Squares of three classes, one of which is called another. */
  private Path write() {
    Digits right = DataFiles.squares(120, 3);
    int[] labels = IntStream.range(0, right.count()).map(right::label).toArray();
    labels[WRONG] = 0;
    return DataFiles.npz(
        home.resolve("squares.npz"),
        DataFiles.keras(right.labeled(labels), DataFiles.squares(12, 3)),
        false);
  }

  private LoadedImages images() {
    return LoadedImages.read(folder.toString(), source, DownloadProgress.SILENT);
  }

  private LabelDoubt doubt() {
    return errors.foundProperty().get().doubts().getFirst();
  }

  @Test
  void aWrongLabelIsFoundAndMendedAndTheNextTrainingHasIt() {
    errors.search();

    assertThat(errors.foundProperty().get().doubts()).hasSize(1);
    assertThat(doubt().image()).isEqualTo(WRONG);
    assertThat(errors.open()).containsExactly(doubt());

    errors.mend(errors.open());

    assertThat(errors.open()).isEmpty();
    assertThat(errors.said(doubt()).map(Correction::label)).contains("2");
    assertThat(errors.saidProperty().get().count()).isEqualTo(1);
    assertThat(source.corrected(images().data()).train().label(WRONG)).isEqualTo(2);
  }

  @Test
  void whatWasSaidIsThereAnotherTimeAndTakenBack() {
    errors.search();
    errors.leaveOut(List.of(doubt()));

    LabelErrorsViewModel again = new LabelErrorsViewModel(tools(), new QuickNetwork(100));
    again.show(images());
    assertThat(again.saidProperty().get().leftOut()).isEqualTo(1);
    assertThat(source.corrected(images().data()).train().count()).isEqualTo(99);

    again.undoAll();
    assertThat(again.saidProperty().get().isEmpty()).isTrue();
    assertThat(source.corrected(images().data()).corrections().isEmpty()).isTrue();
  }

  @Test
  void whatIsSaidAnewCounts() {
    errors.search();
    errors.leaveOut(List.of(doubt()));
    errors.mend(doubt(), "1");
    assertThat(errors.said(doubt()).map(Correction::label)).contains("1");

    errors.undo(doubt());
    assertThat(errors.open()).containsExactly(doubt());
  }

  @Test
  void theListIsWritten() throws IOException {
    errors.search();
    errors.mend(errors.open());
    Path file = home.resolve("labels.csv");

    errors.save(file);

    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .last()
        .asString()
        .matches("5,0,2,[01]\\.\\d+,2");
  }

  @Test
  void aFileThatIsDamagedIsToldAndKept() throws IOException {
    Path file = source.corrections().file(folder.toString());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{");

    errors.show(images());

    assertThat(TestStudio.problems(studio)).hasSize(1);
    assertThat(file).hasContent("{");
  }

  @Test
  void fewImagesAreNotSearched() {
    DataFiles.npz(
        folder, DataFiles.keras(DataFiles.squares(20, 2), DataFiles.squares(2, 2)), false);
    errors.show(images());

    assertThat(errors.isPossible()).isFalse();
    errors.search();
    assertThat(errors.foundProperty().get()).isNull();
  }
}
