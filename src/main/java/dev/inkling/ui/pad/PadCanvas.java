package dev.inkling.ui.pad;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Stroke;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/**
 * The square one draws on. What is finished lies on one canvas, the stroke that is being drawn on
 * another one above it, so that a movement of the hand redraws that stroke alone.
 */
public final class PadCanvas extends Region {
  /** Side of the smallest square that one can still write in, in screen pixels. */
  static final double LEAST = 180;

  private final PadViewModel pad;
  private final ObservableValue<Boolean> dark;
  private final Canvas finished = new Canvas();
  private final Canvas live = new Canvas();
  private final Circle brush = new Circle();

  /** A canvas on which a pad is drawn; a pad can have several. */
  public PadCanvas(PadViewModel pad, Texts texts, ObservableValue<Boolean> dark) {
    this.pad = pad;
    this.dark = dark;
    setId("pad-canvas");
    getStyleClass().add("pad-canvas");
    setPickOnBounds(false); // which the brush's ring widens: it would follow the pointer outside
    setMinSize(LEAST, LEAST);
    setPrefSize(2 * Drawing.SIZE, 2 * Drawing.SIZE);
    setFocusTraversable(true); // for screen readers, which tell what has the focus
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleRoleDescriptionProperty().bind(texts.bind("pad.canvas"));
    accessibleHelpProperty().bind(texts.bind("pad.canvas.help"));
    new SpokenAnswer(pad, texts).tellBy(this);
    brush.getStyleClass().add("brush");
    brush.setMouseTransparent(true);
    brush.setManaged(false);
    brush.setVisible(false);
    brush
        .radiusProperty()
        .bind(pad.brushWidthProperty().divide(2.0 * Drawing.SIZE).multiply(widthProperty()));
    getChildren().addAll(finished, live, brush);
    pad.drawingProperty().addListener(_ -> drawFinished());
    pad.strokeProperty().addListener(_ -> drawLive());
    dark.addListener(_ -> drawFinished());
    listen();
  }

  private void listen() {
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moveBrush);
    StrokeInput.follow(this, pad::press, pad::drag, pad::release);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moveBrush);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> brush.setVisible(false));
  }

  private void moveBrush(MouseEvent event) {
    brush.setVisible(getLayoutBounds().contains(event.getX(), event.getY()));
    brush.setCenterX(event.getX());
    brush.setCenterY(event.getY());
  }

  @Override
  protected void layoutChildren() {
    for (Canvas canvas : List.of(finished, live)) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      layoutInArea(canvas, 0, 0, getWidth(), getHeight(), 0, HPos.LEFT, VPos.TOP);
    }
    drawFinished();
    drawLive();
  }

  private void drawFinished() {
    painter(finished).paint(pad.drawingProperty().get().marks());
  }

  private void drawLive() {
    Stroke stroke = pad.strokeProperty().get();
    painter(live).paint(stroke == null ? List.of() : List.of(stroke));
  }

  private InkPainter painter(Canvas canvas) {
    return InkPainter.on(canvas, dark.getValue());
  }
}
