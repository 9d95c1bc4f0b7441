package dev.inkling.train;

import dev.inkling.model.LineOutputs;
import java.util.Arrays;

/**
 * Connectionist temporal classification (Graves et al., ICML 2006): how improbable the columns of a
 * line make its text, whatever columns each symbol takes. What is computed of a column is scaled to
 * sum 1, as in Rabiner's tutorial on hidden Markov models (1989), so that nothing underflows.
 */
final class CtcLoss {
  private final int[][] texts;
  private final LineOutputs outputs;
  private double sum;

  /**
   * The loss of a batch.
   *
   * @param texts the classes of each line's symbols
   * @param outputs how a line's columns are arranged
   */
  CtcLoss(int[][] texts, LineOutputs outputs) {
    this.texts = texts;
    this.outputs = outputs;
  }

  /** Mean of a line, in nats; there after {@link #gradient}. */
  double mean() {
    return sum / texts.length;
  }

  /** The gradient of the mean by what the network gives, in the same arrangement. */
  float[] gradient(float[] values) {
    float[] gradient = new float[values.length];
    for (int line = 0; line < texts.length; line++) {
      add(line, outputs.probabilities(values, line), gradient);
    }
    return gradient;
  }

  /** Adds a line; one whose text has no room in its columns teaches nothing. */
  private void add(int line, double[][] columns, float[] gradient) {
    int[] states = states(texts[line], outputs.blank());
    double[][] before = new double[columns.length][];
    double logTotal = forward(states, columns, before);
    if (Double.isInfinite(logTotal)) {
      return;
    }
    sum -= logTotal;
    double[] after = new double[states.length];
    Arrays.fill(after, Math.max(0, states.length - 2), states.length, 1);
    for (int t = columns.length - 1; t >= 0; t--) {
      double[] occupied = occupied(states, before[t], after);
      for (int k = 0; k < occupied.length; k++) {
        double over = columns[t][k] - occupied[k];
        gradient[outputs.at(line, t, k)] = (float) (over / texts.length);
      }
      after = backward(states, columns[t], after);
    }
  }

  /**
   * The logarithm of the probability that columns give a text.
   *
   * @param columns with the probabilities of the classes, the last of which is blank
   */
  static double logProbability(int[] text, double[][] columns) {
    return forward(states(text, columns[0].length - 1), columns, new double[columns.length][]);
  }

  /** The symbols with a blank before, between and behind them. */
  private static int[] states(int[] text, int blank) {
    int[] states = new int[2 * text.length + 1];
    Arrays.fill(states, blank);
    for (int i = 0; i < text.length; i++) {
      states[2 * i + 1] = text[i];
    }
    return states;
  }

  /** True where a path may come from two states before: past a blank between different symbols. */
  private static boolean maySkip(int[] states, int s) {
    return s > 1 && states[s] != states[s - 2];
  }

  /**
   * How probable each state is after each column, given the columns so far.
   *
   * @return the logarithm of the text's probability
   */
  private static double forward(int[] states, double[][] columns, double[][] all) {
    double logTotal = 0;
    double[] last = new double[states.length];
    for (int t = 0; t < columns.length; t++) {
      double[] now = new double[states.length];
      for (int s = 0; s < now.length; s++) {
        double before = t == 0 ? (s < 2 ? 1 : 0) : last[s];
        before += s > 0 ? last[s - 1] : 0;
        before += maySkip(states, s) ? last[s - 2] : 0;
        now[s] = before * columns[t][states[s]];
      }
      logTotal += Math.log(scale(now));
      all[t] = now;
      last = now;
    }
    double end = last[last.length - 1] + (last.length > 1 ? last[last.length - 2] : 0);
    return logTotal + Math.log(end);
  }

  /** How the rest of the columns goes with each state before a column. */
  private static double[] backward(int[] states, double[] column, double[] after) {
    double[] now = new double[states.length];
    for (int s = 0; s < now.length; s++) {
      double here = after[s] * column[states[s]];
      now[s] += here;
      if (s > 0) {
        now[s - 1] += here;
      }
      if (maySkip(states, s)) {
        now[s - 2] += here;
      }
    }
    scale(now);
    return now;
  }

  /** The probability of each class at a column, given the text. */
  private double[] occupied(int[] states, double[] before, double[] after) {
    double[] classes = new double[outputs.classes()];
    for (int s = 0; s < states.length; s++) {
      classes[states[s]] += before[s] * after[s];
    }
    scale(classes);
    return classes;
  }

  /** Makes the sum 1 and gives what it was. */
  private static double scale(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length && sum > 0; i++) {
      values[i] /= sum;
    }
    return sum;
  }
}
