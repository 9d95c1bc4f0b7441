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

  private StrokePieces() {}

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
    return Components.of(Raster.of(new Drawing(layer)));
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
