package dev.inkling.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.data.Idx;
import dev.inkling.data.Idx.Part;
import dev.inkling.support.RealMnist;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelErrorsTest {
  private static Digits test() {
    return Idx.read(RealMnist.folder(), Part.TEST);
  }

  /** The labels that the list of the five people's answers gives beside each index. */
  @Test
  void theListIsOfTheseVeryImages() {
    Digits test = test();
    LabelErrors errors = LabelErrors.of(test);

    assertThat(errors.count()).isEqualTo(LabelErrors.KNOWN);
    List<Integer> labels = errors.indices().stream().map(test::label).toList();
    assertThat(labels).containsExactly(8, 0, 9, 4, 2, 5, 6, 6, 5, 5, 0, 1, 4, 6, 5);
  }

  @Test
  void aSuggestionIsNeverTheLabelItself() {
    Digits test = test();
    LabelErrors errors = LabelErrors.of(test);

    assertThat(errors.indices())
        .allSatisfy(i -> assertThat(errors.suggested(i).orElse(-1)).isNotEqualTo(test.label(i)));
    assertThat(errors.indices().stream().filter(i -> errors.suggested(i).isPresent())).hasSize(10);
    assertThat(errors.suggested(6651)).hasValue(6);
    assertThat(errors.isKnown(2654)).isTrue();
    assertThat(errors.suggested(2654)).isEmpty();
    assertThat(errors.isKnown(0)).isFalse();
  }

  @Test
  void otherImagesHaveNoKnownErrors() {
    Digits test = test();
    byte[] changed = test.pixels().clone();
    changed[0] = 1;

    assertThat(LabelErrors.of(test.range(0, 9_999)).count()).isZero();
    assertThat(LabelErrors.of(new Digits(changed, test.labels())).count()).isZero();
    assertThat(LabelErrors.of(Idx.read(RealMnist.folder(), Part.TRAIN)).count()).isZero();
  }
}
