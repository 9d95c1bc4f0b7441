package dev.inkling.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The connected pieces of an image's ink: a {@link Piece#BODY body} of neighbouring pixels, 8
 * around each, with the fainter rim beside it. A rim between two bodies belongs to both.
 */
public final class Components {
  private final GreyImage image;

  /** The body's pixels, in the image's order. */
  private final List<Run> runs = new ArrayList<>();

  /** Pixels of a body beside each other: from {@code left} to before {@code right}. */
  private static final class Run {
    final int y;
    final int left;
    final int right;

    /** An earlier one of the same body; itself in the first. */
    Run first = this;

    Run(int y, int left, int right) {
      this.y = y;
      this.left = left;
      this.right = right;
    }

    Run first() {
      while (first != first.first) {
        first = first.first;
      }
      return first;
    }

    /** Makes one body of both; the first run of all stays first. */
    void join(Run other) {
      Run mine = first();
      Run its = other.first();
      if (mine.isBefore(its)) {
        its.first = mine;
      } else {
        mine.first = its;
      }
    }

    private boolean isBefore(Run other) {
      return y < other.y || (y == other.y && left < other.left);
    }
  }

  private Components(GreyImage image) {
    this.image = image;
    int above = 0;
    for (int y = 0; y < image.height(); y++) {
      int from = runs.size();
      addRow(y);
      join(above, from);
      above = from;
    }
  }

  /** The pieces, by their first pixel from the top. */
  public static List<Piece> of(GreyImage image) {
    Components components = new Components(image);
    Map<Run, List<Run>> bodies = new LinkedHashMap<>();
    for (Run run : components.runs) {
      bodies.computeIfAbsent(run.first(), _ -> new ArrayList<>()).add(run);
    }
    return bodies.values().stream().map(components::piece).toList();
  }

  private void addRow(int y) {
    for (int x = 0; x < image.width(); x++) {
      int left = x;
      while (x < image.width() && image.at(x, y) >= Piece.BODY) {
        x++;
      }
      if (x > left) {
        runs.add(new Run(y, left, x));
      }
    }
  }

  /** Joins the runs of two rows that touch, corners too. */
  private void join(int above, int from) {
    int i = above;
    int k = from;
    while (i < from && k < runs.size()) {
      Run upper = runs.get(i);
      Run lower = runs.get(k);
      if (upper.left <= lower.right && lower.left <= upper.right) {
        lower.join(upper);
      }
      if (upper.right < lower.right) {
        i++;
      } else {
        k++;
      }
    }
  }

  private Piece piece(List<Run> body) {
    int left = Math.max(0, body.stream().mapToInt(run -> run.left).min().orElseThrow() - 1);
    int right =
        Math.min(image.width(), body.stream().mapToInt(run -> run.right).max().orElseThrow() + 1);
    int top = Math.max(0, body.getFirst().y - 1);
    int bottom = Math.min(image.height(), body.getLast().y + 2);
    float[] ink = new float[(right - left) * (bottom - top)];
    for (Run run : body) {
      int from = Math.max(left, run.left - 1);
      int to = Math.min(right, run.right + 1);
      for (int y = Math.max(top, run.y - 1); y < Math.min(bottom, run.y + 2); y++) {
        int at = (y - top) * (right - left) + from - left;
        System.arraycopy(image.ink(), y * image.width() + from, ink, at, to - from);
      }
    }
    return Piece.of(new GreyImage(right - left, bottom - top, ink)).moved(left, top);
  }
}
