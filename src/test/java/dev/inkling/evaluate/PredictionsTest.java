package dev.inkling.evaluate;

import static dev.inkling.support.Problems.problemOf;
import static dev.inkling.support.Readings.labeled;
import static dev.inkling.support.Readings.predictions;
import static dev.inkling.support.Readings.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Classifier;
import dev.inkling.support.TinyModels;
import org.junit.jupiter.api.Test;

class PredictionsTest {
  @Test
  void everyImageHasItsFigures() {
    Predictions predictions = predictions(labeled(4, 4), sure(4, 0.75), sure(3, 0.75));

    assertThat(predictions.count()).isEqualTo(2);
    assertThat(predictions.label(1)).isEqualTo(4);
    assertThat(predictions.predicted(1)).isEqualTo(3);
    assertThat(predictions.isRight(0)).isTrue();
    assertThat(predictions.isRight(1)).isFalse();
    assertThat(predictions.confidence(1)).isEqualTo(0.75f);
    assertThat(predictions.loss(0)).isCloseTo(-Math.log(0.75), within(1e-9));
    assertThat(predictions.loss(1)).isCloseTo(-Math.log(0.25), within(1e-9));
  }

  @Test
  void ofEqualProbabilitiesTheLowerClassIsPredicted() {
    float[] tie = new float[Digits.CLASSES];
    tie[2] = 0.5f;
    tie[8] = 0.5f;

    Predictions predictions = predictions(labeled(8), tie);

    assertThat(predictions.predicted(0)).isEqualTo(2);
    assertThat(predictions.isRight(0)).isFalse();
    assertThat(predictions.confidence(0)).isEqualTo(0.5f);
  }

  @Test
  void aModelReadsAllImagesOfAPartOfASet() {
    Digits part = Synthetic.digits(30, 1).range(10, 25);
    int[] told = {0};
    try (Classifier classifier = new Classifier(TinyModels.untrained("tiny"))) {
      Predictions predictions =
          Predictions.of(classifier, "synthetic", part, done -> told[0] = done);

      assertThat(predictions.model()).isEqualTo("tiny");
      assertThat(predictions.count()).isEqualTo(15);
      assertThat(told[0]).isEqualTo(15);
      assertThat(predictions.label(0)).isEqualTo(part.label(0));
      assertThat(predictions.probabilities()[3])
          .containsExactly(classifier.probabilities(part.image(3)), within(1e-6f));
    }
  }

  @Test
  void anEmptySetIsRefused() {
    Digits none = Synthetic.digits(10, 1).range(3, 3);
    try (Classifier classifier = new Classifier(TinyModels.untrained("tiny"))) {
      assertThat(problemOf(() -> Predictions.of(classifier, "empty", none, _ -> {})).getMessage())
          .contains("“empty”")
          .contains("no images");
    }
  }

  @Test
  void everyImageNeedsItsProbabilities() {
    assertThatThrownBy(() -> predictions(labeled(1, 2), sure(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
