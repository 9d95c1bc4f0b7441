package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import java.util.Arrays;

/**
 * Ruled lines, squares and printed borders: straight, thin, near to level or upright, and from one
 * side of the picture to the other. They are taken out without tearing what crosses them: where ink
 * leaves a line it stays.
 */
final class Rules {
  /** Lines are looked for up to this slope to both sides. */
  private static final double STEEPEST = 0.12;

  /** A line is inked on this part of its way at least. */
  private static final double INKED = 0.6;

  /** A line begins and ends within this part of the picture from its sides. */
  private static final double END = 0.1;

  /** The thickest line, as a part of the picture's longer side. */
  private static final double THICKEST = 0.035;

  /** The same within {@link #END} of the picture's edge: scans and cells end in dark bands. */
  private static final double THICKEST_AT_EDGE = 0.1;

  /** Places along a line that are looked at, and rows of them. */
  private static final int PLACES = 128;

  private static final int ROWS = 200;

  private final Plane plane;
  private final int w;
  private final int h;
  private final float threshold;

  /** For each pixel of ink the length of its column's run, else 0. */
  private final int[] run;

  /** How many rows of pixels make one of those that are looked at. */
  private final int coarse;

  private final boolean[] isLine;
  private boolean isAny;

  private Rules(Plane plane, float threshold) {
    this.plane = plane;
    this.threshold = threshold;
    w = plane.width();
    h = plane.height();
    run = new int[w * h];
    isLine = new boolean[w * h];
    coarse = Math.max(2, h / ROWS);
  }

  /**
   * What is left without lines.
   *
   * @param plane 0 where lines were
   * @param lines how many there were
   */
  record Erased(Plane plane, int lines) {}

  /**
   * Without its lines.
   *
   * @param threshold of what is ink
   */
  static Erased erased(Plane plane, float threshold) {
    Rules level = new Rules(plane, threshold);
    Rules upright = new Rules(level.erased().transposed(), threshold);
    return new Erased(upright.erased().transposed(), level.lines() + upright.lines());
  }

  /** Whether there may be lines in a picture of a size whose ink lies in a box. */
  static boolean reachSides(Box ink, int width, int height) {
    return reach(ink.x(), ink.right(), width) || reach(ink.y(), ink.bottom(), height);
  }

  private static boolean reach(int first, int behind, int side) {
    return first <= END * side && behind - 1 >= (1 - END) * side;
  }

  /** The most lines that are passed on the way down somewhere. */
  private int lines() {
    int most = 0;
    for (int x = w / 8; x < w; x += Math.max(1, w / 4)) {
      int lines = 0;
      for (int y = 0; y < h; y++) {
        lines += isLine[y * w + x] && (y == 0 || !isLine[(y - 1) * w + x]) ? 1 : 0;
      }
      most = Math.max(most, lines);
    }
    return most;
  }

  private Plane erased() {
    measureRuns();
    boolean[] rows = coarseInk();
    int count = Math.ceilDiv(h, coarse);
    if (!reachesSides(rows)) {
      return plane;
    }
    int step = Math.max(1, w / PLACES);
    int most = (int) Math.ceil(STEEPEST * w / 2 / coarse);
    for (int half = -2 * most; half <= 2 * most; half++) {
      double rise = half / 2.0;
      for (int row = -most; row < count + most; row++) {
        if (isInked(rows, count, step, row, rise)) {
          mark(row, rise);
        }
      }
    }
    return isAny ? without() : plane;
  }

  /** First how many there are above in a column, then, from below, the whole run's length. */
  private void measureRuns() {
    float[] values = plane.values();
    for (int i = 0; i < run.length; i++) {
      run[i] = values[i] < threshold ? 0 : i < w ? 1 : run[i - w] + 1;
    }
    for (int i = run.length - w - 1; i >= 0; i--) {
      if (run[i] > 0 && run[i + w] > 0) {
        run[i] = run[i + w];
      }
    }
  }

