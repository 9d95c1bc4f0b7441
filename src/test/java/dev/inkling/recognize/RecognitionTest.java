package dev.inkling.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.GreyImage;
import org.junit.jupiter.api.Test;

class RecognitionTest {
  private static Recognition of(boolean isDigit, float four, float nine) {
    float[] probabilities = new float[10];
    probabilities[4] = four;
    probabilities[9] = nine;
    return new Recognition(GreyImage.blank(28, 28), probabilities, isDigit);
  }

  @Test
  void theTwoThatComeIntoQuestionAreNamed() {
    Recognition read = of(true, 0.55f, 0.45f);

    assertThat(read.digit()).isEqualTo(4);
    assertThat(read.second()).isEqualTo(9);
    assertThat(read.isUnsure()).isTrue();
  }

  @Test
  void whatIsSureOrNoDigitIsNotBetweenTwo() {
    assertThat(of(true, 0.95f, 0.05f).isUnsure()).isFalse();
    assertThat(of(false, 0.55f, 0.45f).isUnsure()).isFalse();
    assertThat(Recognition.BLANK.isUnsure()).isFalse();
  }

  @Test
  void theSecondOfACertainAnswerIsAnother() {
    assertThat(of(true, 1, 0).second()).isNotEqualTo(4);
  }
}
