package dev.inkling.data;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.DataFiles;
import dev.inkling.support.IdxFiles;
import dev.inkling.text.Problem;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders: IDX files under all their names, and pictures by class. */
class FolderImagesTest {
  private static final Digits TRAINING = Synthetic.digits(60, 1);
  private static final Digits TEST = Synthetic.digits(20, 2);

  @TempDir Path folder;

  private final List<Problem> leftOut = new ArrayList<>();

  private DataSource source() {
    return new DataSource(RemoteImages.MNIST.in(folder), new DrawingStore(folder));
  }

  private DataSet load(String name) {
    return source()
        .load(
            name,
            new DownloadProgress() {
              @Override
              public void downloaded(String file, long bytes, long total) {}

              @Override
              public void leftOut(Problem why) {
                leftOut.add(why);
              }
            });
  }

  private DataSet load() {
    return load(folder.toString());
  }

  private void write(String name, byte[] content) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Digits shifted(Digits digits, int by) {
    byte[] labels = DataFiles.labels(digits);
    for (int i = 0; i < labels.length; i++) {
      labels[i] += (byte) by;
    }
    return new Digits(DataFiles.bytes(digits), labels);
  }

  private void idx(String stem, String between, Digits training, Digits test) {
    write(stem + "train-images" + between + "idx3-ubyte", IdxFiles.images(training));
    write(
        stem + "train-labels" + between + "idx1-ubyte.gz",
        IdxFiles.gzip(IdxFiles.labels(training)));
    write(stem + "test-images" + between + "idx3-ubyte", IdxFiles.images(test));
    write(stem + "test-labels" + between + "idx1-ubyte", IdxFiles.labels(test));
  }

  @Test
  void idxFilesAreKnownByAllTheirNames() {
    idx("", ".", TRAINING, TEST);

    DataSet data = load();

    assertThat(data.classes()).isEqualTo(Classes.DIGITS);
    assertThat(data.train().count()).isEqualTo(50);
    assertThat(data.test().image(4).ink()).containsExactly(TEST.image(4).ink());
  }

  @Test
  void emnistHasItsLettersAndIsTurned() {
    idx("emnist-letters-", "-", shifted(TRAINING, 1), shifted(TEST, 1));
    StringBuilder mapping = new StringBuilder();
    for (int label = 1; label <= 26; label++) {
      mapping.append(label).append(' ').append(64 + label).append(' ').append(96 + label);
      mapping.append('\n');
    }
    DataFiles.write(folder.resolve("emnist-letters-mapping.txt"), mapping.toString());

    DataSet data = load(folder + "@transpose");

    assertThat(data.classes()).hasSize(26).startsWith("A", "B").endsWith("Z");
    assertThat(data.test().label(0)).isZero();
    assertThat(data.name()).isEqualTo(folder + "@transpose");
    for (int p = 0; p < Digits.PIXELS; p++) {
      assertThat(data.test().ink(3, p)).isEqualTo(TEST.ink(3, p % 28 * 28 + p / 28));
    }
    DataFiles.write(folder.resolve("emnist-letters-mapping.txt"), "1 65 97\nsomething\n");
    assertThat(problemOf(this::load).getMessage()).contains("mapping.txt", "line 2");
  }

  @Test
  void qmnistHasEightNumbersForEachLabel() {
    idx("qmnist-", "-", TRAINING, TEST);
    ByteBuffer numbers = ByteBuffer.allocate(12 + 60 * 32);
    numbers.putInt(0x0c02).putInt(60).putInt(8);
    for (int i = 0; i < 60; i++) {
      numbers.putInt(TRAINING.label(i)).position(numbers.position() + 28);
    }
    write("qmnist-train-labels-idx2-int.gz", IdxFiles.gzip(numbers.array()));
    assertThat(folder.resolve("qmnist-train-labels-idx1-ubyte.gz").toFile().delete()).isTrue();

    DataSet data = load();

    assertThat(IntStream.range(0, 50).map(data.train()::label))
        .containsExactlyElementsOf(IntStream.range(0, 50).map(TRAINING::label).boxed().toList());
  }

  @Test
  void labelsNeedNotBeginWithZeroNorBeGapless() {
    byte[] labels = new byte[60];
    for (int i = 0; i < 60; i++) {
      labels[i] = (byte) (i % 3 == 0 ? 5 : i % 3 == 1 ? 200 : 40);
    }
    Digits odd = new Digits(DataFiles.bytes(TRAINING), labels);
    write("train-images-idx3-ubyte", IdxFiles.images(odd));
    write("train-labels-idx1-ubyte", IdxFiles.idx(labels, 0x0801, 60));

    DataSet data = load();

    assertThat(data.classes()).containsExactly("5", "40", "200");
    assertThat(data.train().count() + data.validation().count()).isEqualTo(50);
    assertThat(data.test().count()).isEqualTo(10);
    DataFiles.write(folder.resolve("classes.txt"), "five\nforty\nmany\n");
    assertThat(load().classes()).containsExactly("five", "forty", "many");
  }

