package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Sorts pieces into lines of writing, top to bottom, and each line from left to right. */
final class TextLines {
  /** Pieces smaller than this, as a share of the largest, are noise: dots and flecks. */
  private static final double SPECK = 0.15;

  /** Pieces at least this high, as a share of the highest, can make a line of their own. */
  private static final double TALL = 0.25;

  /** Two pieces are in one line when they share this part of the lower one's rows. */
  private static final double SHARED = 0.5;

  private TextLines() {}

  /** The lines. Pieces too low for a line of their own, such as a 5's hat, go to the nearest. */
  static List<List<Piece>> of(List<Piece> all) {
    double least = SPECK * most(all, Box::longerSide);
    List<Piece> pieces = all.stream().filter(p -> p.box().longerSide() >= least).toList();
    int highest = most(pieces, Box::height);
    List<List<Piece>> lines = new ArrayList<>();
    List<Piece> low = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.box().height() >= TALL * highest) {
        add(lines, piece);
      } else {
        low.add(piece);
      }
    }
    List<Box> boxes = lines.stream().map(TextLines::box).toList();
    for (Piece piece : low) {
      lines.get(nearest(boxes, piece.box())).add(piece);
    }
    lines.sort(Comparator.comparingDouble(line -> box(line).y() + box(line).height() / 2.0));
    lines.forEach(line -> line.sort(Comparator.comparingDouble(Piece::centerX)));
    return lines;
  }

  private static int most(List<Piece> pieces, ToIntFunction<Box> length) {
    return pieces.stream().map(Piece::box).mapToInt(length).max().orElse(0);
  }

  /** Puts a piece in the line of those beside it, which may bring lines together. */
  private static void add(List<List<Piece>> lines, Piece piece) {
    List<Piece> line = new ArrayList<>(List.of(piece));
    lines.removeIf(
        other -> {
          boolean isSame = other.stream().anyMatch(member -> areBeside(member.box(), piece.box()));
          return isSame && line.addAll(other);
        });
    lines.add(line);
  }

  private static boolean areBeside(Box a, Box b) {
    return a.sharedRows(b) >= SHARED * Math.min(a.height(), b.height());
  }

  private static int nearest(List<Box> lines, Box box) {
    int best = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).sharedRows(box) > lines.get(best).sharedRows(box)) {
        best = i;
      }
    }
    return best;
  }

  private static Box box(List<Piece> line) {
    return line.stream().map(Piece::box).reduce(Box::union).orElseThrow();
  }
}
