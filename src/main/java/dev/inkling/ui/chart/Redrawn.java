package dev.inkling.ui.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;

/**
 * What draws itself on a canvas, and can do so with more pixels: a canvas as it is would be blurred
 * in a picture that is larger than the screen.
 */
public interface Redrawn {
  /**
   * Lays over the canvas what it shows, drawn anew.
   *
   * @param scale pixels in a logical pixel, above 0
   * @return what takes that away again
   */
  Runnable redraw(double scale);

  /**
   * Likewise, for a canvas.
   *
   * @param among its siblings and itself
   * @param painting what it shows, in logical pixels
   */
  static Runnable over(
      Canvas canvas, List<Node> among, double scale, Consumer<GraphicsContext> painting) {
    Canvas fine =
        new Canvas(Math.rint(canvas.getWidth() * scale), Math.rint(canvas.getHeight() * scale));
    fine.getGraphicsContext2D().scale(scale, scale);
    painting.accept(fine.getGraphicsContext2D());
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    ImageView view = new ImageView(fine.snapshot(parameters, null));
    view.setManaged(false);
    view.setSmooth(false);
    view.setFitWidth(canvas.getWidth());
    view.setFitHeight(canvas.getHeight());
    view.relocate(canvas.getLayoutX(), canvas.getLayoutY());
    among.add(among.indexOf(canvas), view);
    canvas.setVisible(false);
    return () -> {
      among.remove(view);
      canvas.setVisible(true);
    };
  }
}
