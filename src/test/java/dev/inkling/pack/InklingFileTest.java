package dev.inkling.pack;

import static dev.inkling.support.Problems.keyOf;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InklingFileTest {
  @TempDir Path home;

  private Path folder() throws IOException {
    Path folder = home.resolve("mine");
    Files.createDirectories(folder.resolve("checkpoints/0001"));
    Files.writeString(folder.resolve("run.json"), "{}");
    Files.writeString(folder.resolve("checkpoints/0001/model.json"), "one");
    Files.writeString(folder.resolve("lock"), "");
    Files.writeString(folder.resolve("Notes of mine.docx"), "private");
    return folder;
  }

  private Path packed() throws IOException {
    Path file = home.resolve("mine.inkling");
    InklingFile.pack(folder(), file);
    return file;
  }

  /** A file as somebody else might have made it. */
  private Path zip(String... names) throws IOException {
    Path file = home.resolve("other.inkling");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("content".getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Path empty() throws IOException {
    return Files.createDirectories(home.resolve("out/side/in"));
  }

  @Test
  void whatIsUnpackedIsWhatWasPacked() throws IOException {
    InklingFile.unpack(packed(), empty());

    assertThat(empty().resolve("run.json")).hasContent("{}");
    assertThat(empty().resolve("checkpoints/0001/model.json")).hasContent("one");
  }

  @Test
  void onlyWhatBelongsToItIsPacked() throws IOException {
    try (ZipFile zip = new ZipFile(packed().toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("mimetype", "checkpoints/0001/model.json", "run.json");
    }
  }

  @Test
  void theFileBeginsWithItsMediaType() throws IOException {
    byte[] bytes = Files.readAllBytes(packed());

    // Where packaging/linux/inkling.xml tells file managers to look.
    assertThat(new String(bytes, 0, 4, StandardCharsets.ISO_8859_1)).isEqualTo("PK\3\4");
    assertThat(new String(bytes, 30, 31, StandardCharsets.ISO_8859_1))
        .isEqualTo("mimetypeapplication/vnd.inkling");
  }

  @Test
  void theSameFolderGivesTheSameFile() throws IOException {
    byte[] once = Files.readAllBytes(packed());
    Files.setLastModifiedTime(
        folder().resolve("run.json"), java.nio.file.attribute.FileTime.fromMillis(0));

    assertThat(Files.readAllBytes(packed())).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.json",
        "checkpoints/../../outside.json",
        "/outside.json",
        "..\\outside.json",
        "checkpoints/0001/../../../outside.json",
        "run.json/../../outside.json",
        "script.sh",
        ".hidden.json"
      })
  void whatDoesNotBelongThereIsRefused(String name) throws IOException {
    Path folder = empty();
    Path file = zip("run.json", name);

    var problem = problemOf(() -> InklingFile.unpack(file, folder));

    assertThat(problem.key()).isEqualTo("problem.pack.foreign");
    assertThat(problem.getMessage()).contains("other.inkling", name);
    try (var paths = Files.walk(home)) {
      assertThat(paths.filter(Files::isRegularFile))
          .containsExactlyInAnyOrder(file, folder.resolve("run.json"));
    }
  }

  @Test
  void aFileThatIsCutShortIsTold() throws IOException {
    Path file = packed();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, 130));

    assertThat(keyOf(() -> InklingFile.unpack(file, empty()))).isEqualTo("problem.pack.damaged");
  }

  @Test
  void aFileWithOneWrongByteIsTold() throws IOException {
    Path file = zip("run.json");
    byte[] bytes = Files.readAllBytes(file);
    bytes[42] ^= 1; // in the compressed content
    Files.write(file, bytes);

    assertThat(keyOf(() -> InklingFile.unpack(file, empty()))).isEqualTo("problem.pack.damaged");
  }

  @Test
  void oneNameTwiceIsTold() throws IOException {
    Path file = zip("run.json", "rum.json");
    String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("rum", "run");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);

    assertThat(keyOf(() -> InklingFile.unpack(file, empty()))).isEqualTo("problem.pack.damaged");
  }

  @Test
  void aFolderAndAMissingFileAreTold() {
    assertThat(keyOf(() -> InklingFile.unpack(home, home.resolve("to"))))
        .isEqualTo("problem.file.notAFile");
    assertThat(keyOf(() -> InklingFile.unpack(home.resolve("no.inkling"), home.resolve("to"))))
        .isEqualTo("problem.file.missing");
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() throws IOException {
    Path folder = folder();
    Path inTheWay = Files.writeString(home.resolve("file"), "");

    assertThat(keyOf(() -> InklingFile.pack(folder, inTheWay.resolve("mine.inkling"))))
        .isEqualTo("problem.file.unwritable");
  }

  @Test
  void moreThanTheLimitIsNotUnpacked() throws IOException {
    Path file = home.resolve("bomb.inkling");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("run.json"));
      zip.write(new byte[3 << 20]);
    }

    var problem = problemOf(() -> InklingFile.unpack(file, empty(), 2 << 20));

    assertThat(problem.key()).isEqualTo("problem.pack.huge");
    assertThat(Files.size(empty().resolve("run.json"))).isLessThanOrEqualTo(2 << 20);
  }

  @Test
  void moreEntriesThanTheLongestRunHasAreNotUnpacked() throws IOException {
    String[] names = new String[InklingFile.MOST_ENTRIES + 1];
    Arrays.setAll(names, i -> String.format(Locale.ROOT, "checkpoints/%04d/model.json", i));
    Path folder = empty();
    Path file = zip(names);

    assertThat(problemOf(() -> InklingFile.unpack(file, folder)))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("more than 4,100 entries");
  }

  @Test
  void whatNoModelAndNoRunHasIsPassedOver() throws IOException {
    Path folder = empty();

    InklingFile.unpack(zip("junk.txt", "run.json", "checkpoints/0001/junk.json", "a.npz"), folder);

    try (var paths = Files.walk(home.resolve("out"))) {
      assertThat(paths.filter(Files::isRegularFile)).containsExactly(folder.resolve("run.json"));
    }
  }

  @ParameterizedTest
  @CsvSource({"mimetype, 1, damaged", "junk.txt, 5, large", "run.json, 5, large"})
  void whatIsTooLargeForItsNameIsNotUnpacked(String name, int megabytes, String key)
      throws IOException {
    Path file = home.resolve("bomb.inkling");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(new byte[megabytes << 20]);
    }

    assertThat(keyOf(() -> InklingFile.unpack(file, empty()))).isEqualTo("problem.pack." + key);
  }

  @Test
  void theNameTells() {
    assertThat(List.of("a.inkling", "A.INKLING").stream().map(Path::of))
        .allMatch(InklingFile::isNamed);
    assertThat(List.of("inkling", "a.png", "a.inkling.png").stream().map(Path::of))
        .noneMatch(InklingFile::isNamed);
  }
}
