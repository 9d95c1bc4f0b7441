package dev.inkling.ink;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Other versions of a drawing that the pad can hold: what would leave the pad is moved back, and
 * what is too large for it is made smaller as a whole, pens and all, which framing undoes. What was
 * drawn beyond the pad stays away.
 */
public final class Transform {
  /** Pens get no thinner than this, in the pad's pixels. */
  private static final double THINNEST = 2;

  private Transform() {}

  /**
   * Maps every place of the drawing. Pens keep their width, as if the same hand had drawn so; a
   * picture's strokes are mapped with the rest of it.
   *
   * @param map of the pad's pixels, with the middle of the ink as its origin
   */
  public static Drawing map(Drawing drawing, AffineTransform map) {
    Drawing seen = Clip.toPad(drawing);
    Rectangle2D ink = bounds(seen, new AffineTransform());
    if (ink == null || map.isIdentity()) {
      return drawing;
    }
    AffineTransform around = new AffineTransform();
    around.translate(ink.getCenterX(), ink.getCenterY());
    around.concatenate(map);
    around.translate(-ink.getCenterX(), -ink.getCenterY());
    return onPad(seen, around);
  }

  /**
   * Makes all pens wider or thinner, but no thinner than 2 pixels; erasers stay.
   *
   * @param pixels of the pad that are added to the width; a picture's ink grows or shrinks by half
   *     of them on each side
   */
  public static Drawing thicken(Drawing drawing, double pixels) {
    if (pixels == 0) {
      return drawing;
    }
    Drawing thick =
        each(
            Clip.toPad(drawing),
            stroke -> thicken(stroke, pixels),
            picture -> new Picture(PictureTransform.grow(picture.ink(), pixels / 2)));
    boolean isBlank = bounds(thick, new AffineTransform()) == null;
    return isBlank ? thick : onPad(thick, new AffineTransform());
  }

  private static Drawing each(
      Drawing drawing, Function<Stroke, Mark> strokes, Function<Picture, Mark> pictures) {
    Function<Mark, Mark> all =
        mark ->
            switch (mark) {
              case Stroke stroke -> strokes.apply(stroke);
              case Picture picture -> pictures.apply(picture);
            };
    return new Drawing(drawing.marks().stream().map(all).toList());
  }

  private static Stroke thicken(Stroke stroke, double pixels) {
    return stroke.erases()
        ? stroke
        : new Stroke(stroke.points(), Math.max(THINNEST, stroke.width() + pixels), false);
  }

  /** The drawing mapped, then moved and scaled down until the pad holds it. */
  private static Drawing onPad(Drawing drawing, AffineTransform map) {
    AffineTransform whole = ontoPad(Objects.requireNonNull(bounds(drawing, map), "blank"));
    double pen = whole.getScaleX();
    whole.concatenate(map);
    return each(
        drawing,
        stroke -> map(stroke, whole, pen),
        picture -> new Picture(PictureTransform.map(picture.ink(), whole)));
  }

  private static AffineTransform ontoPad(Rectangle2D ink) {
    double scale = Math.min(1, Drawing.SIZE / Math.max(ink.getWidth(), ink.getHeight()));
    AffineTransform fit =
        AffineTransform.getTranslateInstance(
            back(ink.getMinX() * scale, ink.getMaxX() * scale),
            back(ink.getMinY() * scale, ink.getMaxY() * scale));
    fit.scale(scale, scale);
    return fit;
  }

  /** The shift that brings a stretch no longer than the pad onto it. */
  private static double back(double from, double to) {
    return from < 0 ? -from : Math.min(0, Drawing.SIZE - to);
  }

  private static Stroke map(Stroke stroke, AffineTransform map, double pen) {
    List<Point> points = stroke.points().stream().map(point -> map(point, map)).toList();
    return new Stroke(points, stroke.width() * pen, stroke.erases());
  }

  private static Point map(Point point, AffineTransform map) {
    Point2D to = map.transform(new Point2D.Double(point.x(), point.y()), null);
    return new Point(to.getX(), to.getY());
  }

  /** A box around all ink that the mapped drawing has at most; null without a pen or a picture. */
  private static @Nullable Rectangle2D bounds(Drawing drawing, AffineTransform map) {
    Rectangle2D bounds = null;
    for (Mark mark : drawing.marks()) {
      Rectangle2D more =
          switch (mark) {
            case Stroke stroke when stroke.erases() -> null;
            case Stroke stroke -> bounds(map(stroke, map, 1));
            case Picture picture -> PictureTransform.bounds(picture.ink(), map);
          };
      bounds = bounds == null ? more : more == null ? bounds : bounds.createUnion(more);
    }
    return bounds;
  }

  private static Rectangle2D bounds(Stroke stroke) {
    Point first = stroke.points().getFirst();
    Rectangle2D box = new Rectangle2D.Double(first.x(), first.y(), 0, 0);
    stroke.points().forEach(point -> box.add(point.x(), point.y()));
    double rim = stroke.width() / 2;
    return new Rectangle2D.Double(
        box.getX() - rim, box.getY() - rim, box.getWidth() + 2 * rim, box.getHeight() + 2 * rim);
  }
}
