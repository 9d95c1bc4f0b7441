package dev.inkling.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.TestStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are not digits as people write them are questioned before they are trained on. */
class DataDoubtTest {
  private static final Digits GOOD = Synthetic.digits(700, 3);

  @TempDir Path home;

  /** A class and a pixel of an image, made of another image. */
  private interface Change {
    byte pixel(int i, int row, int column);
  }

  private OptionalDouble doubt(Digits digits) {
    return DataDoubt.of(
        DataSet.split("/some/folder", digits, digits), new ModelLibrary(TestStudio.folders(home)));
  }

  private static Digits changed(Change change) {
    byte[] pixels = new byte[GOOD.count() * Digits.PIXELS];
    for (int p = 0; p < pixels.length; p++) {
      int at = p % Digits.PIXELS;
      pixels[p] = change.pixel(p / Digits.PIXELS, at / 28, at % 28);
    }
    return new Digits(pixels, GOOD.labels());
  }

  private static byte pixel(int i, int row, int column) {
    return GOOD.pixels()[i * Digits.PIXELS + row * 28 + column];
  }

  @Test
  void digitsAreNotQuestioned() {
    assertThat(doubt(GOOD)).isEmpty();
  }

  @Test
  void transposedAndInvertedDigitsAre() {
    assertThat(doubt(changed((i, row, column) -> pixel(i, column, row))).orElseThrow())
        .isLessThan(0.5);
    assertThat(
            doubt(changed((i, row, column) -> (byte) (255 - (pixel(i, row, column) & 0xff))))
                .orElseThrow())
        .isLessThan(0.5);
  }

  @Test
  void otherClassesAre() {
    byte[] labels = GOOD.labels().clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) ((labels[i] + 1) % 10);
    }
    assertThat(doubt(new Digits(GOOD.pixels(), labels)).orElseThrow()).isLessThan(0.2);
  }

  /** Whatever is the matter with the shipped network, it keeps nobody from training. */
  @Test
  void withoutANetworkNothingIsSaid() throws IOException {
    byte[] labels = new byte[GOOD.count()];
    DataSet odd = DataSet.split("/some/folder", new Digits(GOOD.pixels(), labels), GOOD);
    Path broken = Files.createDirectories(home.resolve("inkling"));
    var folders = new dev.inkling.file.AppFolders(home, home, home, home);

    assertThat(DataDoubt.of(odd, new ModelLibrary(folders))).isEmpty();
    Files.writeString(broken.resolve("model.json"), "{");
    Files.writeString(broken.resolve("parameters.npz"), "");
    assertThat(DataDoubt.of(odd, new ModelLibrary(folders))).isEmpty();
  }

  @Test
  void whatIsKnownIsNotLookedAt() {
    byte[] labels = new byte[GOOD.count()];
    DataSet known = DataSet.split("mnist", new Digits(GOOD.pixels(), labels), GOOD);

    assertThat(DataDoubt.of(known, new ModelLibrary(TestStudio.folders(home)))).isEmpty();
  }
}
