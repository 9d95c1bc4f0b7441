package dev.inkling.recognize;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineParts.Part;
import dev.inkling.recognize.LineReading.Candidate;
import dev.inkling.recognize.LineReading.Symbol;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs what a picture's pieces are read as against what a network for lines reads in it: where
 * digits touch, the pieces are wrong, and where one digit stands alone, the pieces are right.
 */
final class LineCheck {
  /** How much the network for single digits counts beside the one for lines. */
  private static final double SINGLE = 0.5;

  /** No digit counts as worse than this: what was cut out of a line is seldom whole. */
  private static final double WORST = 3;

  /** What the network for lines gives to what it did not think of. */
  private static final double UNTHOUGHT = 1e-5;

  /** How much it counts where readings of the network for lines are compared. */
  private static final double AGREED = 0.05;

  /** What speaks for each digit there: that network leaves out digits rather than adding some. */
  private static final double EACH = 0.7;

  /** What speaks for the pieces beforehand. */
  private static final double PIECES = 1;

  /** Likewise, where they are one digit, and the network for single digits takes it for one. */
  private static final double ONE = 3;

  /**
   * One digit that is read as surely as this needs no other opinion: several that touch hardly ever
   * are.
   */
  private static final float SURE = 0.7f;

  /** One digit is hardly wider than this, in its heights. */
  private static final double WIDEST = 0.75;

  /** If it is, it must be read more surely. */
  private static final float SURE_OF_WIDE = 0.95f;

  /** As wide in its heights as letters are: there the line must be surest of each digit. */
  private static final double NARROW = 0.8;

  private static final double LEAST_NARROW = 0.97;

  /** Wider than any letter. */
  private static final double WIDE = 1.6;

  private static final double LEAST_WIDE = 0.4;

  private final LineReader reader;
  private final Classifier classifier;

  /**
   * A line of a picture.
   *
   * @param page with its ink
   * @param box of the line
   * @param read what its pieces are read as, at least one
   */
  record Line(GreyImage page, Box box, List<Reading.Digit> read) {}

  /** What was read in one line of a picture. */
  record Checked(List<Reading.Digit> digits, List<Reading.Mark> marks) {}

  LineCheck(LineReader reader, Classifier classifier) {
    this.reader = reader;
    this.classifier = classifier;
  }

  /** True when one digit, read in all of a picture, leaves no question. */
  static boolean isSure(Recognition one, Box box) {
    float least = box.width() < WIDEST * box.height() ? SURE : SURE_OF_WIDE;
    return one.isDigit() && one.confidence() >= least;
  }

  /**
   * Looks at lines once more.
   *
   * @return what each is, in their order
   */
  List<Checked> all(List<Line> lines) {
    List<LineParts> parts =
        lines.stream()
            .map(line -> line.page.crop(line.box))
            .map(ink -> new LineParts(ink, reader.read(ink)))
            .toList();
    LineParts.readAll(parts, classifier);
    return IntStream.range(0, lines.size())
        .mapToObj(i -> check(parts.get(i), lines.get(i).box, lines.get(i).read))
        .toList();
  }

  private static Checked check(LineParts parts, Box box, List<Reading.Digit> read) {
    int number = read.getFirst().line();
    LineReading line = likeliest(parts);
    if (line.digits().equals(text(read))) {
      return new Checked(read, marks(line, parts, box, number));
    }
    if (line.digits().isEmpty()) {
      return new Checked(read, List.of());
    }
    List<Reading.Digit> others = digits(line, parts, box, number);
    return isBetter(line, box, others, read)
        ? new Checked(others, marks(line, parts, box, number))
        : new Checked(read, List.of());
  }

  /** Of all that the line may be, what the network for single digits agrees with best. */
  private static LineReading likeliest(LineParts parts) {
    LineReading line = parts.line();
    return line.candidates().stream()
        .filter(candidate -> !candidate.symbols().isEmpty())
        .max(Comparator.comparingDouble(candidate -> likelihood(candidate, parts)))
        .map(line::as)
        .orElse(line);
  }

