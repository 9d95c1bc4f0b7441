package dev.inkling.ink;

import dev.inkling.image.GreyImage;
import java.util.List;

/**
 * Turns a drawing into grey pixels, the same for the window, the command line and the synthetic
 * digits. Edges are antialiased: a pixel's ink falls from 1 to 0 over one pixel at the brush's rim.
 */
public final class Raster {
  private final int size;
  private final double scale;
  private final float[] ink;

  private Raster(int size) {
    this.size = size;
    this.scale = (double) size / Drawing.SIZE;
    this.ink = new float[size * size];
  }

  /** The drawing in the pad's own pixels, {@link Drawing#SIZE} by {@link Drawing#SIZE}. */
  public static GreyImage of(Drawing drawing) {
    return of(drawing, Drawing.SIZE);
  }

  /**
   * The drawing in another resolution.
   *
   * @param size pixels on each side
   */
  public static GreyImage of(Drawing drawing, int size) {
    Raster raster = new Raster(size);
    for (Mark mark : drawing.marks()) {
      switch (mark) {
        case Stroke stroke -> raster.draw(stroke);
        case Picture picture -> raster.draw(picture);
      }
    }
    return new GreyImage(size, size, raster.ink);
  }

  private void draw(Picture picture) {
    GreyImage image = picture.ink();
    GreyImage scaled = image.resample(image.box(), size, size);
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.max(ink[i], scaled.ink()[i]);
    }
  }

  private void draw(Stroke stroke) {
    List<Point> path = stroke.path();
    // The eraser takes the brush's soft rim too, or a wiped-out dot would leave a ring.
    double radius = stroke.width() / 2 * scale + (stroke.erases() ? 1 : 0);
    Point from = path.getFirst();
    for (Point to : path) {
      segment(from, to, radius, stroke.erases());
      from = to;
    }
  }

  private void segment(Point from, Point to, double radius, boolean erases) {
    double x0 = from.x() * scale;
    double y0 = from.y() * scale;
    double dx = to.x() * scale - x0;
    double dy = to.y() * scale - y0;
    double squared = dx * dx + dy * dy;
    double reach = radius + 1;
    double farthest = square(reach);
    float done = erases ? 0 : 1;
    int left = pixel(Math.min(x0, x0 + dx) - reach);
    int right = pixel(Math.max(x0, x0 + dx) + reach);
    int bottom = pixel(Math.max(y0, y0 + dy) + reach);
    for (int y = pixel(Math.min(y0, y0 + dy) - reach); y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int i = y * size + x;
        if (ink[i] == done) {
          continue; // most of a stroke's pixels lie under several of its segments
        }
        double px = x + 0.5 - x0;
        double py = y + 0.5 - y0;
        double t = squared == 0 ? 0 : Math.clamp((px * dx + py * dy) / squared, 0, 1);
        double distance = square(px - t * dx) + square(py - t * dy);
        if (distance < farthest) {
          float covered = (float) Math.clamp(radius + 0.5 - Math.sqrt(distance), 0, 1);
          ink[i] = erases ? Math.min(ink[i], 1 - covered) : Math.max(ink[i], covered);
        }
      }
    }
  }

  private static double square(double a) {
    return a * a;
  }

  private int pixel(double coordinate) {
    return Math.clamp(Math.round(coordinate), 0, size);
  }
}
