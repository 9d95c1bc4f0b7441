package dev.inkling.ink;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import java.util.List;

/** Puts strokes and pictures on paper, pixel by pixel, or on a part of it. */
final class Brush {
  /** No sum of coordinates is wrong by more. */
  private static final double ROUNDING = 1e-6;

  /** What is this much nearer than it has to be is nearer, however its distance is computed. */
  private static final double SURELY = 1 - 1e-9;

  private final double scale;
  private final Box window;
  private final float[] ink;

  /**
   * On blank paper.
   *
   * @param scale pixels for each of the pad's
   * @param window what is kept of the paper, in pixels
   */
  Brush(double scale, Box window) {
    this.scale = scale;
    this.window = window;
    ink = new float[window.width() * window.height()];
  }

  /** What was drawn, as large as the window; not to be drawn on any more. */
  GreyImage image() {
    return new GreyImage(window.width(), window.height(), ink);
  }

  /** Lays a picture on the whole window. */
  void draw(Picture picture) {
    GreyImage image = picture.ink();
    GreyImage scaled = image.resample(image.box(), window.width(), window.height());
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.max(ink[i], scaled.ink()[i]);
    }
  }

  /** Follows a stroke's path. */
  void draw(Stroke stroke, List<Point> path) {
    // The eraser takes the brush's soft rim too, or a wiped-out dot would leave a ring.
    double radius = stroke.width() / 2 * scale + (stroke.erases() ? 1 : 0);
    Point from = path.getFirst();
    new Segment(from, from, from, radius, stroke.erases()).draw();
    for (int i = 1; i < path.size(); i++) {
      Point to = path.get(i);
      Point next = path.get(Math.min(i + 1, path.size() - 1));
      new Segment(from, to, next, radius, stroke.erases()).draw();
      from = to;
    }
  }

  /**
   * A straight line of the brush: of the pixels that it covers those that no other is nearer to.
   */
  private final class Segment {
    private final double x0;
    private final double y0;
    private final double dx;
    private final double dy;
    private final double nextX;
    private final double nextY;
    private final double squared;
    private final double reach;
    private final double farthest;
    private final double full;
    private final double surelyFull;
    private final double slope;
    private final double nextSlope;
    private final boolean erases;

    Segment(Point from, Point to, Point next, double radius, boolean erases) {
      x0 = from.x() * scale;
      y0 = from.y() * scale;
      dx = to.x() * scale - x0;
      dy = to.y() * scale - y0;
      nextX = next.x() * scale - to.x() * scale;
      nextY = next.y() * scale - to.y() * scale;
      squared = square(dx) + square(dy);
      reach = radius + 0.5;
      farthest = square(reach);
      full = radius > 0.5 ? square(radius - 0.5) : 0;
      surelyFull = full * squared * SURELY;
      slope = dy / dx;
      nextSlope = nextY / nextX;
      this.erases = erases;
    }

    void draw() {
      double top = Math.min(0, dy);
      double bottom = Math.max(0, dy);
      int end = row(y0 + bottom + reach + ROUNDING);
      for (int y = row(y0 + top - reach - ROUNDING); y < end; y++) {
        double py = window.y() + y + 0.5 - y0;
        double half = chord(reach, py < top ? top - py : py > bottom ? py - bottom : 0);
        double left = Math.min(0, dx) - half;
        double right = Math.max(0, dx) + half;
        if (dx > 0) {
          left = Math.max(left, behind(py));
          right = Math.min(right, ahead(py));
        } else if (dx < 0) {
          left = Math.max(left, ahead(py));
          right = Math.min(right, behind(py));
        }
        draw(y, py, column(x0 + left - ROUNDING), column(x0 + right + ROUNDING));
      }
    }

    /** Where this segment begins in a row. */
    private double behind(double py) {
      return -py * slope;
    }

    /** Where it ends in a row, or if that is farther, where the next one begins. */
    private double ahead(double py) {
      if (dx * nextX <= 0) {
        return dx > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      }
      double its = dx - (py - dy) * slope;
      double nexts = dx - (py - dy) * nextSlope;
      return dx > 0 ? Math.max(its, nexts) : Math.min(its, nexts);
    }

    private void draw(int y, double py, int left, int right) {
      for (int x = left; x < right; x++) {
        double px = window.x() + x + 0.5 - x0;
        double along = px * dx + py * dy;
        boolean isAhead = along >= squared;
        if (along < 0 || (isAhead && (px - dx) * nextX + (py - dy) * nextY > 0)) {
          continue; // nearer to the segment before or to the next
        }
        // Under the middle of the brush, as most pixels are, neither quotient nor root is needed.
        if (!isAhead && square(px * dy - py * dx) < surelyFull) {
          put(y * window.width() + x, 1);
        } else {
          draw(y * window.width() + x, px, py, isAhead ? 1 : along / squared);
        }
      }
    }

    /** A pixel to which a part {@code t} of the way along the segment is nearest. */
    private void draw(int i, double px, double py, double t) {
      double distance = square(px - t * dx) + square(py - t * dy);
      if (distance < farthest) {
        put(i, distance < full ? 1 : (float) Math.min(1, reach - Math.sqrt(distance)));
      }
    }

    private void put(int i, float covered) {
      float now = ink[i];
      if (erases ? now > 1 - covered : now < covered) {
        ink[i] = erases ? 1 - covered : covered;
      }
    }
  }

  /** Half the chord of a circle, so far from its middle; 0 outside. */
  private static double chord(double radius, double distance) {
    double squared = square(radius) - square(distance);
    return squared > 0 ? Math.sqrt(squared) : 0;
  }

  private static double square(double a) {
    return a * a;
  }

  // The first column and row of the window whose middle is not before a place on the paper.

  private int column(double x) {
    return Math.clamp((long) (x - window.x() + 0.5), 0, window.width());
  }

  private int row(double y) {
    return Math.clamp((long) (y - window.y() + 0.5), 0, window.height());
  }
}