  /** Whether there is ink in a coarse row's column. */
  private boolean[] coarseInk() {
    boolean[] ink = new boolean[Math.ceilDiv(h, coarse) * w];
    for (int y = 0; y < h; y++) {
      int to = y / coarse * w;
      for (int x = 0; x < w; x++) {
        ink[to + x] |= run[y * w + x] > 0;
      }
    }
    return ink;
  }

  /** Whether there is ink at both sides, without which no line ends there. */
  private boolean reachesSides(boolean[] rows) {
    boolean isLeft = false;
    boolean isRight = false;
    for (int i = 0; i < rows.length; i++) {
      int x = i % w;
      isLeft |= rows[i] && x <= END * w;
      isRight |= rows[i] && x >= (1 - END) * w;
    }
    return isLeft && isRight;
  }

  /** Row of a line at a column, which rises by {@code rise} rows to both sides of the middle. */
  private double row(double middle, double rise, int x) {
    return middle + rise * (2.0 * x / w - 1);
  }

  private boolean isInked(boolean[] rows, int count, int step, int middle, double rise) {
    int inside = 0;
    int misses = 0;
    int first = w;
    int last = -1;
    int places = Math.ceilDiv(w, step);
    for (int x = 0; x < w && misses <= (1 - INKED) * places; x += step) {
      int y = (int) Math.round(row(middle, rise, x));
      if (y >= 0 && y < count) {
        inside++;
        if (rows[y * w + x]) {
          first = Math.min(first, x);
          last = x;
        } else {
          misses++;
        }
      }
    }
    return inside - misses >= INKED * Math.max(inside, 0.7 * places)
        && first <= END * w
        && last >= (1 - END) * w;
  }

  private void mark(int middle, double rise) {
    int[] lengths = new int[w];
    int count = 0;
    int inked = 0;
    double thickest = Math.max(2, thickest(middle, rise) * Math.max(w, h));
    for (int x = 0; x < w; x++) {
      int y = inkAt(middle, rise, x);
      if (y >= 0) {
        inked++;
        if (run[y * w + x] <= thickest) {
          lengths[count++] = run[y * w + x];
        }
      }
    }
    if (count < 0.5 * inked || count < 0.4 * w) {
      return;
    }
    Arrays.sort(lengths, 0, count);
    int typical = lengths[count / 2];
    int most = Math.max(typical + 2, (int) Math.round(1.5 * typical));
    for (int x = 0; x < w; x++) {
      int y = inkAt(middle, rise, x);
      if (y >= 0 && run[y * w + x] <= most) {
        markRun(x, y, Math.max(1, typical / 2));
      }
    }
    isAny = true;
  }

  private double thickest(int middle, double rise) {
    double left = row(middle, rise, 0) * coarse / h;
    double right = row(middle, rise, w) * coarse / h;
    boolean isAtEdge = Math.max(left, right) < END || Math.min(left, right) > 1 - END;
    return isAtEdge ? THICKEST_AT_EDGE : THICKEST;
  }

  /** The pixel of ink where a line passes a column, or −1. */
  private int inkAt(int middle, double rise, int x) {
    int from = (int) Math.round(row(middle, rise, x)) * coarse;
    for (int y = Math.max(0, from); y < Math.min(h, from + coarse); y++) {
      if (run[y * w + x] > 0) {
        return y;
      }
    }
    return -1;
  }

  private void markRun(int x, int y, int rim) {
    int top = y;
    while (top > 0 && run[(top - 1) * w + x] > 0) {
      top--;
    }
    int bottom = y;
    while (bottom < h - 1 && run[(bottom + 1) * w + x] > 0) {
      bottom++;
    }
    for (int k = Math.max(0, top - rim); k <= Math.min(h - 1, bottom + rim); k++) {
      isLine[k * w + x] = true;
    }
  }

  private Plane without() {
    float[] values = plane.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = isLine[i] ? 0 : values[i];
    }
    return plane.with(values);
  }
}
