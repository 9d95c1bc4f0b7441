package dev.inkling.recognize;

import dev.inkling.data.LineAlphabet;
import dev.inkling.image.GreyImage;
import dev.inkling.image.LineStrip;
import dev.inkling.image.LineStrip.Extent;
import dev.inkling.model.Architecture;
import dev.inkling.model.LineDecoder;
import dev.inkling.model.LineNetwork;
import dev.inkling.model.LineOutputs;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.LineReading.Candidate;
import dev.inkling.recognize.LineReading.Symbol;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole lines of digits and marks at once, touching ones too. A line is read at some heights,
 * as nobody knows where its digits begin and end; what all say together counts.
 */
public final class LineReader implements AutoCloseable {
  /** How a line is looked at: the height of what is written, in the strip's pixels, and stretch. */
  private record Look(double height, double stretch) {}

  /** The last one takes in all of a picture's height: beside print nobody knows what is written. */
  private static final List<Look> LOOKS =
      List.of(new Look(18, 1), new Look(22, 1), new Look(26, 1.15), new Look(LineStrip.HEIGHT, 1));

  /** Reads nothing. */
  public static final LineReader NONE = new LineReader(() -> null);

  /** Digits that are less probable are not looked for in the line. */
  static final double LIKELY = 0.02;

  private static final Logger LOG = Logger.getLogger(LineReader.class.getName());

  private @Nullable Supplier<@Nullable Model> model;
  private @Nullable LineNetwork network;

  /** A reader with a network of its own. */
  public LineReader(Model model) {
    this(() -> model);
  }

  /** A reader that loads its network when there is something to read first. */
  private LineReader(Supplier<@Nullable Model> model) {
    this.model = model;
  }

  /**
   * A reader with the network for lines that ships, which is loaded when it is needed. Where it is
   * missing or broken nothing is read, and the log says so.
   */
  public static LineReader of(ModelLibrary library) {
    return new LineReader(() -> ModelFolder.read(library.find(Architecture.LINE.name())));
  }

  private synchronized @Nullable LineNetwork network() {
    if (model != null) {
      try {
        Model loaded = model.get();
        network = loaded == null ? null : new LineNetwork(loaded);
      } catch (Problem e) {
        LOG.log(Level.WARNING, e, () -> "no network for lines");
      }
      model = null;
    }
    return network;
  }

  /** A line at one height. */
  private record View(
      LineStrip strip, double[][] columns, List<LineDecoder.Candidate> candidates) {}

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
    LineNetwork reading = network();
    if (extent == null || reading == null) {
      return LineReading.NOTHING;
    }
    List<View> views = new ArrayList<>();
    for (Look look : LOOKS) {
      boolean isPart = look.height < LineStrip.HEIGHT;
      Extent here = isPart ? extent : new Extent(0, line.height(), extent.level());
      LineStrip strip = LineStrip.of(line, here, look.height, look.stretch);
      double[][] columns = reading.columns(List.of(strip.ink())).getFirst();
      rarely(columns);
      views.add(new View(strip, columns, LineDecoder.candidates(columns)));
    }
    return together(views);
  }

  /** Weighs classes by how often they stand in lines, where that is not as in training. */
  private static void rarely(double[][] columns) {
    for (double[] column : columns) {
      double all = 1;
      for (int k = 0; k < RARE.length(); k++) {
        int rare = LineAlphabet.SYMBOLS.indexOf(RARE.charAt(k));
        all -= column[rare] * (1 - RARELY);
        column[rare] *= RARELY;
      }
      for (int k = 0; k < column.length; k++) {
        column[k] /= all;
      }
    }
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
            .map(entry -> candidate(entry.getKey(), entry.getValue(), views))
            .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
            .toList();
    Candidate best = candidates.getFirst();
    return new LineReading(best.symbols(), best.probability(), candidates);
  }

  private static Candidate candidate(String digits, double probability, List<View> views) {
    boolean isLikely = probability >= LIKELY;
    return new Candidate(digits, probability, isLikely ? symbols(digits, views) : List.of());
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

  /** Marks that are as easily digits, and that hardly anybody writes: a 1 may lean like a slash. */
  private static final String RARE = "/#";

  private static final double RARELY = 0.1;

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
  public synchronized void close() {
    model = null;
    if (network != null) {
      network.close();
      network = null;
    }
  }
}