  @Test
  void ofSeveralDataSetsInAFolderOneIsNamed() {
    idx("emnist-digits-", "-", TRAINING, TEST);
    idx("emnist-mnist-", "-", TEST, TEST);

    assertThat(problemOf(this::load).getMessage()).contains("emnist-digits", "emnist-mnist");
    assertThat(load(folder.resolve("emnist-mnist").toString()).test().count()).isEqualTo(20);
  }

  @Test
  void aFolderForEachClassIsADataSet() throws IOException {
    Digits squares = DataFiles.squares(24, 2);
    DataFiles.pictures(folder, squares);
    Files.writeString(folder.resolve("sign 0/broken.png"), "no picture");
    Files.writeString(folder.resolve("sign 0/notes.txt"), "no picture either");

    DataSet data = load();

    assertThat(data.classes()).containsExactly("sign 0", "sign 1");
    assertThat(data.train().count() + data.validation().count()).isEqualTo(20);
    assertThat(data.test().count()).isEqualTo(4);
    assertThat(leftOut).singleElement().asString().contains("broken.png");
    assertThat(data.train().label(0)).isBetween(0, 1);
    int place = data.train().label(0) == 0 ? 2 * 28 + 2 : 2 * 28 + 5;
    assertThat(data.train().ink(0, place)).isGreaterThan(0.9f);
    assertThat(data.fingerprint()).isEqualTo(load().fingerprint());
  }

  @Test
  void partsHaveFoldersOfTheirOwn() {
    DataFiles.pictures(folder.resolve("train"), DataFiles.squares(30, 3));
    DataFiles.pictures(folder.resolve("test"), DataFiles.squares(6, 3));

    DataSet data = load();

    assertThat(data.train().count() + data.validation().count()).isEqualTo(30);
    assertThat(data.test().count()).isEqualTo(6);
    assertThat(source().loadTest(folder.toString(), DownloadProgress.SILENT).count()).isEqualTo(6);
  }

  @Test
  void darkOnWhiteIsInkTooAndLargerPicturesAreFramed() {
    for (int i = 0; i < 12; i++) {
      draw(folder.resolve("bar/" + i + ".png"), 90, 20, 90, 160);
      draw(folder.resolve("dash/" + i + ".png"), 20, 90, 160, 90);
    }

    DataSet data = load();
    DataSet asIs = load(folder + "@as-is");

    int bar = data.train().label(0) == 0 ? 0 : 1;
    assertThat(data.classes()).containsExactly("bar", "dash");
    assertThat(height(data.train(), 0)).isEqualTo(bar == 0 ? 20 : height(data.train(), 0));
    int dash =
        IntStream.range(0, 10).filter(i -> asIs.train().label(i) == 1).findFirst().orElseThrow();
    assertThat(asIs.train().ink(dash, 0)).isZero();
    assertThat(asIs.train().ink(dash, 13 * 28 + 14)).isGreaterThan(0.5f);
  }

  private static int height(Digits digits, int i) {
    return digits.image(i).inkBox().height();
  }

  private static void draw(Path file, int x1, int y1, int x2, int y2) {
    BufferedImage picture = new BufferedImage(180, 180, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 180, 180);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(16));
    graphics.drawLine(x1, y1, x2, y2);
    graphics.dispose();
    DataFiles.write(file, picture);
  }

  @Test
  void aFolderWithNothingIsSaid() {
    assertThat(problemOf(this::load).key()).isEqualTo("problem.data.nothing");
    assertThat(problemOf(() -> load(folder.resolve("none").toString())).key())
        .isEqualTo("problem.data.nowhere");
    DataFiles.picture(folder.resolve("loose.png"), DataFiles.squares(2, 2), 0);
    assertThat(problemOf(this::load).key()).isEqualTo("problem.data.noLabels");
  }

  @Test
  void severalAreMixedByTheNamesOfTheirClasses() {
    idx("", "-", TRAINING, TEST);
    Path signs = folder.resolveSibling(folder.getFileName() + "-signs");
    DataFiles.pictures(signs, DataFiles.squares(24, 2));

    DataSet data = load(folder + "," + signs);

    assertThat(data.classes()).hasSize(12).endsWith("sign 0", "sign 1");
    assertThat(data.train().count() + data.validation().count()).isEqualTo(60 + 20);
    assertThat(data.test().count()).isEqualTo(20 + 4);
    assertThat(data.name()).isEqualTo(folder + "," + signs);
  }
}
