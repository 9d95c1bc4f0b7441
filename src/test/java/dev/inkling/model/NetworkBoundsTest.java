package dev.inkling.model;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.inkling.layer.Stage;
import dev.inkling.support.Allocation;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A small file that asks for much gets a sentence, and neither memory nor time. */
class NetworkBoundsTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private static List<Architecture> architectures() {
    return Architecture.all();
  }

  private void writeCard(List<String> layers) throws IOException {
    ModelCard tiny = TinyModels.untrained("tiny").card();
    String text = ModelFolder.text(tiny);
    String own = text.substring(text.indexOf("\"layers\""), text.indexOf("],") + 1);
    String other = "\"layers\": [\"" + String.join("\",\"", layers) + "\"]";
    Files.writeString(folder.resolve(ModelFolder.CARD), text.replace(own, other));
  }

  private Problem problem() {
    return problemOf(() -> ModelFolder.readCard(folder));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void everyArchitectureIsWellWithin(Architecture architecture) {
    assertThatCode(() -> NetworkBounds.check(architecture.layers(), Stage.IMAGE, folder))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 | conv 1@1x1 pad 99 | up to 1,000,000 numbers
          1 | conv 9999@1x1 pad 99 | up to 1,000,000 numbers
          2 | dense 9999 | up to 8,000,000 parameters
          4 | conv 64@21x21 pad 10 | up to 400,000,000 additions
          201 | relu | up to 200 layers
          200000 | relu | up to 200 layers
          1000000 | relu | larger than 4 MB
          """)
  void whatIsTooLargeIsToldWithItsFileAndTheBound(int count, String layer, String bound)
      throws IOException {
    writeCard(Collections.nCopies(count, layer));

    Problem problem = problem();

    assertThat(problem).hasMessageContaining(folder.resolve(ModelFolder.CARD).toString());
    assertThat(problem).hasMessageContaining(bound);
    assertThat(Allocation.of(this::problem)).isLessThan(100 * MEGABYTE);
  }

  @Test
  void aCompressedArrayIsNotUnpackedBeforeItsShapeIsRight() throws IOException {
    ModelFolder.write(folder, TinyModels.untrained("mine"));
    writeArray("conv1.weight.npy", "(300000000,)", 40);

    assertThat(Allocation.of(() -> problemOf(() -> ModelFolder.read(folder))))
        .isLessThan(10 * MEGABYTE);
    assertThat(problemOf(() -> ModelFolder.read(folder)))
        .hasMessageContaining("conv1.weight has the shape (300000000) instead of (4, 1, 5, 5)");
  }

  @Test
  void whatNoLayerWantsIsUnpackedUpToABound() throws IOException {
    ModelFolder.write(folder, TinyModels.untrained("mine"));
    writeArray("other.npy", "(25000000,)", 100);

    assertThat(Allocation.of(() -> problemOf(() -> ModelFolder.read(folder))))
        .isLessThan(10 * MEGABYTE);
    assertThat(problemOf(() -> ModelFolder.read(folder)))
        .hasMessageContaining(folder.resolve(ModelFolder.PARAMETERS).toString())
        .hasMessageContaining("more than 64 MB");
  }

  @Test
  void anArrayThatGoesOnBehindItsNumbersIsDamaged() throws IOException {
    ModelFolder.write(folder, TinyModels.untrained("mine"));
    writeArray("dense2.bias.npy", "(10,)", 1);

    assertThat(problemOf(() -> ModelFolder.read(folder)).key()).isEqualTo("problem.model.damaged");
  }

  /** Parameters with one array of so many megabytes of zeros, which take a thousandth packed. */
  private void writeArray(String name, String shape, int megabytes) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve(ModelFolder.PARAMETERS)))) {
      zip.putNextEntry(new ZipEntry(name));
      String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }\n";
      zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
      zip.write(header.getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(zeros);
      }
    }
  }
}
