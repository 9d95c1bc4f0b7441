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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
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

  private final @Nullable GreyImage whole;
  private final Box box;
  private final List<Lattice> lines;

  /** What the pen drew at one go is seldom a number, though it can be cut like one. */
  private final boolean isOneStroke;

  private final boolean isDrawn;
  private final GreyImage page;

  private final List<GreyImage> candidates = new ArrayList<>();

  private NumberReader(Drawing drawing) {
    Drawing fine = drawing.finelyInked();
    GreyImage ink = Raster.of(fine);
    whole = Framing.frame(ink).orElse(null);
    page = fine.equals(drawing) ? ink : Raster.of(drawing);
    box = Objects.requireNonNullElseGet(page.inkBox(), page::box);
    isDrawn = drawing.marks().stream().allMatch(Stroke.class::isInstance);
    isOneStroke = isDrawn && drawing.marks().size() == 1;
    List<Piece> pieces = whole == null ? List.of() : StrokePieces.of(drawing);
    lines = pieces.size() < 2 ? List.of() : Lattice.of(pieces);
    if (whole != null) {
      candidates.add(whole);
    }
    for (Lattice line : lines) {
      for (Span span : line.spans()) {
        candidates.add(Framing.frame(span.ink().ink()).orElseThrow());
      }
    }
  }

  /** Many drawings: prepared side by side, then read in large batches. */
  static List<Reading> read(List<Drawing> drawings, Classifier classifier, LineReader lineReader) {
    List<NumberReader> readers = drawings.parallelStream().map(NumberReader::new).toList();
    List<GreyImage> all = readers.stream().flatMap(reader -> reader.candidates.stream()).toList();
    Iterator<float[]> answers = Arrays.asList(classifier.firstLook(all)).iterator();
    LineCheck check = new LineCheck(lineReader, classifier);
    return readers.stream().map(reader -> reader.read(answers, classifier, check)).toList();
  }

  private Reading read(Iterator<float[]> answers, Classifier classifier, LineCheck check) {
    Iterator<Recognition> read =
        candidates.stream()
            .map(image -> Recognizer.recognition(image, answers.next(), classifier))
            .toList()
            .iterator();
    if (whole == null) {
      return Reading.BLANK;
    }
    Recognition one = read.next();
    List<Reading.Digit> digits = new ArrayList<>();
    List<Piece> inks = new ArrayList<>();
    double score = 0;
    for (int line = 0; line < lines.size(); line++) {
      score += readLine(line, read, digits, inks);
    }
    boolean isOne =
        digits.size() < 2
            || (lines.size() > 1 && stacked(one) >= score)
            || (!one.isDigit() && isDoubtful(digits, inks));
    List<Reading.Digit> chosen = isOne ? List.of(new Reading.Digit(0, box, one)) : digits;
    List<Reading.Digit> seen = chosen.stream().map(digit -> lookAgain(digit, classifier)).toList();
    return isDrawn || LineCheck.isSure(one, box)
        ? new Reading(seen)
        : checked(seen, isOne && lines.size() > 1, check);
  }

  /** What a picture's lines are, when the network for lines was asked too. */
  private Reading checked(List<Reading.Digit> read, boolean isOneOfLines, LineCheck check) {
    if (lines.size() < 2 || isOneOfLines) {
      LineCheck.Checked all = check.check(page, box, read);
      return new Reading(all.digits(), all.marks());
    }
    List<Reading.Digit> digits = new ArrayList<>();
    List<Reading.Mark> marks = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      int number = line;
      LineCheck.Checked one =
          check.check(
              page,
              lines.get(line).ink().box(),
              read.stream().filter(digit -> digit.line() == number).toList());
      digits.addAll(one.digits());
      marks.addAll(one.marks());
    }
    return new Reading(digits, marks);
  }

  private boolean isDoubtful(List<Reading.Digit> digits, List<Piece> inks) {
    return isOneStroke
        || (isDrawn && NumberDoubts.areUnsure(digits))
        || NumberDoubts.areThere(digits, inks);
  }

  /** At what is answered, not at all that might have been. */
  private static Reading.Digit lookAgain(Reading.Digit digit, Classifier classifier) {
    Recognition first = digit.recognition();
    float[] probabilities = classifier.lookAgain(first.framed(), first.probabilities());
    return new Reading.Digit(
        digit.line(),
        digit.box(),
        Recognizer.recognition(first.framed(), probabilities, classifier));
  }

  /** Adds the digits of a line and their ink; returns what speaks for them. */
  private double readLine(
      int number, Iterator<Recognition> read, List<Reading.Digit> digits, List<Piece> inks) {
    List<Span> spans = lines.get(number).spans();
    List<Recognition> recognitions = spans.stream().map(_ -> read.next()).toList();
    double[] scores = new double[spans.size()];
    for (int i = 0; i < scores.length; i++) {
      boolean isAll = lines.size() == 1 && spans.get(i).isWhole();
      scores[i] = score(recognitions.get(i), spans.get(i).ink().box()) + (isAll ? WHOLE : 0);
    }
    double score = 0;
    for (int i : lines.get(number).best(scores)) {
      score += spans.get(i).score() + scores[i];
      Piece ink = spans.get(i).ink();
      digits.add(new Reading.Digit(number, ink.drawnBox(), recognitions.get(i)));
      inks.add(ink);
    }
    return score;
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
