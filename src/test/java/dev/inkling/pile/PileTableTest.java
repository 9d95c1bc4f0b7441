package dev.inkling.pile;

import static dev.inkling.support.Problems.keyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the place of a table. */
class PileTableTest {
  private static final PileMaker MADE = PileMaker.parse("{\"model\":\"inkling\"}");

  @TempDir Path home;
  private Path csv;

  @BeforeEach
  void name() {
    csv = home.resolve("out.csv");
  }

  private void open() {
    PileTable.open(csv, MADE, () -> null).close();
  }

  @Test
  void whatIsNoTableStays() throws IOException {
    for (String there : new String[] {"a picture", "path,text", "1,2,3\n4,5,6\n"}) {
      Files.writeString(csv, there);

      assertThat(keyOf(this::open)).isEqualTo("problem.pile.noTable");

      assertThat(csv).hasContent(there);
      assertThat(home.resolve("out.csv.unfinished")).doesNotExist();
    }
  }

  @Test
  void aTableIsReplaced() throws IOException {
    Files.writeString(csv, PileRow.HEADER + "x.png,7,1,1,true,,\n");

    open();

    assertThat(csv).hasContent(PileRow.HEADER);
  }

  /** Its folder may be one in which nothing new can be made: here a folder is in its way. */
  @Test
  void aTableStaysWhereNothingCanBeWrittenBesideIt() throws IOException {
    Files.writeString(csv, PileRow.HEADER + "x.png,7,1,1,true,,\n");
    Path beside = Files.createSymbolicLink(home.resolve("out.csv.unfinished"), home.resolve("a/b"));

    assertThat(keyOf(this::open)).isEqualTo("problem.file.unwritable");

    assertThat(csv).hasContent(PileRow.HEADER + "x.png,7,1,1,true,,");
    Files.delete(beside);
  }

  /** As {@code --csv /dev/stdout > out.csv}. */
  @Test
  void whatStandsForAnOpenFileIsNotWrittenAnew() throws IOException {
    Path folder = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(folder), "Skipped: files that are open are listed by Linux only");
    Path opened = Files.writeString(home.resolve("opened.csv"), "").toRealPath();
    try (Writer writer = Files.newBufferedWriter(opened);
        Stream<Path> all = Files.list(folder)) {
      csv = all.filter(Files::isRegularFile).filter(file -> leadsTo(file, opened)).toList().get(0);

      assertThat(keyOf(this::open)).isEqualTo("problem.pile.open");
      writer.flush();
    }
    assertThat(opened).isEmptyFile();
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return link.toRealPath().equals(file);
    } catch (IOException e) {
      return false; // it is closed by now
    }
  }
}
