package dev.inkling.ui.inside;

import dev.inkling.ui.chart.Redrawn;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A square that something is painted on, as large as there is room for, in the middle of it. Where
 * its pixels are large, its side is a multiple of them, so that they are sharp and of one size.
 */
final class SquareCanvas extends Region implements Redrawn {
  /** Paints a square of a side in logical pixels; it is blank before. */
  interface Painting {
    void paint(GraphicsContext graphics, double side);
  }

  /** What a network sees before there is ink. */
  static final Painting BLACK =
      (graphics, side) -> {
        graphics.setFill(Color.BLACK);
        graphics.fillRect(0, 0, side, side);
      };

  /** From so many screen pixels on, a pixel can be seen as a square. */
  private static final int LARGE = 3;

  private final int pixels;
  private final Canvas canvas = new Canvas();
  private Painting painting = (_, _) -> {};

  /**
   * A blank square.
   *
   * @param pixels on each side of what it shows
   * @param least side that it is given
   * @param most side that it takes
   */
  SquareCanvas(int pixels, double least, double most) {
    this.pixels = pixels;
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(least, least);
    setPrefWidth(most);
    prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(getWidth(), least, most), widthProperty()));
    setMaxSize(most, most);
    getChildren().add(canvas);
  }

  /** Shows something else. */
  void show(Painting next) {
    painting = next;
    paint();
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    paint(graphics);
  }

  private void paint(GraphicsContext graphics) {
    graphics.setImageSmoothing(canvas.getWidth() < LARGE * pixels);
    if (canvas.getWidth() > 0) {
      graphics.save();
      painting.paint(graphics, canvas.getWidth());
      graphics.restore();
    }
  }

  @Override
  public Runnable redraw(double scale) {
    return Redrawn.over(canvas, getChildren(), scale, this::paint);
  }

  @Override
  protected void layoutChildren() {
    double room = Math.min(getWidth(), getHeight());
    double cell = Math.floor(room / pixels);
    double side = cell < LARGE ? Math.floor(room) : pixels * cell;
    canvas.relocate(
        snapPositionX((getWidth() - side) / 2), snapPositionY((getHeight() - side) / 2));
    if (canvas.getWidth() != side) {
      canvas.setWidth(side);
      canvas.setHeight(side);
      paint();
    }
  }
}
