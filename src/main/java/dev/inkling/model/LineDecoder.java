package dev.inkling.model;

import dev.inkling.data.LineAlphabet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the columns of a line to what it says. */
public final class LineDecoder {
  /** Beginnings that are followed at once. */
  private static final int BEAM = 16;

  /** What a column gives less to is not looked at. */
  private static final double LEAST = 1e-4;

  private LineDecoder() {}

  /**
   * A text that a line may say.
   *
   * @param probability summed over all columns that its symbols may take, but for unlikely ones
   */
  public record Candidate(String text, double probability) {}

  /** The ways that the columns so far say a text: with a blank at the end, and without. */
  private static final class Beginning {
    private double blank;
    private double open;

    double probability() {
      return blank + open;
    }
  }

  /**
   * What a line may say, the likeliest first (prefix beam search: Hannun et al., "First-pass large
   * vocabulary continuous speech recognition using bi-directional recurrent DNNs", 2014).
   *
   * @param columns with the probabilities of the classes
   */
  public static List<Candidate> candidates(double[][] columns) {
    Map<String, Beginning> beam = new HashMap<>();
    beam.computeIfAbsent("", _ -> new Beginning()).blank = 1;
    for (double[] column : columns) {
      beam = best(next(beam, column));
    }
    return beam.entrySet().stream()
        .map(entry -> new Candidate(entry.getKey(), entry.getValue().probability()))
        .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
        .toList();
  }

  private static Map<String, Beginning> next(Map<String, Beginning> beam, double[] column) {
    Map<String, Beginning> next = new HashMap<>();
    beam.forEach(
        (text, before) -> {
          int last =
              text.isEmpty() ? -1 : LineAlphabet.SYMBOLS.indexOf(text.charAt(text.length() - 1));
          Beginning same = next.computeIfAbsent(text, _ -> new Beginning());
          same.blank += before.probability() * column[LineAlphabet.BLANK];
          same.open += last < 0 ? 0 : before.open * column[last];
          for (int k = 0; k < LineAlphabet.BLANK; k++) {
            if (column[k] > LEAST) {
              double from = k == last ? before.blank : before.probability();
              String longer = text + LineAlphabet.SYMBOLS.charAt(k);
              next.computeIfAbsent(longer, _ -> new Beginning()).open += from * column[k];
            }
          }
        });
    return next;
  }

  private static Map<String, Beginning> best(Map<String, Beginning> all) {
    if (all.size() <= BEAM) {
      return all;
    }
    List<Map.Entry<String, Beginning>> entries = new ArrayList<>(all.entrySet());
    entries.sort(Comparator.comparingDouble(entry -> -entry.getValue().probability()));
    Map<String, Beginning> best = new HashMap<>();
    entries.subList(0, BEAM).forEach(entry -> best.put(entry.getKey(), entry.getValue()));
    return best;
  }

  /** The likeliest class of each column, taken alone: quick, and nearly as good. */
  public static String bestPath(double[][] columns) {
    StringBuilder text = new StringBuilder();
    int last = LineAlphabet.BLANK;
    for (double[] column : columns) {
      int best = 0;
      for (int k = 1; k < column.length; k++) {
        best = column[k] > column[best] ? k : best;
      }
      if (best != last && best != LineAlphabet.BLANK) {
        text.append(LineAlphabet.SYMBOLS.charAt(best));
      }
      last = best;
    }
    return text.toString();
  }

  /**
   * The columns that the symbols of a text take, on the likeliest of all paths (Viterbi).
   *
   * @return for each symbol its first column and the first one behind it
   */
  public static int[][] columnsOf(String text, double[][] columns) {
    int[] states = new int[2 * text.length() + 1];
    Arrays.fill(states, LineAlphabet.BLANK);
    for (int i = 0; i < text.length(); i++) {
      states[2 * i + 1] = LineAlphabet.SYMBOLS.indexOf(text.charAt(i));
    }
    int[][] from = new int[columns.length][states.length];
    double[] score = new double[states.length];
    Arrays.fill(score, Double.NEGATIVE_INFINITY);
    for (int t = 0; t < columns.length; t++) {
      double[] next = new double[states.length];
      for (int s = 0; s < states.length; s++) {
        from[t][s] = before(score, states, s);
        double before = t == 0 ? (s < 2 ? 0 : Double.NEGATIVE_INFINITY) : score[from[t][s]];
        next[s] = before + Math.log(Math.max(columns[t][states[s]], Double.MIN_NORMAL));
      }
      score = next;
    }
    int n = states.length;
    int state = n > 1 && score[n - 2] > score[n - 1] ? n - 2 : n - 1;
    return back(from, state, text.length());
  }

  private static int before(double[] score, int[] states, int s) {
    int best = s;
    if (s > 0 && score[s - 1] > score[best]) {
      best = s - 1;
    }
    if (s > 1 && states[s] != states[s - 2] && score[s - 2] > score[best]) {
      best = s - 2;
    }
    return best;
  }

  private static int[][] back(int[][] from, int last, int symbols) {
    int[][] taken = new int[symbols][];
    int state = last;
    for (int t = from.length - 1; t >= 0; t--) {
      if (state % 2 == 1) {
        int symbol = state / 2;
        int end = taken[symbol] == null ? t + 1 : taken[symbol][1];
        taken[symbol] = new int[] {t, end};
      }
      state = from[t][state];
    }
    return taken;
  }
}
