package dev.inkling.report;

import dev.inkling.chart.GraphicsPainter;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.PngChart;
import dev.inkling.chart.Type;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.file.PngFile;
import dev.inkling.image.Framing;
import dev.inkling.text.Messages;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The images that cost the greatest loss among those that were misread, for a page or a picture.
 */
final class Gallery {
  /** As many as one looks through; all of them are in the table. */
  static final int MOST = 200;

  private static final int COLUMNS = 8;
  private static final int TILE = 112;
  private static final int GAP = 12;
  private static final int LINE = 16;
  private static final int ROW = TILE + 2 * LINE + GAP;
  private static final Type TYPE = new Type(12, false);

  /** Vermilion of the chart's palette. */
  private static final int MARK = 0xffc24c00;

  private final Predictions all;
  private final Results results;
  private final Messages messages;
  private final List<Integer> worst;

  Gallery(Results results, Messages messages) {
    this.results = results;
    this.messages = messages;
    all = results.predictions();
    worst =
        IntStream.of(results.misread())
            .boxed()
            .sorted(Comparator.comparingDouble(all::loss).reversed())
            .limit(MOST)
            .toList();
  }

  /** Number of images in the gallery. */
  int size() {
    return worst.size();
  }

  private String reading(int i) {
    String sure = ValueFormat.percent(all.confidence(i), 0);
    return all.name(all.label(i)) + " → " + all.name(all.predicted(i)) + " · " + sure;
  }

  /** Which image it is, and whether its label is known to be wrong. */
  private String place(int i) {
    return results.labelErrors().isKnown(i)
        ? messages.get("report.results.labelError", String.valueOf(i))
        : "#" + i;
  }

  private int color(int i) {
    return results.labelErrors().isKnown(i) ? MARK : Look.PAPER.muted();
  }

  /** Writes the tiles into a page. */
  void writeTo(Html html) {
    html.markup("<div class=\"gallery\">\n");
    for (int i : worst) {
      html.markup("<figure><img alt=\"\" src=\"data:image/png;base64," + base64(i) + "\"/>");
      html.markup("<figcaption>").element("div", "", reading(i));
      String style = String.format(Locale.ROOT, " style=\"color:#%06x\"", color(i) & 0xffffff);
      html.element("div", style, place(i)).markup("</figcaption></figure>\n");
    }
    html.markup("</div>\n");
  }

  private String base64(int i) {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      PngFile.write(png, image(i));
      return Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e); // in memory nothing can fail
    }
  }

  /** An image as MNIST has it, bright on black. */
  private BufferedImage image(int i) {
    BufferedImage image =
        new BufferedImage(Framing.SIZE, Framing.SIZE, BufferedImage.TYPE_BYTE_GRAY);
    for (int p = 0; p < Digits.PIXELS; p++) {
      int grey = Math.round(all.digits().ink(i, p) * 255);
      image.getRaster().setSample(p % Framing.SIZE, p / Framing.SIZE, 0, grey);
    }
    return image;
  }

  /**
   * All tiles as one picture.
   *
   * @param scale pixels in a logical pixel
   */
  BufferedImage picture(double scale) {
    int columns = Math.clamp(worst.size(), 1, COLUMNS);
    int rows = Math.max(1, (worst.size() + COLUMNS - 1) / COLUMNS);
    int width = Math.max(GAP + columns * (TILE + GAP), 3 * TILE);
    return PngChart.draw(
        width,
        GAP + rows * ROW,
        scale,
        graphics -> paint(graphics, new GraphicsPainter(graphics, scale)));
  }

  private void paint(Graphics2D graphics, Painter painter) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    if (worst.isEmpty()) {
      String none = messages.get("report.results.none");
      painter.text(none, GAP, 2 * LINE, Painter.Align.LEFT, TYPE, Look.PAPER.text());
    }
    for (int k = 0; k < worst.size(); k++) {
      int i = worst.get(k);
      int x = GAP + k % COLUMNS * (TILE + GAP);
      int y = GAP + k / COLUMNS * ROW;
      graphics.drawImage(image(i), x, y, TILE, TILE, null);
      double middle = x + TILE / 2.0;
      painter.text(
          reading(i), middle, y + TILE + LINE - 2, Painter.Align.CENTER, TYPE, Look.PAPER.text());
      painter.text(place(i), middle, y + TILE + 2 * LINE - 2, Painter.Align.CENTER, TYPE, color(i));
    }
  }
}
