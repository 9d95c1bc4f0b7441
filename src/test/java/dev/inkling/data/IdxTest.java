package dev.inkling.data;

import static dev.inkling.support.IdxFiles.TRAIN_IMAGES;
import static dev.inkling.support.IdxFiles.TRAIN_LABELS;
import static dev.inkling.support.IdxFiles.gzip;
import static dev.inkling.support.IdxFiles.idx;
import static dev.inkling.support.IdxFiles.images;
import static dev.inkling.support.IdxFiles.labels;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Idx.Part;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.RealMnist;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
  private static final Digits DIGITS = Synthetic.digits(12, 5);

  @TempDir Path folder;

  @BeforeEach
  void writeGoodFiles() {
    IdxFiles.write(folder, DIGITS, DIGITS.range(0, 4));
  }

  private void put(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private Problem problem() {
    return problemOf(() -> Idx.read(folder, Part.TRAIN));
  }

  private static void assertSame(Digits read, Digits wanted) {
    assertThat(read.count()).isEqualTo(wanted.count());
    for (int i = 0; i < read.count(); i++) {
      assertThat(read.label(i)).isEqualTo(wanted.label(i));
      assertThat(read.image(i).ink()).containsExactly(wanted.image(i).ink());
    }
  }

  @Test
  void plainFilesAreRead() {
    assertSame(Idx.read(folder, Part.TRAIN), DIGITS);
    assertSame(Idx.read(folder, Part.TEST), DIGITS.range(0, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, true",
    "train-images.idx3-ubyte, train-labels.idx1-ubyte, false",
    "train-images.idx3-ubyte.gz, train-labels.idx1-ubyte.gz, true",
    // A browser unpacks what it downloads without changing the name.
    "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, false",
    "train-images-idx3-ubyte, train-labels-idx1-ubyte, true",
  })
  void allUsualNamesAreFoundCompressedOrPlain(String images, String labels, boolean isGzip)
      throws IOException {
    Files.delete(folder.resolve(TRAIN_IMAGES));
    Files.delete(folder.resolve(TRAIN_LABELS));
    put(images, isGzip ? gzip(images(DIGITS)) : images(DIGITS));
    put(labels, isGzip ? gzip(labels(DIGITS)) : labels(DIGITS));

    assertSame(Idx.read(folder, Part.TRAIN), DIGITS);
  }

  @Test
  void everyFaultIsToldApart() throws IOException {
    byte[] images = images(DIGITS);
    byte[] labels = labels(DIGITS);

    assertFault(TRAIN_IMAGES, labels, "problem.idx.magic.images");
    assertFault(TRAIN_LABELS, images, "problem.idx.magic.labels");
    assertFault(
        TRAIN_IMAGES,
        "<html>404 Not Found</html>".getBytes(StandardCharsets.UTF_8),
        "problem.idx.magic.images");
    assertFault(
        TRAIN_LABELS,
        "<html>404 Not Found</html>".getBytes(StandardCharsets.UTF_8),
        "problem.idx.magic.labels");
    assertFault(TRAIN_LABELS, labels(DIGITS.range(0, 11)), "problem.idx.counts");
    assertFault(TRAIN_IMAGES, images(DIGITS.range(0, 11)), "problem.idx.counts");
    assertFault(TRAIN_IMAGES, idx(new byte[12 * 32 * 30], 0x0803, 12, 30, 32), "problem.idx.size");
    assertFault(TRAIN_LABELS, idx(new byte[] {1, 2, 10}, 0x0801, 3), "problem.idx.label");
    assertFault(TRAIN_LABELS, idx(new byte[] {1, (byte) 200}, 0x0801, 2), "problem.idx.label");
  }

  private void assertFault(String name, byte[] content, String key) throws IOException {
    byte[] good = Files.readAllBytes(folder.resolve(name));
    put(name, content);
    assertThat(problem().key()).isEqualTo(key);
    assertThat(problem().getMessage()).contains(folder.resolve(name).toString());
    put(name, good);
  }

  @Test
  void theProblemSaysWhatStandsThere() throws IOException {
    put(TRAIN_LABELS, idx(new byte[] {1, 2, 17}, 0x0801, 3));
    assertThat(problem().getMessage()).contains("label 2 is 17");

    put(TRAIN_LABELS, images(DIGITS));
    assertThat(problem().getMessage()).contains("0x00000803");

    put(TRAIN_IMAGES, idx(new byte[900], 0x0803, 1, 30, 32));
    assertThat(problem().getMessage()).contains("32×30");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 10, 15, 16, 17, 1_000, 9_423})
  void anImageFileThatIsCutShortIsTruncated(int length) throws IOException {
    put(TRAIN_IMAGES, Arrays.copyOf(images(DIGITS), length));

    assertThat(problem().key()).isEqualTo("problem.idx.truncated");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 7, 8, 19})
  void aLabelFileThatIsCutShortIsTruncated(int length) throws IOException {
    put(TRAIN_LABELS, Arrays.copyOf(labels(DIGITS), length));

    assertThat(problem().key()).isEqualTo("problem.idx.truncated");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 2_000_000, 400_000, -1, Integer.MIN_VALUE})
  void aCountThatCannotBeTakesNoMemory(int count) throws IOException {
    String key = count > Idx.MOST_IMAGES ? "problem.idx.large" : "problem.idx.truncated";
    put(TRAIN_IMAGES, idx(new byte[784], 0x0803, count, 28, 28));
    assertThat(problem().key()).isEqualTo(key);
    put(TRAIN_IMAGES, images(DIGITS));

    put(TRAIN_LABELS, idx(new byte[784], 0x0801, count));
    assertThat(problem().key()).isEqualTo(key);
  }

  @Test
  void aCompressedFileThatUnpacksToGigabytesIsToldBeforeItIsUnpacked() throws IOException {
    put(TRAIN_IMAGES, gzip(idx(new byte[8 << 20], 0x0803, 2_000_000, 28, 28)));

    assertThat(problem())
        .hasMessageContaining(folder.resolve(TRAIN_IMAGES).toString())
        .hasMessageContaining("2,000,000")
        .hasMessageContaining("1,000,000");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 9, 15, 60, 700})
  void aGzipFileThatIsCutShortIsTruncated(int length) throws IOException {
    put(TRAIN_IMAGES, Arrays.copyOf(gzip(images(DIGITS)), length));

    assertThat(problem().key()).isEqualTo("problem.idx.truncated");
  }

  @Test
  void aBrokenGzipFileIsToldSo() throws IOException {
    byte[] broken = gzip(images(DIGITS));
    Arrays.fill(broken, 30, 60, (byte) 0xff);
    put(TRAIN_IMAGES, broken);

    assertThat(problem().key()).isEqualTo("problem.idx.gzip");
  }

  @Test
  void aWrongGzipChecksumIsSeen() throws IOException {
    byte[] wrong = gzip(images(DIGITS));
    wrong[wrong.length - 8] ^= 1;
    put(TRAIN_IMAGES, wrong);

    assertThat(problem().key()).isEqualTo("problem.idx.gzip");
  }

  @Test
  void filesWithoutImagesAreToldSo() throws IOException {
    put(TRAIN_IMAGES, idx(new byte[0], 0x0803, 0, 28, 28));
    put(TRAIN_LABELS, idx(new byte[0], 0x0801, 0));

    assertThat(problem().key()).isEqualTo("problem.idx.empty");
  }

  @Test
  void missingFilesAndFoldersAreNamed() throws IOException {
    Files.delete(folder.resolve(TRAIN_LABELS));
    assertThat(problem().key()).isEqualTo("problem.idx.missing");
    assertThat(problem().getMessage()).contains("train-labels-idx1-ubyte");

    Path none = folder.resolve("none");
    assertThat(problemOf(() -> Idx.read(none, Part.TEST)).key()).isEqualTo("problem.idx.folder");
    Path file = folder.resolve(TRAIN_IMAGES);
    assertThat(problemOf(() -> Idx.read(file, Part.TEST)).key()).isEqualTo("problem.idx.folder");
  }

  @Test
  void realMnistIsRead() {
    Path mnist = RealMnist.folder();

    Digits training = Idx.read(mnist, Part.TRAIN);
    Digits test = Idx.read(mnist, Part.TEST);

    assertThat(training.count()).isEqualTo(60_000);
    assertThat(training.label(0)).isEqualTo(5);
    assertThat(test.count()).isEqualTo(10_000);
    assertThat(test.label(0)).isEqualTo(7);
    assertThat(RemoteImages.MNIST.in(folder).has(training, test)).isTrue();
    assertThat(RemoteImages.MNIST.in(folder).has(test, training)).isFalse();
  }
}
