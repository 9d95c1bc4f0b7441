package dev.inkling.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Synthetic;
import dev.inkling.model.ClassifierPool;
import dev.inkling.support.DataFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.train.LearningPoints.Point;
import dev.inkling.train.QuickNetwork;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveViewModelTest {
  @TempDir Path home;
  private Studio studio;
  private LearningCurveViewModel curve;

  @BeforeEach
  void make() {
    studio = TestStudio.atOnce(home.resolve("home"));
    DataTools tools =
        new DataTools(
            DataSource.of(TestStudio.folders(home)),
            FXCollections.observableArrayList(),
            studio.pad().modelProperty(),
            new ClassifierPool(),
            studio.training(),
            TestStudio.AT_ONCE,
            studio.notices());
    curve = new LearningCurveViewModel(tools, new QuickNetwork(2));
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private static LoadedImages squares(int count) {
    DataSet data = DataSet.split("squares", DataFiles.squares(count, 2), DataFiles.squares(4, 2));
    return new LoadedImages("squares", List.of(), data);
  }

  @Test
  void aCurveIsThereWhileItIsMeasured() {
    List<Integer> trained = new ArrayList<>();
    curve.pointsProperty().addListener((_, _, _) -> trained.add(curve.trained()));
    curve.show(squares(24));

    curve.measure();

    assertThat(trained).hasSizeGreaterThan(20).isSorted().endsWith(curve.networks());
    assertThat(curve.pointsProperty().get().all()).hasSize(8).allMatch(p -> p.networks() == 3);
    assertThat(curve.pointsProperty().get().all())
        .extracting(Point::images)
        .startsWith(4)
        .endsWith(20);
    assertThat(curve.workingProperty().get()).isFalse();
  }

  @Test
  void whatWasMeasuredUntilItIsStoppedStays() {
    curve.show(squares(24));
    curve
        .pointsProperty()
        .subscribe(
            points -> {
              if (points.all().size() == 3) {
                curve.stop();
              }
            });

    curve.measure();

    assertThat(curve.pointsProperty().get().all()).hasSize(3);
    assertThat(TestStudio.problems(studio)).isEmpty();
  }

  @Test
  void otherImagesHaveAnotherCurve() {
    curve.show(squares(24));
    curve.measure();

    curve.show(squares(30));
    assertThat(curve.pointsProperty().get().all()).isEmpty();

    curve.show(null);
    assertThat(curve.isPossible()).isFalse();
    curve.measure();
    assertThat(curve.pointsProperty().get().all()).isEmpty();
  }

  @Test
  void whatIsForTestingAloneHasNoCurve() {
    DataSet all = Synthetic.dataSet(60, 6);
    DataSet none =
        new DataSet("drawings", null, all.train().range(0, 0), all.train().range(0, 0), all.test());

    curve.show(new LoadedImages("drawings", List.of(), none));

    assertThat(curve.isPossible()).isFalse();
  }
}