  private static double likelihood(Candidate candidate, LineParts parts) {
    double sum = Math.log(candidate.probability());
    for (Symbol symbol : candidate.symbols()) {
      if (symbol.isDigit()) {
        double single = parts.of(symbol).map(part -> part.single()[symbol.digit()]).orElse(0f);
        sum += EACH + AGREED * Math.max(-WORST, Math.log(single));
      }
    }
    return sum;
  }

  private static boolean isBetter(
      LineReading line, Box box, List<Reading.Digit> others, List<Reading.Digit> read) {
    boolean isOne = read.size() == 1;
    if (isOne && !read.getFirst().recognition().isDigit()) {
      return isNumber(line, box, others);
    }
    double before = isOne ? ONE : PIECES;
    return score(line, line.digits(), others) > before + score(line, text(read), read);
  }

  /** Whether what is no digit is several that touch: letters and faces look a little like that. */
  private static boolean isNumber(LineReading line, Box box, List<Reading.Digit> others) {
    double each = Math.pow(line.confidence(), 1.0 / others.size());
    double aspect = (double) box.width() / box.height();
    double part = Math.clamp((aspect - NARROW) / (WIDE - NARROW), 0, 1);
    double least = LEAST_NARROW + part * (LEAST_WIDE - LEAST_NARROW);
    return others.size() > 1 && each > least;
  }

  private static double score(LineReading line, String text, List<Reading.Digit> digits) {
    double score = Math.log(Math.max(UNTHOUGHT, line.probability(text)));
    for (int i = 0; i < digits.size(); i++) {
      float probability = digits.get(i).recognition().probabilities()[text.charAt(i) - '0'];
      score += SINGLE * Math.max(-WORST, Math.log(probability));
    }
    return score;
  }

  private static String text(List<Reading.Digit> digits) {
    StringBuilder text = new StringBuilder();
    digits.forEach(digit -> text.append(digit.recognition().digit()));
    return text.toString();
  }

  private static List<Reading.Mark> marks(LineReading line, LineParts parts, Box box, int number) {
    return line.symbols().stream()
        .filter(symbol -> !symbol.isDigit())
        .map(symbol -> new Reading.Mark(symbol.symbol(), number, on(box, parts.columns(symbol))))
        .toList();
  }

  private static List<Reading.Digit> digits(
      LineReading line, LineParts parts, Box box, int number) {
    return line.symbols().stream()
        .filter(Symbol::isDigit)
        .map(symbol -> digit(symbol, parts, box, number))
        .toList();
  }

  /** What stands between its neighbours, read by both networks. */
  private static Reading.Digit digit(Symbol symbol, LineParts parts, Box box, int number) {
    return parts
        .of(symbol)
        .map(part -> new Reading.Digit(number, on(box, part.box()), together(part, symbol)))
        .orElseGet(
            () ->
                new Reading.Digit(
                    number, on(box, parts.columns(symbol)), sure(parts.framed(), symbol)));
  }

  /** A box of a line, in the page's pixels. */
  private static Box on(Box line, Box box) {
    return new Box(line.x() + box.x(), line.y() + box.y(), box.width(), box.height());
  }

  /** What both networks say together; the one for lines has the last word. */
  private static Recognition together(Part part, Symbol symbol) {
    float[] single = part.single();
    float[] both = new float[single.length];
    float all = 0;
    for (int k = 0; k < both.length; k++) {
      both[k] = (float) Math.sqrt(single[k] * symbol.digits()[k]);
      all += both[k];
    }
    for (int k = 0; k < both.length; k++) {
      both[k] = all > 0 ? both[k] / all : symbol.digits()[k];
    }
    Recognition recognition = new Recognition(part.framed(), both, true);
    return recognition.digit() == symbol.digit() ? recognition : sure(part.framed(), symbol);
  }

  private static Recognition sure(GreyImage framed, Symbol symbol) {
    return new Recognition(framed, symbol.digits(), true);
  }
}
