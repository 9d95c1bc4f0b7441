package dev.inkling.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways to put the pieces of a line together to digits: every run of neighbouring pieces that
 * may be a digit, what its shape says for it, and the best chain of them once it is known how well
 * each can be read (a segmentation lattice and the Viterbi algorithm, as in Casey and Lecolinet, "A
 * survey of methods and strategies in character segmentation", PAMI 1996).
 */
public final class Lattice {
  /** The most pieces that a digit is put together from, unless it is the whole line. */
  private static final int MOST_PIECES = 6;

  /** No digit of several pieces is wider than this, in heights of the line. */
  private static final double WIDEST = 1.8;

  private final List<Piece> pieces;
  private final double[] joined;
  private final List<Span> spans = new ArrayList<>();

  /**
   * A run of pieces.
   *
   * @param from its first piece
   * @param to the first piece behind it
   * @param ink the pieces together
   * @param score what its shape says for its being a digit, a logarithm of odds
   * @param isWhole true when it is all of the line
   */
  public record Span(int from, int to, Piece ink, double score, boolean isWhole) {}

  private Lattice(List<Piece> line) {
    pieces = line;
    int height = line.stream().mapToInt(piece -> piece.box().height()).max().orElseThrow();
    joined = new double[pieces.size()];
    for (int at = 1; at < pieces.size(); at++) {
      joined[at] = Shape.joined(pieces.get(at - 1), pieces.get(at));
    }
    for (int from = 0; from < pieces.size(); from++) {
      double score = 0;
      for (int to = from + 1; to <= pieces.size(); to++) {
        score += to == from + 1 ? 0 : joined[to - 1];
        add(from, to, score, height);
      }
    }
  }

  private void add(int from, int to, double score, int height) {
    boolean isWhole = to - from == pieces.size();
    if (to - from > MOST_PIECES && !isWhole) {
      return;
    }
    Piece ink = Piece.join(pieces.subList(from, to));
    if (to - from == 1 || isWhole || ink.box().width() < WIDEST * height) {
      double withBox = score + Shape.ofDigit(ink.box(), height);
      spans.add(new Span(from, to, ink, withBox, isWhole));
    }
  }

  /** The lattices of the lines that pieces make, from top to bottom. */
  public static List<Lattice> of(List<Piece> pieces) {
    return TextLines.of(pieces).stream().map(Lattice::new).toList();
  }

  /** All ink of the line. */
  public Piece ink() {
    return Piece.join(pieces);
  }

  /** What speaks for all pieces being one digit, or part of one. */
  public double joined() {
    return Arrays.stream(joined).sum();
  }

  /** What may be a digit; single pieces all are in it, so that there always is a chain. */
  public List<Span> spans() {
    return spans;
  }

  /** The line as one digit. */
  public Span whole() {
    return spans.stream().filter(Span::isWhole).findFirst().orElseThrow();
  }

  /**
   * The best chain of spans that uses each piece once, as indexes of {@link #spans()}.
   *
   * @param readable what the network says for each span's being a digit, a logarithm of odds
   */
  public List<Integer> best(double[] readable) {
    double[] total = new double[pieces.size() + 1];
    int[] last = new int[pieces.size() + 1];
    Arrays.fill(total, 1, total.length, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < readable.length; i++) {
      Span span = spans.get(i);
      double score = total[span.from()] + span.score() + readable[i];
      if (score > total[span.to()]) {
        total[span.to()] = score;
        last[span.to()] = i;
      }
    }
    List<Integer> chain = new ArrayList<>();
    for (int at = pieces.size(); at > 0; at = spans.get(chain.getFirst()).from()) {
      chain.addFirst(last[at]);
    }
    return chain;
  }
}
