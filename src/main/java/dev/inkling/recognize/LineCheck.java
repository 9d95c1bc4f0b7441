package dev.inkling.recognize;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineReading.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** What speaks for the pieces beforehand. */
  private static final double PIECES = 1;

  /** Likewise, where they are one digit, and the network for single digits takes it for one. */
  private static final double ONE = 3;

  /** One digit that is read as surely as this needs no other opinion. */
  private static final float SURE = 0.9f;

  /** One digit is not wider than this, in its heights. */
  private static final double WIDEST = 1.2;

  /** As wide in its heights as letters are: there the line must be surest of each digit. */
  private static final double NARROW = 0.8;

  private static final double LEAST_NARROW = 0.97;

  /** Wider than any letter. */
  private static final double WIDE = 1.6;

  private static final double LEAST_WIDE = 0.4;

  private final LineReader reader;
  private final Classifier classifier;

  /** What was read in one line of a picture. */
  record Checked(List<Reading.Digit> digits, List<Reading.Mark> marks) {}

  LineCheck(LineReader reader, Classifier classifier) {
    this.reader = reader;
    this.classifier = classifier;
  }

  /** True when one digit, read in all of a picture, leaves no question. */
  static boolean isSure(Recognition one, Box box) {
    return one.isDigit() && one.confidence() >= SURE && box.width() < WIDEST * box.height();
  }

  /**
   * Looks at a line once more.
   *
   * @param page with its ink
   * @param box of the line
   * @param read what its pieces are read as, at least one
   */
  Checked check(GreyImage page, Box box, List<Reading.Digit> read) {
    GreyImage ink = page.crop(box);
    LineReading line = reader.read(ink);
    String text = text(read);
    if (line.digits().equals(text)) {
      return new Checked(read, marks(line, box, read.getFirst().line()));
    }
    if (line.digits().isEmpty()) {
      return new Checked(read, List.of());
    }
    List<Reading.Digit> others = digits(line, ink, box, read.getFirst().line());
    return isBetter(line, box, others, read)
        ? new Checked(others, marks(line, box, read.getFirst().line()))
        : new Checked(read, List.of());
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

  private static List<Reading.Mark> marks(LineReading line, Box box, int number) {
    return line.symbols().stream()
        .filter(symbol -> !symbol.isDigit())
        .map(symbol -> new Reading.Mark(symbol.symbol(), number, around(symbol, box)))
        .toList();
  }

  /** The columns of a symbol, in the page's pixels and as high as the line. */
  private static Box around(Symbol symbol, Box line) {
    int left = Math.clamp(Math.round(symbol.from()), 0, line.width() - 1);
    int right = Math.clamp(Math.round(symbol.to()), left + 1, line.width());
    return new Box(line.x() + left, line.y(), right - left, line.height());
  }

  private List<Reading.Digit> digits(LineReading line, GreyImage ink, Box box, int number) {
    List<Reading.Digit> digits = new ArrayList<>();
    for (Symbol symbol : line.symbols()) {
      if (symbol.isDigit()) {
        digits.add(digit(symbol, ink, box, number));
      }
    }
    return digits;
  }

  /** What stands between its neighbours, read by both networks. */
  private Reading.Digit digit(Symbol symbol, GreyImage ink, Box box, int number) {
    Box columns = around(symbol, box);
    GreyImage part = ink.crop(new Box(columns.x() - box.x(), 0, columns.width(), columns.height()));
    Optional<GreyImage> framed = Framing.frame(part);
    Box inked = part.inkBox();
    if (framed.isEmpty() || inked == null) {
      return new Reading.Digit(number, columns, sure(Framing.frame(ink).orElseThrow(), symbol));
    }
    Box place =
        new Box(columns.x() + inked.x(), box.y() + inked.y(), inked.width(), inked.height());
    float[] single = classifier.firstLook(List.of(framed.get()))[0];
    return new Reading.Digit(number, place, together(framed.get(), single, symbol));
  }

  /** What both networks say together; the one for lines has the last word. */
  private static Recognition together(GreyImage framed, float[] single, Symbol symbol) {
    float[] both = new float[single.length];
    float all = 0;
    for (int k = 0; k < both.length; k++) {
      both[k] = (float) Math.sqrt(single[k] * symbol.digits()[k]);
      all += both[k];
    }
    for (int k = 0; k < both.length; k++) {
      both[k] = all > 0 ? both[k] / all : symbol.digits()[k];
    }
    Recognition recognition = new Recognition(framed, both, true);
    return recognition.digit() == symbol.symbol() - '0' ? recognition : sure(framed, symbol);
  }

  private static Recognition sure(GreyImage framed, Symbol symbol) {
    return new Recognition(framed, symbol.digits(), true);
  }
}
