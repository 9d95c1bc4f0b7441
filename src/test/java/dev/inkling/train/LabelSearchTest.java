package dev.inkling.train;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Corrections;
import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.LabelDoubt;
import dev.inkling.evaluate.LabelDoubts;
import dev.inkling.support.DataFiles;
import dev.inkling.train.LearningCurve.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quick networks and what is found by them, with few images and few steps. */
class LabelSearchTest {
  private static final QuickNetwork QUICK = new QuickNetwork(100);

  private static Digits wrong(int... images) {
    Digits right = DataFiles.squares(120, 3);
    int[] labels = IntStream.range(0, right.count()).map(right::label).toArray();
    for (int i : images) {
      labels[i] = (labels[i] + 1) % 3;
    }
    return right.labeled(labels);
  }

  /** Squares of a class look alike, so that chance decides which are beyond what is usual. */
  @Test
  void wrongLabelsAreFoundWithWhatTheyShouldBe() {
    Digits right = DataFiles.squares(120, 3);
    List<Double> progress = new ArrayList<>();

    LabelDoubts found =
        new LabelSearch(QUICK, wrong(5, 50, 101), progress::add).run().orElseThrow();

    assertThat(found.doubts()).extracting(LabelDoubt::image).isNotEmpty().isSubsetOf(5, 50, 101);
    assertThat(found.doubts()).allMatch(doubt -> doubt.suggested() == right.label(doubt.image()));
    assertThat(progress).isSorted().last().isEqualTo(1.0);
    assertThat(
            found.csv(new Corrections(List.of(found.correction(found.doubts().getFirst(), null)))))
        .startsWith("image,given,suggested,doubt,corrected\n")
        .contains(",sign 0,")
        .containsOnlyOnce(",-\n");
  }

  @Test
  void aSearchStopsWithinABatch() {
    AtomicReference<LabelSearch> search = new AtomicReference<>();
    List<Double> progress = new ArrayList<>();
    search.set(
        new LabelSearch(
            QUICK,
            wrong(),
            done -> {
              progress.add(done);
              search.get().stop();
            }));

    assertThat(search.get().run()).isEmpty();
    assertThat(progress).hasSize(1);
  }

  @Test
  void fewImagesSayNothing() {
    Digits few = DataFiles.squares(20, 2);

    assertThat(problemOf(() -> new LabelSearch(QUICK, few, _ -> {}))).hasMessageContaining("20");
  }

  @Test
  void aCurveHasEachSizeWithEachSeedAndRises() {
    DataSet data = DataSet.split("squares", DataFiles.squares(120, 3), DataFiles.squares(12, 3));
    List<Measured> measured = new ArrayList<>();
    List<Double> progress = new ArrayList<>();

    assertThat(new LearningCurve(QUICK, data, measured::add, progress::add).run()).isTrue();

    List<Integer> sizes = LearningCurve.sizes(data);
    assertThat(sizes).hasSize(8).isSorted().startsWith(6).endsWith(100);
    assertThat(measured).hasSize(24);
    assertThat(measured.subList(0, 8)).extracting(Measured::images).isEqualTo(sizes);
    LearningPoints points = LearningPoints.of(measured);
    assertThat(points.all()).extracting(LearningPoints.Point::images).isEqualTo(sizes);
    assertThat(points.all()).allMatch(p -> p.low() <= p.mean() && p.mean() <= p.high());
    assertThat(points.all()).allMatch(point -> point.networks() == 3);
    assertThat(points.all().getLast().mean()).isGreaterThan(0.95);
    assertThat(points.csv().lines()).hasSize(9);
    assertThat(progress).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void aCurveNeedsImages() {
    DataSet few = DataSet.split("squares", DataFiles.squares(6, 3), DataFiles.squares(3, 3));

    assertThat(problemOf(() -> new LearningCurve(QUICK, few, _ -> {}, _ -> {})))
        .hasMessageContaining("5");
  }

  @Test
  void manyImagesAreSeenLessOften() {
    assertThat(QuickNetwork.USUAL.work(55_000)).isEqualTo(165_000);
    assertThat(QuickNetwork.USUAL.work(240_000)).isEqualTo(240_000);
    assertThat(QuickNetwork.USUAL.work(100)).isBetween(3_200L, 3_500L);
  }
}
