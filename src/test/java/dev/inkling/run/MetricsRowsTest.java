package dev.inkling.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.train.LayerMetrics;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.train.TrainingListener.LayersMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of a run's four tables. */
class MetricsRowsTest {
  @TempDir Path folder;

  private Run run(String batches) throws IOException {
    Run run = new Run(folder);
    Files.writeString(run.batches(), batches);
    return run;
  }

  /** As they stand in the files of all runs there are. */
  @Test
  void theHeadersStay() {
    assertThat(BatchRow.HEADER).isEqualTo("epoch,batch,examples,loss,learningRate,imagesPerSecond");
    assertThat(EpochRow.HEADER)
        .isEqualTo(
            "epoch,examples,trainLoss,trainAccuracy,valLoss,valAccuracy,seconds,imagesPerSecond");
    assertThat(LayerRow.HEADER)
        .isEqualTo("epoch,batch,examples,layer,weights,gradient,update,spread,dead");
    assertThat(ClassRow.header(10))
        .isEqualTo(
            "epoch,examples,class,count,accuracy,readAs0,readAs1,readAs2,readAs3,readAs4,readAs5,"
                + "readAs6,readAs7,readAs8,readAs9");
  }

  @Test
  void aBatchIsALineInAnyLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      BatchRow row = BatchRow.of(new BatchMetrics(2, 3, 9, 123_456, 1 / 3.0, 1e-5, 33_333.7));
      String line = row.write();

      assertThat(line).isEqualTo("2,3,123456,0.33333334,1.0E-5,33334\n");
      assertThat(BatchRow.parse(line.strip()).orElseThrow().write()).isEqualTo(line);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anEpochIsALineAndALineForEachClass() {
    int[][] confusion = new int[10][10];
    confusion[4][4] = 2;
    confusion[4][9] = 1;
    Evaluation validation = new Evaluation(3, 2 / 3.0, 0.5, confusion);
    EpochMetrics metrics = new EpochMetrics(1, 100, 1.25, 0.5, validation, 2, 50);

    String line = EpochRow.of(metrics).write();
    String four = ClassRow.of(metrics).get(4).write();

    assertThat(line).isEqualTo("1,100,1.25,0.5,0.5,0.6666666666666666,2.0,50.0\n");
    assertThat(EpochRow.parse(line.strip())).contains(EpochRow.of(metrics));
    assertThat(four).isEqualTo("1,100,4,3,0.6666666666666666,0,0,0,0,2,0,0,0,0,1\n");
    assertThat(ClassRow.parse(four.strip())).contains(ClassRow.of(metrics).get(4));
    assertThat(ClassRow.of(metrics).getFirst().write())
        .isEqualTo("1,100,0,0,,0,0,0,0,0,0,0,0,0,0\n");
  }

  @Test
  void aLayerIsALineWithGapsWhereNothingWasProbed() {
    LayerMetrics first = new LayerMetrics("conv1", 2.5, 0.1, 1 / 3.0, Double.NaN, Double.NaN);
    LayerMetrics second = new LayerMetrics("dense1", 1, 2e-9, 0, 0.25, 0.5);
    List<LayerRow> rows = LayerRow.of(new LayersMetrics(2, 3, 640, List.of(first, second)));

    assertThat(rows)
        .extracting(LayerRow::write)
        .containsExactly(
            "2,3,640,conv1,2.5,0.1,0.33333334,,\n", "2,3,640,dense1,1.0,2.0E-9,0.0,0.25,0.5\n");
    for (LayerRow row : rows) {
      assertThat(LayerRow.parse(row.write().strip()).orElseThrow().write()).isEqualTo(row.write());
    }
    assertThat(LayerMeasure.STEP.of(rows.getFirst())).isEqualTo(1 / 7.5);
    assertThat(LayerRow.parse("2,3,640,conv1,2.5,0.1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1,2,3,4,5", "one,1,9,0.5,0.1,7", "1,1,nine,0.5,0.1,7", "1,1,,0,0,7"})
  void aLineThatIsNoRowIsLeftOut(String line) {
    assertThat(BatchRow.parse(line)).isEmpty();
  }

  @Test
  void aValueThatIsNoNumberIsAGap() {
    assertThat(BatchRow.parse("1,2,3,,x,7"))
        .contains(new BatchRow(1, 2, 3, Double.NaN, Double.NaN, 7));
  }

  @Test
  void whatIsDamagedCostsNoMoreThanItself() throws IOException {
    Run run =
        run(
            BatchRow.HEADER
                + "\n1,1,10,2.5,0.1,7\n1,2,20,2.0,0.1\n1,3,30,?,0.1,7\n"
                + "1,4,3,1.5,0.1,7\n1,5,50,1.5,0.1,7,1,6\n1,6,60,1.0,0.1,7\n1,7,7");

    assertThat(BatchRow.read(run)).extracting(BatchRow::batch).containsExactly(1, 3, 6);
  }

  /** A later version may keep more of a batch; what this one knows comes first. */
  @Test
  void columnsThatAreNotKnownAreLeftAlone() throws IOException {
    assertThat(BatchRow.read(run(BatchRow.HEADER + ",norm\n1,1,10,2.5,0.1,7,0.3\n")))
        .containsExactly(new BatchRow(1, 1, 10, 2.5, 0.1, 7));
  }

  @Test
  void aRunThatGoesOnKeepsItsLinesAsTheyAre() throws IOException {
    Run run = run(BatchRow.HEADER + "\n1,1,10,2.50,0.1,7\n1,2,2\n2,1,30,2,0.1,7\n,,\nx");

    MetricsFile.keep(run.batches(), BatchRow.HEADER, 1);

    assertThat(run.batches()).hasContent(BatchRow.HEADER + "\n1,1,10,2.50,0.1,7\n1,2,2\n");
    assertThat(BatchRow.read(new Run(folder.resolve("none")))).isEmpty();
  }

  @Test
  void aByteThatIsNoTextDamagesItsLineAlone() throws IOException {
    Run run = run(BatchRow.HEADER + "\n1,1,20,2.5,0.1,100\n1,2,40,2.4,0.1,100\n");
    byte[] bytes = Files.readAllBytes(run.batches());
    bytes[bytes.length - 3] = (byte) 0xff;
    Files.write(run.batches(), bytes);

    MetricsFile.keep(run.batches(), BatchRow.HEADER, 1);

    List<BatchRow> rows = MetricsFile.read(run.batches(), BatchRow::parse, BatchRow::examples);
    assertThat(rows).isNotEmpty();
    assertThat(rows.getFirst().examples()).isEqualTo(20);
  }

  @Test
  void whatIsTakenElsewhereHoldsNoFormula() throws IOException {
    String harmless = BatchRow.HEADER + "\n1,1,20,-2.5,1.0E-5,NaN\n";
    String formula = "=HYPERLINK(\"http://x/\"),+1+1,-1,@SUM(1),\t=1,\"=2\"\n";
    Run run = run(harmless + formula);

    MetricsExport.copy(run, Files.createDirectories(folder.resolve("out")));

    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(Files.readString(files.findFirst().orElseThrow()))
          .isEqualTo(harmless + "'=HYPERLINK('http://x/'),'+1+1,-1,'@SUM(1),'\t=1,''=2'\n");
    }
  }
}
