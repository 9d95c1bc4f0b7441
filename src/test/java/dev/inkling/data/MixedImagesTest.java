package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.IdxFiles;
import dev.inkling.support.Pictures;
import dev.inkling.support.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedImagesTest {
  @TempDir Path home;
  private DataSource user;
  private Path digits;

  @BeforeEach
  void make() {
    user =
        new DataSource(
            RemoteImages.MNIST.in(home.resolve("mnist")),
            new DrawingStore(home.resolve("drawings")));
    digits =
        IdxFiles.write(home.resolve("digits"), Synthetic.digits(60, 1), Synthetic.digits(9, 2));
    List<Kept> kept =
        IntStream.range(0, 12).mapToObj(_ -> Kept.of(Pictures.SEVEN, 7, null, null)).toList();
    user.drawings().add(kept);
  }

  private DataSet load(String name) {
    return user.load(name, DownloadProgress.SILENT);
  }

  @Test
  void partsFollowEachOtherAndDrawingsAreSplit() {
    DataSet mixed = load(digits + ",drawings");
    DataSet alone = load(digits.toString());
    assertThat(mixed.train().count()).isEqualTo(50 + 8);
    assertThat(mixed.validation().count()).isEqualTo(10 + 2);
    assertThat(mixed.test().count()).isEqualTo(9 + 2);
    assertThat(mixed.train().image(3).ink()).isEqualTo(alone.train().image(3).ink());
    assertThat(mixed.train().label(50)).isEqualTo(7);
  }

  @Test
  void aWeightRepeatsTrainingImagesAlone() {
    DataSet mixed = load(digits + ",drawings*5");
    assertThat(mixed.train().count()).isEqualTo(50 + 5 * 8);
    assertThat(mixed.validation().count()).isEqualTo(10 + 2);
    assertThat(mixed.test().count()).isEqualTo(9 + 2);
    assertThat(mixed.train().image(50).ink()).isEqualTo(mixed.train().image(89).ink());
    assertThat(mixed.name()).endsWith("digits,drawings*5");
    assertThat(load(mixed.name()).train().count()).isEqualTo(90);
  }

  @Test
  void aWeightThatIsNoneIsTold() {
    assertThat(Problems.keyOf(() -> load(digits + ",drawings*0"))).isEqualTo("problem.data.weight");
    assertThat(Problems.keyOf(() -> load(digits + ",drawings*101")))
        .isEqualTo("problem.data.weight");
  }

  @Test
  void whatIsMissingIsNamedTogether() {
    assertThat(ImageSource.of("mnist,fashion").toDownload(user))
        .containsExactly(RemoteImages.MNIST, RemoteImages.FASHION);
    assertThat(ImageSource.of("mnist,drawings").toDownload(user))
        .containsExactly(RemoteImages.MNIST);
    assertThat(ImageSource.of(digits + ",nowhere/at/all").isFound()).isFalse();
    assertThat(ImageSource.of(digits + ",drawings").isFound()).isTrue();
  }

  @Test
  void howAPlaceIsTakenCanBeChanged() {
    String name = digits.toString();
    String turned = ImageSource.retaken(name, true, false);
    assertThat(ImageSource.isTransposed(turned)).isTrue();
    assertThat(ImageSource.retaken(turned, false, false)).isEqualTo(name);
    assertThat(ImageSource.retaken("mnist", true, true)).isEqualTo("mnist");
    assertThat(ImageSource.of(turned).isFound()).isTrue();
  }
}
