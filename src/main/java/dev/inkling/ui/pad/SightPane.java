package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.ui.kit.Texts;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The picture as large as there is room, with what was seen over it and the frame. */
final class SightPane extends Region {
  /** Around the picture, for the grips of a frame along its edge. */
  private static final double MARGIN = 6;

  private final SightViewModel model;
  private final Canvas canvas = new Canvas();
  private final SightKeys keys;
  private @Nullable Image picture;
  private @Nullable Image coloured;

  SightPane(SightViewModel model, Texts texts) {
    this.model = model;
    keys = new SightKeys(model, this);
    setId("pad-sight-picture");
    getStyleClass().add("sight-picture");
    setMinSize(100, 100);
    setPrefSize(300, 300);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(texts.bind("pad.sight.picture"));
    getChildren().add(canvas);
    new SightMouse(model, this).listen();
    keys.listen();
    model.openedProperty().subscribe(this::open);
    model.sightProperty().subscribe(this::show);
    model.frameProperty().subscribe(this::draw);
    model.aimProperty().subscribe(this::draw);
    model.toolProperty().subscribe(this::draw);
    focusedProperty().subscribe(this::draw);
    focusVisibleProperty().subscribe(this::draw);
  }

  private void open(@Nullable OpenedPicture opened) {
    picture = opened == null ? null : SwingFXUtils.toFXImage(opened.shown(), null);
    draw();
  }

  private void show(@Nullable Sight sight) {
    coloured =
        sight != null && sight.outcome() instanceof Sight.Found found
            ? SwingFXUtils.toFXImage(found.coloured(), null)
            : null;
    draw();
  }

  /** Where a place on the screen is in the picture, in its pixels. */
  Point2D toPicture(double x, double y) {
    return painting().toPicture(x, y);
  }

  /** A length on the screen, in the picture's pixels. */
  double toPicture(double length) {
    return length / painting().scale();
  }

  private SightPainting painting() {
    OpenedPicture opened = model.openedProperty().get();
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    if (opened == null) {
      return new SightPainting(graphics, 0, 0, 1);
    }
    Box box = opened.box();
    double scale =
        Math.min(
            (getWidth() - 2 * MARGIN) / box.width(), (getHeight() - 2 * MARGIN) / box.height());
    return new SightPainting(
        graphics,
        (getWidth() - box.width() * scale) / 2,
        (getHeight() - box.height() * scale) / 2,
        scale);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  /** Anew, after a change of whatever it shows. */
  void draw() {
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    OpenedPicture opened = model.openedProperty().get();
    Sight sight = model.sightProperty().get();
    Box frame = model.frameProperty().get();
    if (opened != null && sight != null && frame != null && picture != null) {
      draw(painting(), opened.box(), sight, frame, picture);
    }
  }

  private void draw(SightPainting painting, Box whole, Sight sight, Box frame, Image paled) {
    painting.picture(paled, whole);
    if (sight.outcome() instanceof Sight.Found found && coloured != null) {
      painting.image(coloured, found.view());
      found.tags().forEach(painting::tag);
    }
    painting.frame(frame, whole);
    Aim aim = model.aimProperty().get();
    if (aim != null) {
      aim.hints().forEach(painting::hint);
    }
    keys.cross().ifPresent(painting::cross);
  }
}
