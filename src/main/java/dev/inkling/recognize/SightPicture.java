package dev.inkling.recognize;

import dev.inkling.image.Found;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.recognize.PictureReader.Seen;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A picture with what was found in it drawn over it: what was read in red with a box around each
 * digit, what was written beside it in yellow, and what was left out in blue, such as lines, edges
 * and specks. The picture itself is paled, so that the colours tell.
 */
public final class SightPicture {
  /** What was read, as red, green and blue. */
  public static final int READ = 0xd0102a;

  /** What is written beside it. */
  public static final int BESIDE = 0xe09a00;

  /** What differs from the paper, too, but was left out. */
  public static final int LEFT_OUT = 0x2a5fd0;

  /** A digit's box. */
  public static final int BOX = 0x107030;

  /** How much of the picture's own colours is kept; the rest is white. */
  public static final double PALED = 0.45;

  private static final int LONGER_SIDE = 800;

  private SightPicture() {}

  /**
   * The part of the picture that was looked at, with what was seen over it.
   *
   * @return its longer side is about {@value #LONGER_SIDE} pixels
   */
  public static BufferedImage of(BufferedImage whole, Seen seen) {
    BufferedImage out = coloured(whole, seen);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    boxes(graphics, seen, (double) out.getWidth() / seen.ink().width());
    graphics.dispose();
    return out;
  }

  /** Likewise, without the boxes. */
  public static BufferedImage coloured(BufferedImage whole, Seen seen) {
    Box view = seen.view();
    BufferedImage picture = whole.getSubimage(view.x(), view.y(), view.width(), view.height());
    double scale = (double) LONGER_SIDE / view.longerSide();
    int width = Math.max(1, (int) Math.round(view.width() * scale));
    int height = Math.max(1, (int) Math.round(view.height() * scale));
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    colour(out, seen);
    return out;
  }

  /** What stands at the box of a digit. */
  public static String label(Seen seen, Reading.Digit digit) {
    return seen.isAnswer() ? String.valueOf(digit.recognition().digit()) : "?";
  }

  private static void colour(BufferedImage out, Seen seen) {
    Found found = seen.found();
    GreyImage everything = found.all();
    int w = seen.ink().width();
    int h = seen.ink().height();
    for (int y = 0; y < out.getHeight(); y++) {
      int row = Math.min(h - 1, y * h / out.getHeight());
      for (int x = 0; x < out.getWidth(); x++) {
        int column = Math.min(w - 1, x * w / out.getWidth());
        int pale = mixed(out.getRGB(x, y), 0xffffff, 1 - PALED);
        double read = seen.ink().at(column, row);
        double written = found.page().at(column, row);
        double all = everything.at(column, row);
        int over = read > 0 ? READ : written > 0 ? BESIDE : LEFT_OUT;
        out.setRGB(x, y, mixed(pale, over, Math.max(read, Math.max(written, all))));
      }
    }
  }

  private static int mixed(int a, int b, double part) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double value = (1 - part) * (a >> shift & 0xff) + part * (b >> shift & 0xff);
      mixed |= (int) Math.round(value) << shift;
    }
    return mixed;
  }

  private static void boxes(Graphics2D graphics, Seen seen, double scale) {
    graphics.setStroke(new BasicStroke(2));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    graphics.setColor(new Color(BOX));
    for (Reading.Digit digit : seen.reading().digits()) {
      Box box = seen.place(digit);
      int x = (int) (box.x() * scale);
      int y = (int) (box.y() * scale);
      graphics.drawRect(x, y, (int) (box.width() * scale), (int) (box.height() * scale));
      graphics.drawString(label(seen, digit), x + 3, Math.max(18, y - 4));
    }
  }
}
