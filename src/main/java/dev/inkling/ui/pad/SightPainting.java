package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import dev.inkling.recognize.SightPicture;
import dev.inkling.ui.pad.Sight.Tag;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Paints a picture, paled, and what was seen in it. Paper is light in the dark theme too, and so
 * these colours are the same in both.
 *
 * @param left of the picture on the screen
 * @param top likewise
 * @param scale screen pixels for each of the picture's
 */
record SightPainting(GraphicsContext graphics, double left, double top, double scale) {
  private static final Color FRAME = Color.web("#5b5bd6");
  private static final Color OUTSIDE = Color.web("#14142a", 0.5);
  private static final Font TAG = Font.font("Inter", FontWeight.BOLD, 14);

  /** In narrower boxes what is written can hardly be seen, and nothing is laid over it. */
  private static final double SMALL = 12;

  /** Height of what says which digit a box holds, in screen pixels. */
  private static final double CHIP = 18;

  /** Of a grip, in screen pixels. */
  private static final double GRIP = 8;

  static Color color(int rgb) {
    return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** What a hint's mark looks like. */
  static Color color(Hint.Kind kind) {
    return switch (kind) {
      case INK -> color(SightPicture.READ);
      case PAPER -> Color.WHITE;
      case LINE -> color(SightPicture.LEFT_OUT);
    };
  }

  Point2D toScreen(double x, double y) {
    return new Point2D(left + x * scale, top + y * scale);
  }

  Point2D toPicture(double x, double y) {
    return new Point2D((x - left) / scale, (y - top) / scale);
  }

  void picture(Image picture, Box whole) {
    graphics.setFill(Color.WHITE);
    graphics.fillRect(left, top, whole.width() * scale, whole.height() * scale);
    graphics.setGlobalAlpha(SightPicture.PALED);
    image(picture, whole);
    graphics.setGlobalAlpha(1);
  }

  void image(Image image, Box at) {
    Point2D corner = toScreen(at.x(), at.y());
    graphics.drawImage(
        image, corner.getX(), corner.getY(), at.width() * scale, at.height() * scale);
  }

  /** A digit's box; what it is stands above it, or inside where there is no room. */
  void tag(Tag tag) {
    Point2D corner = toScreen(tag.x(), tag.y());
    double x = corner.getX();
    double y = corner.getY();
    graphics.setStroke(color(SightPicture.BOX));
    boolean isSmall = tag.width() * scale < SMALL;
    graphics.setLineWidth(isSmall ? 0.75 : 1.5);
    graphics.strokeRect(x, y, tag.width() * scale, tag.height() * scale);
    if (isSmall) {
      return;
    }
    double chipTop = y - CHIP >= top ? y - CHIP : y;
    graphics.setFill(color(SightPicture.BOX));
    graphics.fillRect(x - 0.75, chipTop, CHIP * 0.8, CHIP);
    graphics.setFill(Color.WHITE);
    graphics.setFont(TAG);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.fillText(tag.text(), x - 0.75 + CHIP * 0.4, chipTop + CHIP * 0.8);
  }

  /** A frame with grips; what is outside of it is dimmed. */
  void frame(Box frame, Box whole) {
    Point2D a = toScreen(frame.x(), frame.y());
    Point2D b = toScreen(frame.right(), frame.bottom());
    double width = b.getX() - a.getX();
    double height = b.getY() - a.getY();
    graphics.setFill(OUTSIDE);
    graphics.setFillRule(FillRule.EVEN_ODD);
    graphics.beginPath();
    graphics.rect(left, top, whole.width() * scale, whole.height() * scale);
    graphics.rect(a.getX(), a.getY(), width, height);
    graphics.fill();
    graphics.setStroke(FRAME);
    graphics.setLineWidth(2);
    graphics.strokeRect(a.getX(), a.getY(), width, height);
    Point2D middle = a.midpoint(b);
    for (double x : new double[] {a.getX(), middle.getX(), b.getX()}) {
      for (double y : new double[] {a.getY(), middle.getY(), b.getY()}) {
        if (x != middle.getX() || y != middle.getY()) {
          grip(x, y);
        }
      }
    }
  }

  private void grip(double x, double y) {
    graphics.setFill(Color.WHITE);
    graphics.fillRect(x - GRIP / 2, y - GRIP / 2, GRIP, GRIP);
    graphics.strokeRect(x - GRIP / 2, y - GRIP / 2, GRIP, GRIP);
  }

  void hint(Hint hint) {
    Point2D at = toScreen(hint.x(), hint.y());
    graphics.setFill(color(hint.kind()));
    graphics.setStroke(hint.kind() == Hint.Kind.PAPER ? Color.GRAY : Color.WHITE);
    graphics.setLineWidth(2);
    graphics.fillOval(at.getX() - 5, at.getY() - 5, 10, 10);
    graphics.strokeOval(at.getX() - 5, at.getY() - 5, 10, 10);
  }

  /** Where a key would say something. */
  void cross(Point2D place) {
    Point2D at = toScreen(place.getX(), place.getY());
    graphics.setStroke(FRAME);
    graphics.setLineWidth(2);
    graphics.strokeLine(at.getX() - 12, at.getY(), at.getX() + 12, at.getY());
    graphics.strokeLine(at.getX(), at.getY() - 12, at.getX(), at.getY() + 12);
  }
}
