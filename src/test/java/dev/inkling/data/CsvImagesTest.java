package dev.inkling.data;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.DataFiles;
import dev.inkling.support.IdxFiles;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV as Kaggle and OpenML have it, and as it should not be. */
class CsvImagesTest {
  private static final Digits SOME = Synthetic.digits(60, 1);

  @TempDir Path folder;

  private Path write(String text) {
    return DataFiles.write(folder.resolve("data.csv"), text);
  }

  private static String kaggle(Digits digits) {
    return DataFiles.csv(digits, false, String::valueOf);
  }

  private DataSource source() {
    return new DataSource(RemoteImages.MNIST.in(folder), new DrawingStore(folder));
  }

  private DataSet load(Path file) {
    return source().load(file.toString(), DownloadProgress.SILENT);
  }

  private Problem problem(String text) {
    Problem problem = problemOf(() -> load(write(text)));
    assertThat(problem.getMessage()).contains("data.csv");
    return problem;
  }

  /** All images of a data set, whichever part they are in, as text. */
  private static List<String> all(DataSet data) {
    return List.of(data.train(), data.validation(), data.test()).stream()
        .flatMap(
            part ->
                IntStream.range(0, part.count())
                    .mapToObj(i -> data.classes().get(part.label(i)) + bytes(part, i)))
        .sorted()
        .toList();
  }

  private static String bytes(Digits digits, int i) {
    return Arrays.toString(Digits.bytes(digits.image(i)));
  }

  private static List<String> all(Digits digits) {
    return IntStream.range(0, digits.count())
        .mapToObj(i -> digits.classes().get(digits.label(i)) + bytes(digits, i))
        .sorted()
        .toList();
  }

  @Test
  void aFileOfKagglesIsReadAndASixthOfEachClassIsForTesting() {
    DataSet data = load(write(kaggle(SOME)));

    assertThat(data.classes()).isEqualTo(Classes.DIGITS);
    assertThat(all(data)).isEqualTo(all(SOME));
    assertThat(data.test().count()).isEqualTo(10);
    assertThat(IntStream.range(0, 10).map(i -> data.test().label(i)).distinct().count())
        .isGreaterThan(6);
    assertThat(all(load(folder.resolve("data.csv")))).isEqualTo(all(data));
  }

  @Test
  void theLabelMayStandLastAndBeAWordAndBeQuoted() {
    DataSet data =
        load(write(DataFiles.csv(SOME, true, label -> label < 5 ? "\"low\"" : "'high'")));

    assertThat(data.classes()).containsExactly("high", "low");
    assertThat(all(data)).hasSize(60);
  }

  @Test
  void columnsMayStandInAnyOrder() {
    StringBuilder text = new StringBuilder("pixel783,id,label");
    for (int p = 0; p < 783; p++) {
      text.append(",pixel").append(p);
    }
    for (int i = 0; i < 60; i++) {
      text.append("\r\n").append(DataFiles.grey(SOME, i, 783)).append(",").append(i);
      text.append(',').append(SOME.label(i)).append(".0");
      for (int p = 0; p < 783; p++) {
        text.append(',').append(DataFiles.grey(SOME, i, p));
      }
    }

    assertThat(all(load(write(text.toString())))).isEqualTo(all(SOME));
  }

  @Test
  void aFileWithoutHeaderHasTheLabelFirstAndMayBePacked() throws IOException {
    String text = kaggle(SOME);
    byte[] packed =
        IdxFiles.gzip(text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("plain.csv.gz"), packed);

    assertThat(all(load(file))).isEqualTo(all(SOME));
  }

  @Test
  void partsOfOneAreBrightnessToo() {
    StringBuilder text = new StringBuilder("label");
    for (int row = 1; row <= 28; row++) {
      for (int column = 1; column <= 28; column++) {
        text.append(',').append(row).append('x').append(column);
      }
    }
    for (int i = 0; i < 60; i++) {
      text.append('\n').append(SOME.label(i));
      for (int p = 0; p < Digits.PIXELS; p++) {
        text.append(',').append((double) SOME.ink(i, p));
      }
    }

    assertThat(all(load(write(text.toString())))).isEqualTo(all(SOME));
  }

