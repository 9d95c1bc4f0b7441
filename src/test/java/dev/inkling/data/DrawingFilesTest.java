package dev.inkling.data;

import static dev.inkling.support.Problems.keyOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.data.Idx.Part;
import dev.inkling.ink.StrokesFile;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Pictures;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingFilesTest {
  private static final String ONE = "{\"label\":1,\"strokes\":[[[140,40],[140,240]]]}";

  @TempDir Path home;
  private DrawingStore drawings;

  @BeforeEach
  void open() {
    drawings = new DrawingStore(home.resolve("drawings"));
  }

  private Import read(String... lines) throws IOException {
    Path file = Files.writeString(home.resolve("in.jsonl"), String.join("\n", lines));
    return DrawingFiles.read(file, drawings);
  }

  @Test
  void strokesGoOutAndComeInUnchanged() {
    Kept seven = Kept.of(Pictures.SEVEN, 7, 2, "inkling");
    Kept picture = Kept.of(Synthetic.digits(1, 1).image(0), 0);
    Path file = home.resolve("out/mine.jsonl");

    DrawingFiles.writeStrokes(List.of(seven, picture), file);
    Import first = DrawingFiles.read(file, drawings);
    Import second = DrawingFiles.read(file, drawings);

    assertThat(first).isEqualTo(new Import(2, 0, List.of()));
    assertThat(second).isEqualTo(new Import(0, 2, List.of()));
    assertThat(drawings.all().getFirst()).isEqualTo(seven);
    assertThat(DrawingStore.digits(drawings.all()).pixels())
        .isEqualTo(DrawingStore.digits(List.of(seven, picture)).pixels());
  }

  @Test
  void whatWentOutIsReadByTheCommandLineToo() {
    Kept seven = Kept.of(Pictures.SEVEN, 7, 2, "inkling");
    Path file = home.resolve("mine.jsonl");
    DrawingFiles.writeStrokes(List.of(seven), file);

    assertThat(StrokesFile.read(file).getFirst().drawing()).isEqualTo(Pictures.SEVEN);
  }

  @Test
  void linesFromElsewhereNeedOnlyLabelAndStrokes() throws IOException {
    assertThat(read(ONE, "", ONE + "\r")).isEqualTo(new Import(2, 0, List.of()));

    Kept kept = drawings.all().getFirst();
    assertThat(kept.label()).isEqualTo(1);
    assertThat(kept.read()).isNull();
    assertThat(kept.id()).isNotEqualTo(drawings.all().getLast().id());
  }

  @Test
  void linesWithoutIdsComeInOnceHoweverOftenTheyAreRead() throws IOException {
    String spaced = "{ \"strokes\": [[[140, 40], [140.0, 240]]], \"label\": 1 }";
    read(ONE, ONE);
    drawings.relabel(Set.of(drawings.all().getFirst().id()), 7);

    assertThat(read(spaced, ONE)).isEqualTo(new Import(0, 2, List.of()));
    assertThat(read(ONE, ONE, spaced)).isEqualTo(new Import(1, 2, List.of()));
    assertThat(drawings.all()).hasSize(3);
  }

  @Test
  void imagesComeInOnceHoweverOftenTheyAreRead() throws IOException {
    Path folder =
        IdxFiles.write(home.resolve("in"), Synthetic.digits(12, 1), Synthetic.digits(4, 2));

    assertThat(DrawingFiles.read(folder, drawings)).isEqualTo(new Import(4, 0, List.of()));
    assertThat(DrawingFiles.read(folder, drawings)).isEqualTo(new Import(0, 4, List.of()));
  }

  @Test
  void fourImportsAtOnceBringEachDrawingOnce() throws IOException {
    Path file = home.resolve("many.jsonl");
    List<Kept> many =
        IntStream.range(0, 60).mapToObj(i -> Kept.of(Pictures.SEVEN, i % 10, null, null)).toList();
    DrawingFiles.writeStrokes(many, file);

    int added =
        IntStream.range(0, 4)
            .parallel()
            .map(_ -> DrawingFiles.read(file, new DrawingStore(home.resolve("drawings"))).added())
            .sum();

    assertThat(added).isEqualTo(60);
    assertThat(drawings.all()).isEqualTo(many);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hello; problem.drawings.line",
        "{\"label\":1,\"strokes\":[[[1,2]]; problem.drawings.line",
        "[]; problem.drawings.line",
        "null; problem.drawings.label",
        "{\"strokes\":[[[1,2]]]}; problem.drawings.label",
        "{\"label\":10,\"strokes\":[[[1,2]]]}; problem.drawings.label",
        "{\"label\":\"seven\",\"strokes\":[[[1,2]]]}; problem.drawings.label",
        "{\"label\":7}; problem.strokes.missing",
        "{\"label\":7,\"strokes\":[]}; problem.drawings.blank",
        "{\"label\":7,\"strokes\":[[[-500,-500]]]}; problem.drawings.blank",
        "{\"label\":7,\"strokes\":[[[1]]]}; problem.strokes.point",
        "{\"label\":7,\"strokes\":[[[1,2]]],\"widths\":[]}; problem.strokes.widths",
        "{\"label\":7,\"strokes\":[[[1,2]]],\"widths\":[0]}; problem.strokes.widths",
        "{\"label\":7,\"strokes\":[[[1,2]]],\"erases\":[true,false]}; problem.strokes.widths",
        "{\"label\":7,\"strokes\":[[[9,9]]],\"time\":\"yesterday\"}; problem.drawings.line",
        "{\"label\":7,\"image\":\"AAAA\"}; problem.drawings.line",
        "{\"label\":7,\"image\":\"no base64!\"}; problem.drawings.line",
      })
  void theGoodLinesComeInAndTheBrokenOnesAreListed(String broken, String key) throws IOException {
    Import done = read(ONE, "", broken, ONE);

    assertThat(done.added()).isEqualTo(2);
    assertThat(done.broken()).extracting(Problem::key).containsExactly(key);
    assertThat(done.broken().getFirst().getMessage()).contains("in.jsonl").contains("line 3:");
    assertThat(drawings.all()).hasSize(2);
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path file =
        Files.write(home.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});

    assertThat(keyOf(() -> DrawingFiles.read(file, drawings))).isEqualTo("problem.strokes.notText");
    assertThat(keyOf(() -> DrawingFiles.read(home.resolve("none"), drawings)))
        .isEqualTo("problem.file.missing");
    assertThat(drawings.all()).isEmpty();
  }

  @Test
  void idxGoesOutAsADataSetAndComesIn() {
    drawings.put(Kept.of(Pictures.SEVEN, 7, 2, "inkling"));
    Path folder = home.resolve("out");

    DrawingFiles.writeIdx(drawings.all(), folder);
    Import back = DrawingFiles.read(folder, drawings);

    assertThat(back.added()).isEqualTo(1);
    assertThat(folder.resolve(IdxFiles.TEST_IMAGES + ".gz")).exists();
    Digits written = Idx.read(folder, Part.TEST);
    assertThat(written.label(0)).isEqualTo(7);
    assertThat(written.pixels())
        .isEqualTo(DrawingStore.digits(drawings.all().subList(0, 1)).pixels());
    assertThat(Digits.bytes(drawings.all().getLast().framed())).isEqualTo(written.pixels());
  }

  @Test
  void ofAFolderWithTrainingImagesAloneThoseComeIn() throws IOException {
    Path folder =
        IdxFiles.write(home.resolve("in"), Synthetic.digits(12, 1), Synthetic.digits(4, 2));
    assertThat(DrawingFiles.read(folder, drawings).added()).isEqualTo(4);
    Files.delete(folder.resolve(IdxFiles.TEST_IMAGES));
    assertThat(DrawingFiles.read(folder, drawings).added()).isEqualTo(12);
  }

  @Test
  void aFolderOfLabelsAloneIsRefused() throws IOException {
    Path folder =
        IdxFiles.write(home.resolve("in"), Synthetic.digits(6, 1), Synthetic.digits(4, 2));
    Files.delete(folder.resolve(IdxFiles.TEST_IMAGES));
    Files.delete(folder.resolve(IdxFiles.TRAIN_IMAGES));

    assertThat(keyOf(() -> DrawingFiles.read(folder, drawings))).isEqualTo("problem.idx.missing");
  }

  @Test
  void aPartOfTheImagesIsWrittenAlone() {
    Path folder = home.resolve("part");
    Digits some = Synthetic.digits(10, 1).range(3, 6);

    Idx.write(folder, Part.TRAIN, some);

    Digits back = Idx.read(folder, Part.TRAIN);
    assertThat(back.count()).isEqualTo(3);
    assertThat(back.label(0)).isEqualTo(3);
    assertThat(back.image(2).ink()).containsExactly(some.image(2).ink());
  }
}
