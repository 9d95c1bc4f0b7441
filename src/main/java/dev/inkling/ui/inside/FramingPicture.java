package dev.inkling.ui.inside;

import dev.inkling.explain.FramingEffect;
import dev.inkling.image.Framing;
import dev.inkling.image.Framing.Step;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ui.kit.InkImages;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints what a step of framing made of the ink, as the network sees it: white on black. */
final class FramingPicture {
  private static final Color MARK = Color.web("#a5a4f7");

  private final GraphicsContext graphics;
  private final double side;

  private FramingPicture(GraphicsContext graphics, double side) {
    this.graphics = graphics;
    this.side = side;
    SquareCanvas.BLACK.paint(graphics, side);
    graphics.setStroke(MARK);
    graphics.setLineWidth(1);
    graphics.setLineDashes(3, 3);
  }

  /** What a step made, with what it went by: a box or the middle. */
  static SquareCanvas.Painting of(FramingEffect effect, Step step) {
    return (graphics, side) -> {
      FramingPicture picture = new FramingPicture(graphics, side);
      switch (step) {
        case CROP -> picture.paintCropped(effect.trace().cropped());
        case FIT -> picture.paintFitted(effect.trace().fitted());
        case STRENGTHEN -> picture.paintFitted(effect.trace().strengthened());
        case CENTER -> picture.paintFramed(effect.trace().framed());
      }
    };
  }

  /** The ink as it was drawn, in its box. */
  static SquareCanvas.Painting raw(FramingEffect effect) {
    return (graphics, side) -> new FramingPicture(graphics, side).paintRaw(effect.raw());
  }

  private void paintRaw(GreyImage raw) {
    Box ink = Objects.requireNonNullElseGet(raw.inkBox(), raw::box);
    double cell = side / raw.width();
    paint(raw, 0, 0, cell);
    frame(ink.x() * cell, ink.y() * cell, ink.width() * cell, ink.height() * cell);
  }

  private void paintCropped(GreyImage cropped) {
    double cell = side / cropped.box().longerSide();
    paintInMiddle(cropped, cell);
  }

  /** In the pixels of the network's picture, with the box that it should fill. */
  private void paintFitted(GreyImage fitted) {
    double cell = side / Framing.SIZE;
    paintInMiddle(fitted, cell);
    double margin = (Framing.SIZE - Framing.FIT) / 2.0 * cell;
    frame(margin, margin, Framing.FIT * cell, Framing.FIT * cell);
  }

  private void paintFramed(GreyImage framed) {
    double cell = side / Framing.SIZE;
    paint(framed, 0, 0, cell);
    double middle = Math.round((Framing.CENTER + 0.5) * cell) + 0.5;
    graphics.strokeLine(middle, 0, middle, side);
    graphics.strokeLine(0, middle, side, middle);
  }

  private void paintInMiddle(GreyImage image, double cell) {
    double x = Math.round((side - image.width() * cell) / 2);
    double y = Math.round((side - image.height() * cell) / 2);
    paint(image, x, y, cell);
  }

  private void paint(GreyImage image, double x, double y, double cell) {
    graphics.setImageSmoothing(cell < 3);
    graphics.drawImage(
        InkImages.of(image, Color.WHITE, 1), x, y, image.width() * cell, image.height() * cell);
  }

  private void frame(double x, double y, double width, double height) {
    graphics.strokeRect(
        Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(width) - 1, Math.round(height) - 1);
  }
}
