package dev.inkling.recognize;

import dev.inkling.data.LineAlphabet;
import dev.inkling.image.GreyImage;
import dev.inkling.image.LineStrip;
import dev.inkling.image.LineStrip.Extent;
import dev.inkling.model.LineDecoder;
import dev.inkling.model.LineNetwork;
import dev.inkling.model.LineOutputs;
import dev.inkling.model.Model;
import dev.inkling.recognize.LineReading.Candidate;
import dev.inkling.recognize.LineReading.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads whole lines of digits and marks at once, touching ones too. A line is read at some heights,
 * as nobody knows where its digits begin and end; what all say together counts.
 */
public final class LineReader implements AutoCloseable {
  /** Heights of what is written, in the strip's pixels. */
  private static final double[] HEIGHTS = {18, 22, 26};

  private final LineNetwork network;

  /** A reader with a network of its own. */
  public LineReader(Model model) {
    network = new LineNetwork(model);
  }

  /** A line at one height. */
  private record View(LineStrip strip, double[][] columns, List<LineDecoder.Candidate> candidates) {
    double probability(String text) {
      return candidates.stream()
          .filter(candidate -> candidate.text().equals(text))
          .mapToDouble(LineDecoder.Candidate::probability)
          .sum();
    }
  }

  /**
   * Reads lines.
   *
   * @param lines the ink of one line each, of any size, 0 paper … 1 ink; what is faint may stay, as
   *     print and shadows do
   */
  public List<LineReading> read(List<GreyImage> lines) {
    return lines.stream().map(this::read).toList();
  }

  /** Reads one line. */
  public LineReading read(GreyImage line) {
    Extent extent = LineStrip.extent(line);
    if (extent == null) {
      return LineReading.NOTHING;
    }
    List<View> views = new ArrayList<>();
    for (double height : HEIGHTS) {
      LineStrip strip = LineStrip.of(line, extent, height);
      double[][] columns = network.columns(List.of(strip.ink())).getFirst();
      views.add(new View(strip, columns, LineDecoder.candidates(columns)));
    }
    return together(views);
  }

  private static LineReading together(List<View> views) {
    Map<String, Double> sums = new HashMap<>();
    for (View view : views) {
      for (LineDecoder.Candidate candidate : view.candidates) {
        String digits = LineAlphabet.digits(candidate.text());
        sums.merge(digits, candidate.probability() / views.size(), Double::sum);
      }
    }
    List<Candidate> candidates =
        sums.entrySet().stream()
            .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
            .toList();
    Candidate best = candidates.getFirst();
    return new LineReading(symbols(best.digits(), views), best.probability(), candidates);
  }

  /** The symbols of some digits, with the marks and places of the view that is surest of them. */
  private static List<Symbol> symbols(String digits, List<View> views) {
    View surest = views.getFirst();
    String text = "";
    double most = -1;
    for (View view : views) {
      for (LineDecoder.Candidate candidate : view.candidates) {
        if (candidate.probability() > most
            && LineAlphabet.digits(candidate.text()).equals(digits)) {
          surest = view;
          text = candidate.text();
          most = candidate.probability();
        }
      }
    }
    return symbols(text, surest);
  }

  private static List<Symbol> symbols(String text, View view) {
    int[][] taken = LineDecoder.columnsOf(text, view.columns);
    List<Symbol> symbols = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      double from = i == 0 ? taken[i][0] - REACH : (taken[i - 1][1] - 1 + taken[i][0]) / 2.0;
      double to =
          i + 1 == taken.length
              ? taken[i][1] - 1 + REACH
              : (taken[i][1] - 1 + taken[i + 1][0]) / 2.0;
      symbols.add(
          new Symbol(
              text.charAt(i),
              view.strip.inPicture(LineOutputs.place(from)),
              view.strip.inPicture(LineOutputs.place(to)),
              digits(view.columns, taken[i])));
    }
    return symbols;
  }

  /** Columns that the first and the last symbol reach beyond those where they are noticed. */
  private static final double REACH = 9;

  private static float[] digits(double[][] columns, int[] taken) {
    float[] digits = new float[10];
    double all = 0;
    for (int t = taken[0]; t < taken[1]; t++) {
      for (int k = 0; k < digits.length; k++) {
        digits[k] += (float) columns[t][k];
        all += columns[t][k];
      }
    }
    for (int k = 0; k < digits.length; k++) {
      digits[k] = (float) (all == 0 ? 0.1 : digits[k] / all);
    }
    return digits;
  }

  @Override
  public void close() {
    network.close();
  }
}
