package dev.inkling.data;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.support.IdxFiles;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
  private static final DownloadProgress SILENT = (_, _, _) -> {};

  @TempDir Path folder;

  private static Digits blank(int count) {
    return new Digits(new byte[count * Digits.PIXELS], new byte[count]);
  }

  @ParameterizedTest
  @CsvSource({
    "60000, 55000, 5000",
    "30000, 25000, 5000",
    "12000, 10000, 2000",
    "60, 50, 10",
    "6, 5, 1"
  })
  void theLastTrainingImagesAreHeldOut(int training, int kept, int heldOut) {
    Digits all = blank(training);
    all.labels()[training - 1] = 9;

    DataSet data = DataSet.split("some", all, blank(3));

    assertThat(data.train().count()).isEqualTo(kept);
    assertThat(data.validation().count()).isEqualTo(heldOut);
    assertThat(data.validation().label(heldOut - 1)).isEqualTo(9);
    assertThat(data.test().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void tooFewImagesToHoldAnyOutAreAProblem(int training) {
    IdxFiles.write(folder, blank(training), blank(1));

    Problem problem =
        problemOf(
            () ->
                new DataSource(RemoteImages.MNIST.in(folder), new DrawingStore(folder))
                    .load(folder.toString(), SILENT));

    assertThat(problem.key()).isEqualTo("problem.data.tooFew");
    assertThat(problem.getMessage()).contains(folder.toString());
  }

  @Test
  void aFolderIsLoadedUnderItsName() {
    IdxFiles.write(folder, Synthetic.digits(60, 1), Synthetic.digits(20, 2));

    DataSource source =
        new DataSource(
            RemoteImages.MNIST.in(folder.resolve("none")),
            new DrawingStore(folder.resolve("none")));
    DataSet data = source.load(folder.toString(), SILENT);

    assertThat(data.name()).isEqualTo(folder.toString());
    assertThat(data.train().count()).isEqualTo(50);
    assertThat(data.test().count()).isEqualTo(20);
    assertThat(source.loadTest(folder.toString(), SILENT).count()).isEqualTo(20);
  }

  @Test
  void aTestSetNeedsNoTrainingImages() throws Exception {
    IdxFiles.write(folder, Synthetic.digits(60, 1), Synthetic.digits(20, 2));
    Files.delete(folder.resolve(IdxFiles.TRAIN_IMAGES));
    DataSource source = new DataSource(RemoteImages.MNIST.in(folder), new DrawingStore(folder));

    assertThat(source.loadTest(folder.toString(), SILENT).count()).isEqualTo(20);
    assertThat(problemOf(() -> source.load(folder.toString(), SILENT)).key())
        .isEqualTo("problem.idx.missing");
  }

  @Test
  void imagesCanBePutBehindOthers() {
    Digits all = Synthetic.digits(20, 3);

    Digits both = all.range(5, 8).with(all.range(12, 14));

    assertThat(both.count()).isEqualTo(5);
    assertThat(both.image(0).ink()).containsExactly(all.image(5).ink());
    assertThat(both.image(4).ink()).containsExactly(all.image(13).ink());
    assertThat(both.label(4)).isEqualTo(3);
  }

  @Test
  void aRangeShowsTheImagesItSays() {
    Digits all = Synthetic.digits(20, 3);

    Digits range = all.range(5, 15).range(2, 4);

    assertThat(range.count()).isEqualTo(2);
    assertThat(List.of(range.label(0), range.label(1))).containsExactly(7, 8);
    assertThat(range.image(1).ink()).containsExactly(all.image(8).ink());
    assertThatThrownBy(() -> all.range(15, 21)).isInstanceOf(IllegalArgumentException.class);
  }
}
