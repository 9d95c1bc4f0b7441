package dev.inkling.ink;

import dev.inkling.image.Components;
import dev.inkling.image.Cuts;
import dev.inkling.image.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing as the pieces that digits are put together from: each stroke, and each connected piece
 * of a picture, less what was erased.
 */
public final class StrokePieces {
  /**
   * Width of the brush as a share of a digit's height, from the default brush on a digit as high as
   * most are drawn on the whole pad. Smaller digits are inked anew with a thinner brush: theirs
   * would fill its loops and run into its neighbours.
   */
  private static final double WIDTH = 0.09;

  /**
   * A stroke wider than this, in heights of the highest stroke, may be several digits that were
   * written without lifting the pen.
   */
  private static final double WIDE_STROKE = 1.2;

  /** A picture's piece wider than this, in its own heights, may be several digits that touch. */
  private static final double WIDE_INK = 0.8;

  /** No box of ink is wider or lower than its line and its brush by more, in pixels. */
  private static final double BESIDE = 3;

  private StrokePieces() {}

  /**
   * True when {@link #of} gives one piece or none, as the line alone shows of most drawings of one
   * stroke: it stays on the pad, its brush leaves no gaps, and it is too narrow to be cut.
   */
  public static boolean isOne(Drawing drawing) {
    if (drawing.marks().size() != 1 || !(drawing.marks().getFirst() instanceof Stroke stroke)) {
      return drawing.isEmpty();
    }
    Stroke thinned = stroke.noWiderThan(Math.max(1, WIDTH * typicalSize(drawing)));
    List<Point> path = thinned.path();
    var x = path.stream().mapToDouble(Point::x).summaryStatistics();
    var y = path.stream().mapToDouble(Point::y).summaryStatistics();
    double widest = x.getMax() - x.getMin() + thinned.width() + BESIDE;
    double lowest = y.getMax() - y.getMin() - BESIDE;
    return thinned.width() >= 2
        && Math.min(x.getMin(), y.getMin()) >= 1
        && Math.max(x.getMax(), y.getMax()) <= Drawing.SIZE - 1
        && widest <= WIDE_STROKE * lowest;
  }

  /** The pieces, in no certain order; none on a blank pad. */
  public static List<Piece> of(Drawing drawing) {
    double widest = WIDTH * typicalSize(drawing);
    List<Mark> marks = drawing.marks();
    List<Piece> strokes = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      List<Mark> later = marks.subList(i + 1, marks.size());
      switch (marks.get(i)) {
        case Stroke stroke when stroke.erases() -> {}
        case Stroke stroke -> {
          Stroke thinned = stroke.noWiderThan(Math.max(1, widest));
          int rim = (int) Math.round((stroke.width() - thinned.width()) / 2);
          visible(thinned, later).forEach(piece -> strokes.add(piece.withRim(rim)));
        }
        case Picture picture ->
            visible(picture, later)
                .forEach(piece -> pieces.addAll(cut(piece, WIDE_INK * piece.box().height())));
      }
    }
    int highest = strokes.stream().mapToInt(piece -> piece.box().height()).max().orElse(0);
    strokes.forEach(stroke -> pieces.addAll(cut(stroke, WIDE_STROKE * highest)));
    return pieces;
  }

  /** What the eraser left of a mark. */
  private static List<Piece> visible(Mark mark, List<Mark> later) {
    List<Mark> layer = new ArrayList<>(List.of(mark));
    later.stream().filter(StrokePieces::erases).forEach(layer::add);
    return Raster.ink(new Drawing(layer)).stream()
        .flatMap(
            ink ->
                Components.of(ink.ink()).stream()
                    .map(piece -> piece.moved(ink.box().x(), ink.box().y())))
        .toList();
  }

  private static List<Piece> cut(Piece piece, double widest) {
    return piece.box().width() > widest ? Cuts.apart(piece) : List.of(piece);
  }

  private static boolean erases(Mark mark) {
    return mark instanceof Stroke stroke && stroke.erases();
  }

  /** The median of the strokes' longer sides, in pixels. */
  private static double typicalSize(Drawing drawing) {
    double[] sizes =
        drawing.marks().stream()
            .filter(mark -> mark instanceof Stroke && !erases(mark))
            .mapToDouble(mark -> Stroke.size(((Stroke) mark).points().stream()))
            .sorted()
            .toArray();
    return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
  }
}
