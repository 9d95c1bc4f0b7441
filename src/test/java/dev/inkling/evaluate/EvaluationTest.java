package dev.inkling.evaluate;

import static dev.inkling.support.Readings.labeled;
import static dev.inkling.support.Readings.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.support.TinyModels;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  /** Three zeros of which one is read as 1, two ones of which one is read as 2, one 2. */
  private static Evaluation example() {
    float[][] read = {sure(0), sure(0), sure(1), sure(1), sure(2), sure(2)};
    return Evaluation.of(read, labeled(0, 0, 0, 1, 1, 2));
  }

  @Test
  void whatWasReadAsWhatIsCounted() {
    Evaluation evaluation = example();

    assertThat(evaluation.count()).isEqualTo(6);
    assertThat(evaluation.accuracy()).isEqualTo(4 / 6.0);
    assertThat(evaluation.confusion()).hasDimensions(10, 10);
    assertThat(evaluation.confusion()[0]).containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(evaluation.confusion()[1]).containsExactly(0, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    assertThat(evaluation.confusion()[2]).containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void knowingNothingIsChance() {
    int[][] any = new int[10][10];
    assertThat(new Evaluation(100, 0.1135, 2.3026, any).isNoBetterThanChance()).isTrue();
    assertThat(new Evaluation(100, 0.098, Double.NaN, any).isNoBetterThanChance()).isTrue();
    assertThat(new Evaluation(100, 0.3, 2.29, any).isNoBetterThanChance()).isFalse();
    assertThat(new Evaluation(100, 0.12, 2.1, any).isNoBetterThanChance()).isFalse();
  }

  @Test
  void aCardGetsTheSameFigures() {
    Evaluation evaluation = example();

    assertThat(evaluation.score(0.125, "inkling evaluate"))
        .isEqualTo(
            new Score(6, evaluation.accuracy(), evaluation.loss(), 0.125, "inkling evaluate"));
  }

  @Test
  void precisionRecallAndF1AreAsByHand() {
    assertThat(example().perClass())
        .hasSize(10)
        .startsWith(
            new PerClass(0, 3, 1.0, 2 / 3.0, 4 / 5.0),
            new PerClass(1, 2, 1 / 2.0, 1 / 2.0, 2 / 4.0),
            new PerClass(2, 1, 1 / 2.0, 1.0, 2 / 3.0));
  }

  @Test
  void aClassThatWasNeverReadHasNoPrecision() {
    Evaluation evaluation = Evaluation.of(new float[][] {sure(0), sure(0)}, labeled(0, 5));

    assertThat(evaluation.perClass().get(5)).isEqualTo(new PerClass(5, 1, null, 0.0, 0.0));
  }

  @Test
  void aClassWithoutImagesHasNoRecall() {
    Evaluation evaluation = Evaluation.of(new float[][] {sure(0), sure(5)}, labeled(0, 0));

    assertThat(evaluation.perClass().get(5)).isEqualTo(new PerClass(5, 0, 0.0, null, 0.0));
    assertThat(evaluation.perClass().get(9)).isEqualTo(new PerClass(9, 0, null, null, null));
  }

  @Test
  void ofEqualProbabilitiesTheLowerClassCounts() {
    float[] tie = new float[10];
    tie[3] = 0.5f;
    tie[7] = 0.5f;

    assertThat(Evaluation.best(tie)).isEqualTo(3);
    assertThat(Evaluation.best(new float[10])).isZero();
    assertThat(Evaluation.best(sure(9))).isEqualTo(9);
    assertThat(Evaluation.of(new float[][] {tie, tie}, labeled(3, 7)).accuracy()).isEqualTo(0.5);
  }

  @Test
  void theLossIsTheMeanOfTheLogarithms() {
    float[] half = new float[10];
    half[4] = 0.5f;
    half[5] = 0.5f;
    float[] quarter = new float[10];
    quarter[4] = 0.25f;
    quarter[5] = 0.75f;

    Evaluation evaluation = Evaluation.of(new float[][] {half, quarter}, labeled(4, 4));

    assertThat(evaluation.loss()).isCloseTo((Math.log(2) + Math.log(4)) / 2, within(1e-9));
    assertThat(Evaluation.of(new float[][] {sure(1)}, labeled(1)).loss()).isZero();
  }

  @Test
  void aProbabilityOf0CostsMuchButNotInfinitelyMuch() {
    assertThat(Evaluation.of(new float[][] {sure(1)}, labeled(2)).loss()).isBetween(20.0, 50.0);
  }

  @Test
  void aClassifierIsMeasuredOnAllImages() {
    DataSet data = Synthetic.dataSet(60, 300);
    int[] told = {0};
    try (Classifier classifier = new Classifier(TinyModels.untrained("tiny"))) {
      Evaluation evaluation = Evaluation.of(classifier, data.test(), done -> told[0] = done);

      assertThat(evaluation.count()).isEqualTo(300);
      assertThat(told[0]).isEqualTo(300);
      assertThat(evaluation.perClass())
          .hasSize(10)
          .allSatisfy(c -> assertThat(c.count()).isEqualTo(30));
    }
  }
}
