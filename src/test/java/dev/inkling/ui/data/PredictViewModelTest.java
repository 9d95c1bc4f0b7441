package dev.inkling.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.support.DataFiles;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.data.LoadedImages.Use;
import dev.inkling.ui.shell.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictViewModelTest {
  private static final Digits DIGITS = Synthetic.digits(40, 7);

  @TempDir Path home;
  private Studio studio;
  private DataViewModel data;
  private PredictViewModel predict;

  @BeforeEach
  void make() {
    studio = TestStudio.atOnce(home.resolve("home"));
    studio.pad().loadModels("sprint");
    data = studio.data();
    predict =
        data.parts().stream()
            .filter(PredictPart.class::isInstance)
            .map(part -> ((PredictPart) part).predict())
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  /** As the contest gives them: pixels alone. */
  private Path unlabeled() {
    String labeled = DataFiles.csv(DIGITS, false, String::valueOf);
    return DataFiles.write(home.resolve("test.csv"), labeled.replaceAll("(?m)^[^,]*,", ""));
  }

  private static long right(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(
            cells -> cells[1].equals(String.valueOf(DIGITS.label(Integer.parseInt(cells[0]) - 1))))
        .count();
  }

  @Test
  void aFileWithoutLabelsIsReadAndSavedAsAContestTakesIt() throws IOException {
    data.open();
    data.choose(unlabeled());

    assertThat(data.failureProperty().get()).isNull();
    assertThat(data.partProperty().get()).isInstanceOf(PredictPart.class);
    assertThat(data.imagesProperty().get().of(Use.TEST).count()).isEqualTo(40);
    assertThat(data.isForTraining()).isFalse();
    assertThat(predict.networkProperty().get().name()).isEqualTo("sprint");
    assertThat(predict.answersProperty().get().count()).isEqualTo(40);

    Path out = home.resolve("submission.csv");
    predict.save(out);
    assertThat(Files.readAllLines(out)).hasSize(41).startsWith("ImageId,Label");
    assertThat(right(out)).isGreaterThan(25);

    predict.probabilitiesProperty().set(true);
    predict.save(out);
    assertThat(Files.readAllLines(out)).startsWith("ImageId,Label,0,1,2,3,4,5,6,7,8,9");
    assertThat(TestStudio.problems(studio)).isEmpty();
  }

  @Test
  void whatCanOnlyBeReadIsNotOfferedForTraining() {
    data.open();
    data.choose(unlabeled());

    assertThat(studio.training().form().dataSets()).noneMatch(name -> name.endsWith("test.csv"));
    assertThat(data.dataSets()).anyMatch(name -> name.endsWith("test.csv"));
  }

  @Test
  void theLeastSureComeFirstWhereThatIsWanted() {
    data.open();
    data.choose(unlabeled());
    assertThat(predict.orderProperty().get()).startsWith(0, 1, 2);

    predict.unsureFirstProperty().set(true);

    List<Integer> order = predict.orderProperty().get();
    assertThat(order).hasSize(40);
    assertThat(order.stream().map(predict.answersProperty().get()::confidence).toList()).isSorted();
  }

  @Test
  void anotherNetworkReadsAnew() {
    data.open();
    data.choose(unlabeled());
    Object before = predict.answersProperty().get();
    Entry other =
        predict.networks().stream()
            .filter(e -> e.name().equals("inkling"))
            .findFirst()
            .orElseThrow();

    predict.networkProperty().set(other);

    assertThat(predict.answersProperty().get()).isNotNull().isNotEqualTo(before);
  }

  @Test
  void labeledImagesAreReadWhenSomebodyAsksAsTheCommandReadsThem() throws IOException {
    Path folder = IdxFiles.write(home.resolve("images"), Synthetic.digits(30, 1), DIGITS);
    data.open();
    data.show(folder.toString());
    data.partProperty().set(part());
    assertThat(predict.answersProperty().get()).isNull();

    predict.read();

    Path out = home.resolve("out.csv");
    predict.save(out);
    assertThat(right(out)).isGreaterThan(25);
    assertThat(predict.unknown()).isEmpty();
  }

  private DataPart part() {
    return data.parts().stream().filter(PredictPart.class::isInstance).findFirst().orElseThrow();
  }

  @Test
  void classesThatTheNetworkDoesNotKnowAreNamed() {
    Path signs = DataFiles.pictures(home.resolve("signs"), DataFiles.squares(36, 3));
    data.open();
    data.show(signs.toString());
    data.partProperty().set(part());

    predict.read();

    assertThat(predict.unknown()).containsExactly("sign 0", "sign 1", "sign 2");
  }

  @Test
  void loosePicturesAndArraysWithoutLabelsAreRead() throws IOException {
    Path folder = home.resolve("loose");
    for (int i = 0; i < 5; i++) {
      DataFiles.picture(folder.resolve(i + ".png"), DIGITS, i);
    }
    data.open();
    data.choose(folder);
    assertThat(predict.answersProperty().get().count()).isEqualTo(5);

    Path npz =
        DataFiles.npz(
            home.resolve("x.npz"),
            Map.of("x_test", DataFiles.npy("|u1", "40, 28, 28", DataFiles.bytes(DIGITS))),
            true);
    data.choose(npz);
    assertThat(predict.answersProperty().get().count()).isEqualTo(40);
  }

  @Test
  void imagesOfAnotherSizeAreRefusedInASentence() {
    data.open();
    data.choose(DataFiles.write(home.resolve("small.csv"), "pixel0,pixel1\n1,2\n"));

    assertThat(data.failureProperty().get())
        .hasMessageContaining("small.csv")
        .hasMessageContaining("784");
    assertThat(predict.answersProperty().get()).isNull();
  }

  @Test
  void aDamagedNetworkIsTold() throws IOException {
    Path broken = Files.createDirectories(home.resolve("broken"));
    data.open();
    data.choose(unlabeled());

    predict.networkProperty().set(new Entry("broken", broken, false));

    assertThat(TestStudio.problems(studio)).hasSize(1);
    assertThat(predict.answersProperty().get()).isNull();
    assertThat(predict.workingProperty().get()).isFalse();
  }
}
