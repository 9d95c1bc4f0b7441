package dev.inkling.recognize;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Lattice;
import dev.inkling.image.Lattice.Span;
import dev.inkling.image.Piece;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.ink.StrokePieces;
import dev.inkling.model.Classifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a drawing with any number of digits: it is taken to pieces, whatever may be a digit is read
 * in one batch, and shape and reading together choose. All scores are logarithms of odds; the
 * numbers were fitted together with those of the shape.
 */
final class NumberReader {
  /** How much a reading counts beside the shape. */
  private static final double READING = 3.26;

  /** No reading counts as worse than this: a digit may be written as badly as that. */
  private static final double WORST = 3;

  /** A 1 is not wider than this, in its heights. */
  private static final double WIDTH_OF_ONE = 0.45;

  /** What each height that it is wider speaks against a 1. */
  private static final double WIDER_ONE = 2.18;

  /**
   * What speaks for one digit in all: most drawings are of one. Fitted at 3.4; more, so that of
   * 2,000 single digits none is taken apart.
   */
  private static final double WHOLE = 5;

  /** Lines that are nearer than this share of the drawing may be one digit, a 5 and its hat. */
  private static final double NEAR = 0.06;

  /** What each size of the drawing that lines are farther speaks against one digit. */
  private static final double FARTHER = 25;

  /** Sums of the same numbers in another order differ by less. */
  private static final double ROUNDING = 1e-6;

  private final Drawing drawing;

  /** Nothing on a blank pad. */
  private final @Nullable Look whole;

  private final Box box;
  private final List<Lattice> lines;

  /** What the pen drew at one go is seldom a number, though it can be cut like one. */
  private final boolean isOneStroke;

  private final boolean isDrawn;

  /** What a picture shows; null where all was drawn. */
  private final @Nullable GreyImage page;

  /** At spans of the lines, as far as they are wanted. */
  private final Map<Span, Look> looks = new LinkedHashMap<>();

  private NumberReader(Drawing drawing) {
    Drawing fine = drawing.finelyInked();
    Optional<Piece> ink = Raster.ink(fine);
    this.drawing = drawing;
    whole = ink.map(Framing::frame).map(image -> new Look(image, () -> drawing)).orElse(null);
    Optional<Piece> drawn = fine.equals(drawing) ? ink : Raster.ink(drawing);
    box = drawn.map(Piece::box).orElse(new Box(0, 0, Drawing.SIZE, Drawing.SIZE));
    isDrawn = drawing.marks().stream().allMatch(Stroke.class::isInstance);
    page = isDrawn ? null : Raster.of(drawing);
    isOneStroke = isDrawn && drawing.marks().size() == 1;
    boolean isBlankOrOne = whole == null || StrokePieces.isOne(drawing);
    List<Piece> pieces = isBlankOrOne ? List.of() : StrokePieces.of(drawing);
    lines = pieces.size() < 2 ? List.of() : Lattice.of(pieces);
    if (lines.size() == 1) {
      looks.computeIfAbsent(lines.getFirst().whole(), this::look);
    }
  }

  /** Most lines are a digit of one piece, or their whole is what was framed anyway. */
  private Look look(Span span) {
    GreyImage framed = Framing.frame(span.ink());
    return whole != null && whole.isOf(framed)
        ? whole
        : new Look(framed, () -> drawing.within(span.ink().drawnBox()));
  }

  /**
   * Many drawings: prepared side by side, then read in large batches. First each as one digit; only
   * where that leaves it open whether there are several, all that may be one.
   */
  static List<Reading> read(List<Drawing> drawings, Classifier classifier, LineReader lineReader) {
    List<NumberReader> readers = drawings.parallelStream().map(NumberReader::new).toList();
    Look.atAll(readers.stream().flatMap(NumberReader::asOne).toList(), classifier);
    List<NumberReader> open = readers.stream().filter(reader -> !reader.isOneForSure()).toList();
    open.parallelStream().forEach(NumberReader::takeApart);
    Look.atAll(
        open.stream().flatMap(reader -> reader.looks.values().stream()).toList(), classifier);
    List<Reading> read = lookAgain(readers.stream().map(NumberReader::digits).toList(), classifier);
    return checked(readers, read, new LineCheck(lineReader, classifier));
  }

  /** What the lines of pictures are, where the network for lines was asked too. */
  private static List<Reading> checked(
      List<NumberReader> readers, List<Reading> read, LineCheck check) {
    List<List<LineCheck.Line>> asked =
        IntStream.range(0, read.size())
            .mapToObj(i -> readers.get(i).doubtful(read.get(i)))
            .toList();
    Iterator<LineCheck.Checked> checked =
        check.all(asked.stream().flatMap(List::stream).toList()).iterator();
    List<Reading> result = new ArrayList<>(read);
    for (int i = 0; i < result.size(); i++) {
      List<Reading.Digit> digits = new ArrayList<>();
      List<Reading.Mark> marks = new ArrayList<>();
      for (LineCheck.Line _ : asked.get(i)) {
        LineCheck.Checked line = checked.next();
        digits.addAll(line.digits());
        marks.addAll(line.marks());
      }
      if (!asked.get(i).isEmpty()) {
        result.set(i, new Reading(digits, marks));
      }
    }
    return result;
  }

