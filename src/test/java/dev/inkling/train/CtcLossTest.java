package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.LineOutputs;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CtcLossTest {
  /** Symbols a (0) and b (1), and blank (2), in six columns. */
  private static final LineOutputs OUTPUTS = new LineOutputs(3, 3);

  private static int[] text(String text) {
    return text.equals("-") ? new int[0] : text.chars().map(c -> c - 'a').toArray();
  }

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() * 2;
    }
    return values;
  }

  /** What a path of classes says: repeated ones once, and no blanks. */
  private static String said(int path, int columns) {
    StringBuilder text = new StringBuilder();
    int last = 2;
    for (int t = 0; t < columns; t++, path /= 3) {
      int k = path % 3;
      if (k != last && k != 2) {
        text.append((char) ('a' + k));
      }
      last = k;
    }
    return text.isEmpty() ? "-" : text.toString();
  }

  @ParameterizedTest
  @CsvSource({"a", "ab", "aa", "aba", "bb", "abab", "-", "aaa"})
  void theProbabilityIsThatOfAllPathsTogether(String text) {
    double[][] columns = OUTPUTS.probabilities(random(18, 4), 0);
    double sum = 0;
    for (int path = 0; path < 729; path++) {
      if (said(path, 6).equals(text)) {
        double probability = 1;
        for (int t = 0, rest = path; t < 6; t++, rest /= 3) {
          probability *= columns[t][rest % 3];
        }
        sum += probability;
      }
    }

    assertThat(Math.exp(CtcLoss.logProbability(text(text), columns))).isCloseTo(sum, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"ab, aa", "-, bab", "aba, b"})
  void theGradientIsTheSlopeOfTheMean(String first, String second) {
    int[][] texts = {text(first), text(second)};
    float[] values = random(36, 9);
    float[] gradient = new CtcLoss(texts, OUTPUTS).gradient(values);

    for (int i = 0; i < values.length; i++) {
      float step = 1e-2f;
      float[] more = values.clone();
      more[i] += step;
      float[] less = values.clone();
      less[i] -= step;
      double slope = (mean(texts, more) - mean(texts, less)) / (2.0 * step);
      assertThat((double) gradient[i]).as("value %d", i).isCloseTo(slope, within(1e-4));
    }
  }

  private static double mean(int[][] texts, float[] values) {
    CtcLoss loss = new CtcLoss(texts, OUTPUTS);
    loss.gradient(values);
    return loss.mean();
  }

  @Test
  void certainColumnsLoseNothing() {
    float[] values = new float[18];
    int[] path = {0, 2, 0, 1, 1, 2}; // aab
    for (int t = 0; t < path.length; t++) {
      values[OUTPUTS.at(0, t, path[t])] = 60;
    }

    CtcLoss loss = new CtcLoss(new int[][] {text("aab")}, OUTPUTS);
    float[] gradient = loss.gradient(values);

    assertThat(loss.mean()).isCloseTo(0, within(1e-6));
    for (float value : gradient) {
      assertThat(value).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void aTextThatHasNoRoomTeachesNothing() {
    CtcLoss loss = new CtcLoss(new int[][] {text("aaaaaaa")}, OUTPUTS);

    assertThat(loss.gradient(random(18, 2))).containsOnly(0);
    assertThat(loss.mean()).isZero();
  }

  @Test
  void improbableColumnsDoNotUnderflow() {
    LineOutputs many = new LineOutputs(3, 400);
    float[] values = new float[3 * 800];
    for (int t = 0; t < many.columns(); t++) {
      values[many.at(0, t, 2)] = 80;
    }

    CtcLoss loss = new CtcLoss(new int[][] {text("abab")}, many);
    loss.gradient(values);

    assertThat(loss.mean()).isBetween(250.0, 320.0);
  }
}