  @Test
  void besideATrainingFileTheOneForTestingIsTaken() {
    Digits tests = Synthetic.digits(20, 2);
    Path training = DataFiles.write(folder.resolve("mnist_train.csv"), kaggle(SOME));
    Path test = DataFiles.write(folder.resolve("mnist_test.csv"), kaggle(tests));

    assertThat(all(load(training).test())).isEqualTo(all(tests));
    assertThat(all(load(folder).test())).isEqualTo(all(tests));
    assertThat(source().loadTest(training.toString(), DownloadProgress.SILENT).count())
        .isEqualTo(20);
    assertThat(source().loadTest(test.toString(), DownloadProgress.SILENT).count()).isEqualTo(20);
  }

  @Test
  void aFileWithoutLabelsIsOneToPredict() {
    String text = kaggle(SOME).replaceAll("(?m)^[^,]*,", "");
    Path file = write(text);

    assertThat(problem(text).key()).isEqualTo("problem.data.noLabels");
    Digits read = source().loadUnlabeled(file.toString(), DownloadProgress.SILENT);
    assertThat(read.count()).isEqualTo(60);
    assertThat(read.label(0)).isEqualTo(Digits.NONE);
    assertThat(bytes(read, 7)).isEqualTo(bytes(SOME, 7));
  }

  @Test
  void aFileThatIsSortedByClassIsMixed() {
    Digits sorted = SOME.range(0, 0);
    for (int label = 0; label < 10; label++) {
      for (int i = 0; i < 60; i++) {
        sorted = SOME.label(i) == label ? sorted.with(SOME.range(i, i + 1)) : sorted;
      }
    }
    Path training = DataFiles.write(folder.resolve("my_train.csv"), kaggle(sorted));
    DataFiles.write(folder.resolve("my_test.csv"), kaggle(SOME));

    Digits held = load(training).validation();
    assertThat(IntStream.range(0, held.count()).map(held::label).distinct().count())
        .isGreaterThan(6);
  }

  @Test
  void eachFaultIsSaidWithItsPlace() {
    String good = kaggle(SOME);
    String[] lines = good.split("\n", -1);
    String header = lines[0] + "\n";

    assertThat(problem(good.replaceFirst("\n[0-9]+,[0-9]+,", "\n3,256,")).getMessage())
        .contains("line 2", "pixel0", "256");
    assertThat(problem(header + lines[1] + "\n" + lines[2].replaceFirst(",0,", ",x,")).getMessage())
        .contains("line 3", "“x”");
    assertThat(problem(header + lines[1] + ",7\n").getMessage()).contains("line 2", "786", "785");
    assertThat(problem(header + lines[1].substring(0, 300) + "\n").getMessage())
        .contains("line 2", "785");
    assertThat(problem(header + lines[1].substring(1) + "\n").key()).isEqualTo("problem.csv.label");
    assertThat(problem(header).key()).isEqualTo("problem.csv.empty");
    assertThat(problem("").key()).isEqualTo("problem.csv.empty");
    assertThat(problem("\n").key()).isEqualTo("problem.csv.empty");
    assertThat(problem(good.replace("pixel5,", "pixel6,")).getMessage()).contains("pixel6");
    assertThat(problem(good.replace("pixel5,", "name,")).getMessage()).contains("783", "784");
    assertThat(problemOf(() -> load(folder.resolve("none.csv"))).key())
        .isEqualTo("problem.file.missing");
  }

  @Test
  void moreThanAHundredClassesAreTooMany() {
    Digits many = Synthetic.digits(120, 1);
    StringBuilder text = new StringBuilder();
    String[] lines = kaggle(many).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      text.append(i == 0 ? lines[0] : lines[i].replaceFirst("^\\d+", "c" + i)).append('\n');
    }

    assertThat(problem(text.toString()).key()).isEqualTo("problem.data.manyClasses");
  }
}
