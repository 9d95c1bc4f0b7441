package dev.inkling.data;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.RemoteImages.RemoteFile;
import dev.inkling.support.IdxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder that was chosen once; twelve images stand for MNIST's training images, six for its
 * tests.
 */
class ImageFoldersTest {
  private static final Digits TRAINING = Synthetic.digits(12, 1);
  private static final Digits TEST = Synthetic.digits(6, 2);

  @TempDir Path home;

  private DataSource start() {
    List<RemoteFile> files =
        List.of(
            new RemoteFile(IdxFiles.TRAIN_IMAGES, MirroredTest.md5(IdxFiles.images(TRAINING))),
            new RemoteFile(IdxFiles.TRAIN_LABELS, MirroredTest.md5(IdxFiles.labels(TRAINING))),
            new RemoteFile(IdxFiles.TEST_IMAGES, MirroredTest.md5(IdxFiles.images(TEST))),
            new RemoteFile(IdxFiles.TEST_LABELS, MirroredTest.md5(IdxFiles.labels(TEST))));
    return new DataSource(
        new Mirrored(home.resolve("cache"), "MNIST", List.of(), files, Duration.ofSeconds(1)),
        new DrawingStore(home),
        new ImageFolders(home.resolve("settings/images.json")));
  }

  private Path mnist() {
    return IdxFiles.write(home.resolve("disk/mnist"), TRAINING, TEST);
  }

  @Test
  void aChosenFolderWithMnistIsMnistFromThenOnAlsoAfterARestart() {
    assertThat(start().isHere(DataSource.MNIST)).isFalse();

    assertThat(start().remember(mnist())).isEqualTo(DataSource.MNIST);

    DataSource later = start();
    assertThat(later.isHere(DataSource.MNIST)).isTrue();
    assertThat(later.folder(RemoteImages.MNIST)).contains(mnist());
    assertThat(later.load(DataSource.MNIST, (file, bytes, total) -> {}).train().count())
        .isEqualTo(10);
    assertThat(later.loadTest(DataSource.MNIST, (file, bytes, total) -> {}).count()).isEqualTo(6);
  }

  @Test
  void anotherFolderIsRememberedUnderItsOwnName() {
    Path other = IdxFiles.write(home.resolve("mine"), TEST, TEST);

    assertThat(start().remember(other)).isEqualTo(other.toString());

    assertThat(start().isHere(DataSource.MNIST)).isFalse();
    assertThat(start().folders().all()).containsExactly(other.toString());
  }

  @Test
  void theNewestComesFirstAndTheOldestOfManyIsLeftOut() {
    for (int i = 0; i < 10; i++) {
      start().remember(IdxFiles.write(home.resolve("f" + i), TEST, TEST));
    }
    start().remember(home.resolve("f5"));
    assertThat(start().folders().all())
        .hasSize(8)
        .startsWith(home.resolve("f5").toString(), home.resolve("f9").toString())
        .doesNotContain(home.resolve("f1").toString());
  }

  @Test
  void aFolderWithoutImagesIsNotRemembered() {
    assertThat(start().remember(home.resolve("nothing")))
        .isEqualTo(home.resolve("nothing").toString());
    assertThat(start().folders().all()).isEmpty();
  }

  @Test
  void otherImagesThatCameIntoTheFolderAreNeverTakenForMnist() {
    DataSource source = start();
    source.remember(mnist());
    IdxFiles.write(home.resolve("disk/mnist"), TRAINING, TRAINING);

    assertThat(problemOf(() -> source.loadTest(DataSource.MNIST, (file, bytes, total) -> {})).key())
        .isEqualTo("problem.download.changed");

    assertThat(source.isHere(DataSource.MNIST)).isFalse();
    assertThat(start().isHere(DataSource.MNIST)).isFalse();
  }

  @Test
  void aFolderThatIsGoneIsAskedForAgain() throws IOException {
    Path place = mnist();
    start().remember(place);
    Files.delete(place.resolve(IdxFiles.TEST_IMAGES));
    assertThat(start().isHere(DataSource.MNIST)).isFalse();
  }

  @Test
  void aDamagedFileNamesNoFolder() throws IOException {
    Files.createDirectories(home.resolve("settings"));
    Files.writeString(home.resolve("settings/images.json"), "{\"folders\":[null,7");
    assertThat(start().folders().all()).isEmpty();
    Files.writeString(home.resolve("settings/images.json"), "{\"folders\":[null,\"/a\"]}");
    assertThat(start().folders().all()).containsExactly("/a");
  }
}
