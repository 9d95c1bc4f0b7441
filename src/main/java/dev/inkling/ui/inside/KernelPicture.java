package dev.inkling.ui.inside;

import dev.inkling.chart.SignedShades;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints the weights of a kernel: orange above zero, blue below. */
final class KernelPicture {
  private static final Color EDGE = Color.gray(0.5, 0.4);

  private KernelPicture() {}

  /**
   * A kernel.
   *
   * @param weights row-major, as many rows as columns
   * @param limit weight that has the full colour, above 0
   */
  static SquareCanvas.Painting of(float[] weights, double limit, boolean isDark) {
    return (graphics, side) -> paint(graphics, side, weights, limit, isDark);
  }

  private static void paint(
      GraphicsContext graphics, double side, float[] weights, double limit, boolean isDark) {
    int columns = (int) Math.round(Math.sqrt(weights.length));
    double cell = side / columns;
    for (int i = 0; i < weights.length; i++) {
      int argb = SignedShades.color(weights[i] / limit, isDark);
      graphics.setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
      int row = i / columns;
      graphics.fillRect(i % columns * cell, row * cell, cell, cell);
    }
    graphics.setStroke(EDGE); // a weight near 0 has the colour of the paper
    graphics.strokeRect(0.5, 0.5, side - 1, side - 1);
  }
}
