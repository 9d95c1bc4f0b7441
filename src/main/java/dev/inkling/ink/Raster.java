package dev.inkling.ink;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Piece;
import java.util.List;
import java.util.Optional;

/**
 * Turns a drawing into grey pixels, the same for the window, the command line and the synthetic
 * digits. Edges are antialiased: a pixel's ink falls from 1 to 0 over one pixel at the brush's rim.
 */
public final class Raster {
  private Raster() {}

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
    if (drawing.marks().size() == 1
        && drawing.marks().getFirst() instanceof Picture only
        && only.ink().width() == size
        && only.ink().height() == size) {
      return only.ink();
    }
    Brush brush = new Brush((double) size / Drawing.SIZE, new Box(0, 0, size, size));
    for (Mark mark : drawing.marks()) {
      switch (mark) {
        case Stroke stroke -> brush.draw(stroke, stroke.path());
        case Picture picture -> brush.draw(picture);
      }
    }
    return brush.image();
  }

  /**
   * The same ink in the pad's own pixels, without the paper around it: what strokes leave white is
   * not looked at.
   *
   * @return nothing on a blank pad
   */
  public static Optional<Piece> ink(Drawing drawing) {
    return drawing.marks().stream().allMatch(Stroke.class::isInstance)
        ? ink(drawing.marks().stream().map(Stroke.class::cast).toList())
        : Piece.in(of(drawing));
  }

  private static Optional<Piece> ink(List<Stroke> strokes) {
    List<List<Point>> paths = strokes.stream().map(Stroke::path).toList();
    Box window = window(strokes, paths);
    if (window.width() < 1 || window.height() < 1) {
      return Optional.empty();
    }
    Brush brush = new Brush(1, window);
    for (int i = 0; i < paths.size(); i++) {
      brush.draw(strokes.get(i), paths.get(i));
    }
    return Piece.in(brush.image()).map(piece -> piece.moved(window.x(), window.y()));
  }

  /** Where ink may be, as far as it is on the pad. */
  private static Box window(List<Stroke> strokes, List<List<Point>> paths) {
    int left = Drawing.SIZE;
    int right = 0;
    int top = Drawing.SIZE;
    int bottom = 0;
    for (int i = 0; i < paths.size(); i++) {
      double reach = strokes.get(i).width() / 2 + 1;
      for (Point point : strokes.get(i).erases() ? List.<Point>of() : paths.get(i)) {
        left = Math.min(left, pixel(point.x() - reach));
        right = Math.max(right, pixel(point.x() + reach));
        top = Math.min(top, pixel(point.y() - reach));
        bottom = Math.max(bottom, pixel(point.y() + reach));
      }
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private static int pixel(double coordinate) {
    return Math.clamp(Math.round(coordinate), 0, Drawing.SIZE);
  }
}