  private Stream<Look> asOne() {
    return Stream.concat(Stream.ofNullable(whole), looks.values().stream()).distinct();
  }

  /** Whether what its parts are read as can make no difference. */
  private boolean isOneForSure() {
    if (whole == null || lines.isEmpty() || (isOneStroke && !whole.answer().isDigit())) {
      return true;
    }
    double asOne = lines.size() > 1 ? stacked(whole.answer()) : all(lines.getFirst().whole());
    return asOne > lines.stream().mapToDouble(this::atMost).sum() + ROUNDING;
  }

  private double all(Span span) {
    return span.score() + reading(span);
  }

  /** What speaks for the best digits of a line if all of them are read as surely as can be. */
  private double atMost(Lattice line) {
    double[] scores = new double[line.spans().size()];
    if (lines.size() == 1) {
      scores[line.spans().indexOf(line.whole())] = Double.NEGATIVE_INFINITY;
    }
    return line.best(scores).stream()
        .mapToDouble(i -> line.spans().get(i).score() + scores[i])
        .sum();
  }

  private void takeApart() {
    lines.forEach(line -> line.spans().forEach(span -> looks.computeIfAbsent(span, this::look)));
  }

  /** A digit, and the look at it. */
  private record Seen(int line, Box box, Look look) {
    Reading.Digit first() {
      return digit(look.answer());
    }

    Reading.Digit digit(Recognition recognition) {
      return new Reading.Digit(line, box, recognition);
    }
  }

  /** The digits by the first look at each; they may be one that is known without the others. */
  private List<Seen> digits() {
    if (whole == null) {
      return List.of();
    }
    Recognition one = whole.answer();
    List<Seen> digits = new ArrayList<>();
    List<Piece> inks = new ArrayList<>();
    double score = 0;
    for (int line = 0; line < lines.size() && !isOneForSure(); line++) {
      score += readLine(line, digits, inks);
    }
    boolean isOne =
        digits.size() < 2
            || (lines.size() > 1 && stacked(one) >= score)
            || (!one.isDigit() && isDoubtful(digits, inks));
    return isOne ? List.of(new Seen(0, box, whole)) : digits;
  }

  /** The lines of a picture that the network for lines is to be asked about. */
  private List<LineCheck.Line> doubtful(Reading reading) {
    if (page == null || whole == null || LineCheck.isSure(whole.answer(), box)) {
      return List.of();
    }
    GreyImage ink = page;
    List<Reading.Digit> read = reading.digits();
    if (lines.size() < 2 || read.size() == 1) {
      return List.of(new LineCheck.Line(ink, box, read));
    }
    return IntStream.range(0, lines.size())
        .mapToObj(
            number ->
                new LineCheck.Line(
                    ink,
                    lines.get(number).ink().box(),
                    read.stream().filter(digit -> digit.line() == number).toList()))
        .toList();
  }

  private boolean isDoubtful(List<Seen> seen, List<Piece> inks) {
    List<Reading.Digit> digits = seen.stream().map(Seen::first).toList();
    return isOneStroke
        || (isDrawn && NumberDoubts.areUnsure(digits))
        || NumberDoubts.areThere(digits, inks);
  }

  /** At what is answered, not at all that might have been. */
  private static List<Reading> lookAgain(List<List<Seen>> first, Classifier classifier) {
    List<Look> looks = first.stream().flatMap(List::stream).map(Seen::look).toList();
    Iterator<Recognition> again = Look.again(looks, classifier).iterator();
    return first.stream()
        .map(digits -> digits.stream().map(seen -> seen.digit(again.next())).toList())
        .map(Reading::new)
        .toList();
  }

  /** Adds the digits of a line and their ink; returns what speaks for them. */
  private double readLine(int number, List<Seen> digits, List<Piece> inks) {
    List<Span> spans = lines.get(number).spans();
    double[] scores = spans.stream().mapToDouble(this::reading).toArray();
    double score = 0;
    for (int i : lines.get(number).best(scores)) {
      score += spans.get(i).score() + scores[i];
      Piece ink = spans.get(i).ink();
      digits.add(new Seen(number, ink.drawnBox(), looked(spans.get(i))));
      inks.add(ink);
    }
    return score;
  }

  private Look looked(Span span) {
    return Objects.requireNonNull(looks.get(span));
  }

  /** What the reading of a span says for its being a digit. */
  private double reading(Span span) {
    boolean isAll = lines.size() == 1 && span.isWhole();
    return score(looked(span).answer(), span.ink().box()) + (isAll ? WHOLE : 0);
  }

  /** What speaks for one digit where there seem to be several lines. */
  private double stacked(Recognition one) {
    double score = WHOLE + score(one, box) + lines.getFirst().joined();
    for (int line = 1; line < lines.size(); line++) {
      double gap = lines.get(line - 1).ink().distance(lines.get(line).ink()) / box.longerSide();
      score += lines.get(line).joined() - FARTHER * Math.max(0, gap - NEAR);
    }
    return score;
  }

  private static double score(Recognition recognition, Box box) {
    double reading = Math.max(-WORST, Math.log(recognition.confidence()));
    double tooWide = Math.max(0, (double) box.width() / box.height() - WIDTH_OF_ONE);
    return READING * reading - (recognition.digit() == 1 ? WIDER_ONE * tooWide : 0);
  }
}
