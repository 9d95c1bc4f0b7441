package dev.inkling.data;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.DataFiles;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays as Keras and NumPy write them. */
class NpzImagesTest {
  private static final Digits TRAINING = Synthetic.digits(60, 1);
  private static final Digits TEST = Synthetic.digits(20, 2);

  @TempDir Path folder;
  private Map<String, byte[]> arrays;

  @BeforeEach
  void make() {
    arrays = new LinkedHashMap<>(DataFiles.keras(TRAINING, TEST));
  }

  private DataSource source() {
    return new DataSource(RemoteImages.MNIST.in(folder), new DrawingStore(folder));
  }

  private Path file() {
    return DataFiles.npz(folder.resolve("mine.npz"), arrays, true);
  }

  private DataSet load() {
    return source().load(file().toString(), DownloadProgress.SILENT);
  }

  private void assertIsWhole(DataSet data) {
    assertThat(data.classes()).isEqualTo(Classes.DIGITS);
    assertThat(data.train().count() + data.validation().count()).isEqualTo(60);
    assertThat(data.test().count()).isEqualTo(20);
    for (int i = 0; i < 20; i++) {
      assertThat(data.test().label(i)).isEqualTo(TEST.label(i));
      assertThat(data.test().image(i).ink()).containsExactly(TEST.image(i).ink());
    }
    assertThat(data.train().image(3).ink()).containsExactly(TRAINING.image(3).ink());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void storedOrDeflatedItIsReadAlike(boolean isDeflated) {
    Path file = DataFiles.npz(folder.resolve("mnist.npz"), arrays, isDeflated);

    assertIsWhole(source().load(file.toString(), DownloadProgress.SILENT));
    assertThat(source().loadTest(file.toString(), DownloadProgress.SILENT).count()).isEqualTo(20);
  }

  @Test
  void partsOfOneAndFurtherDimensionsAreReadToo() {
    arrays.put("x_train", DataFiles.npy("<f4", "60, 28, 28, 1", DataFiles.floats(TRAINING)));
    arrays.put("x_test", DataFiles.npy("<f4", "20, 784", DataFiles.floats(TEST)));
    byte[] oneHot = new byte[600];
    for (int i = 0; i < 60; i++) {
      oneHot[10 * i + TRAINING.label(i)] = 1;
    }
    arrays.put("y_train", DataFiles.npy("|u1", "60, 10", oneHot));

    assertIsWhole(load());
  }

  @Test
  void imagesAndLabelsAloneAreDivided() {
    arrays.put("images", arrays.remove("x_train"));
    arrays.put("labels", arrays.remove("y_train"));
    arrays.remove("x_test");
    arrays.remove("y_test");

    DataSet data = load();

    assertThat(data.test().count()).isEqualTo(10);
    assertThat(data.train().count() + data.validation().count()).isEqualTo(50);
  }

  @Test
  void namesStandBesideIt() {
    byte[] labels = new byte[60];
    byte[] tests = new byte[20];
    for (int i = 0; i < 60; i++) {
      labels[i] = (byte) (i % 2 == 0 ? 3 : 7);
    }
    Arrays.fill(tests, (byte) 7);
    arrays.put("y_train", DataFiles.npy("|u1", "60,", labels));
    arrays.put("y_test", DataFiles.npy("|u1", "20,", tests));
    assertThat(load().classes()).containsExactly("3", "7");

    DataFiles.write(folder.resolve("classes.txt"), "cat\ndog\n");

    assertThat(load().classes()).containsExactly("cat", "dog");
    assertThat(load().test().label(0)).isEqualTo(1);

    DataFiles.write(folder.resolve("classes.txt"), "cat\ncat\n");
    assertThat(problemOf(this::load).key()).isEqualTo("problem.classes.names");
    DataFiles.write(folder.resolve("classes.txt"), "cat\ndog\nfox\n");
    assertThat(problemOf(this::load).getMessage()).contains("classes.txt", "7");
  }

  @Test
  void eachFaultIsSaidWithItsArray() throws IOException {
    fault("x_train", DataFiles.npy("|u1", "60, 32, 32", new byte[60 * 1024]), "(60, 32, 32)");
    fault("x_train", DataFiles.npy("|u1", "60, 28, 28", new byte[100]), "x_train", "cut short");
    fault("x_train", DataFiles.npy("|O", "60, 28, 28", new byte[100]), "x_train");
    fault("x_train", DataFiles.npy("|u1", "59, 28, 28", new byte[59 * 784]), "59", "60");
    fault("y_train", DataFiles.npy("|u1", "60, 2, 2", new byte[240]), "(60, 2, 2)");
    fault("x_train", "no array".getBytes(StandardCharsets.UTF_8), "x_train");
    arrays.remove("y_train");
    assertThat(problemOf(this::load).getMessage()).contains("y_train");
    Files.writeString(folder.resolve("mine.npz"), "no zip at all");
    assertThat(
            problemOf(
                    () ->
                        source()
                            .load(folder.resolve("mine.npz").toString(), DownloadProgress.SILENT))
                .key())
        .isEqualTo("problem.npz.damaged");
  }

  @Test
  void imagesWithoutLabelsAreNoFaultyFileButCanOnlyBeRead() {
    arrays.remove("y_train");
    arrays.remove("y_test");
    assertThat(problemOf(this::load).key()).isEqualTo("problem.data.noLabels");
  }

  private void fault(String array, byte[] wrong, String... words) {
    byte[] before = arrays.put(array, wrong);
    Problem problem = problemOf(this::load);
    assertThat(problem.getMessage()).contains("mine.npz").contains(words);
    arrays.put(array, before);
  }
}
