package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.BeforeAfter;
import dev.inkling.evaluate.BeforeAfter.PerClass;
import dev.inkling.evaluate.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {
  /** Three 4s and two 9s; of each drawing, how far its pen comes back. */
  private static final int[] LABELS = {4, 4, 9, 4, 9};

  private static final double[] BOWS = {0.1, 0.3, 0.9, 0.8, 0.7};

  private static float[] says(int digit) {
    float[] probabilities = new float[Digits.CLASSES];
    probabilities[digit] = 1;
    return probabilities;
  }

  /** Reads a drawing as the one is labeled that is nearest of those learned. */
  private static float[] nearest(int[] learned, int judged) {
    int best =
        Arrays.stream(learned)
            .boxed()
            .min((a, b) -> Double.compare(distance(a, judged), distance(b, judged)))
            .orElseThrow();
    return says(LABELS[best]);
  }

  private static double distance(int a, int b) {
    return Math.abs(BOWS[a] - BOWS[b]);
  }

  /** What was said before anything was learned: everything is a 9. */
  private static BeforeAfter judged(int folds) {
    Folds validation = Folds.byLabel(LABELS, folds);
    float[][] after = new float[LABELS.length][];
    for (int fold = 0; fold < validation.count(); fold++) {
      validation.judge(
          fold,
          (learned, judged) ->
              Arrays.stream(judged).mapToObj(i -> nearest(learned, i)).toArray(float[][]::new),
          after);
    }
    byte[] labels = {4, 4, 9, 4, 9};
    Digits digits = new Digits(new byte[labels.length * Digits.PIXELS], labels);
    float[][] before = new float[LABELS.length][];
    Arrays.setAll(before, _ -> says(9));
    return new BeforeAfter(
        new Predictions("old", "drawings", digits, before),
        new Predictions("new", "drawings", digits, after));
  }

  /**
   * By hand, two folds: the 1st and 3rd 4 and the 1st 9 (bows 0.1, 0.8 and 0.9) are the first, the
   * 2nd 4 and the 2nd 9 (0.3 and 0.7) the second. From the second, 0.1 is read as 4, 0.8 and 0.9 as
   * 9; from the first, 0.3 is read as 4 (0.1 is nearest) and 0.7 as 4 (0.8 is a 4). So two of three
   * 4s and one of two 9s are right, where none and both were.
   */
  @Test
  void whatIsReadRightIsCountedByWhatLearnedTheOthers() {
    BeforeAfter both = judged(2);

    assertThat(both.accuracyBefore()).isEqualTo(2 / 5.0);
    assertThat(both.accuracyAfter()).isEqualTo(3 / 5.0);
    assertThat(both.of(4)).isEqualTo(new PerClass(4, 3, 0, 2));
    assertThat(both.of(9)).isEqualTo(new PerClass(9, 2, 2, 1));
    assertThat(both.of(7)).isEqualTo(new PerClass(7, 0, 0, 0));
    assertThat(both.changed()).containsExactly(0, 1, 4);
  }

  @Test
  void noDrawingIsJudgedByWhatLearnedIt() {
    List<Integer> all = new ArrayList<>();
    Folds validation = Folds.byLabel(LABELS, 3);
    for (int fold = 0; fold < 3; fold++) {
      validation.judge(
          fold,
          (learned, judged) -> {
            for (int i : judged) {
              assertThat(learned).doesNotContain(i).hasSize(LABELS.length - judged.length);
              all.add(i);
            }
            return new float[judged.length][Digits.CLASSES];
          },
          new float[LABELS.length][]);
    }
    assertThat(all).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void aFoldWithoutDrawingsIsLeftOut() {
    Folds validation = Folds.byLabel(new int[] {4}, 3);
    float[][] into = new float[1][];
    for (int fold = 0; fold < 3; fold++) {
      validation.judge(
          fold,
          (learned, judged) -> {
            assertThat(learned).isEmpty();
            assertThat(judged).containsExactly(0);
            return new float[][] {says(4)};
          },
          into);
    }
    assertThat(into[0]).isEqualTo(says(4));
  }
}
