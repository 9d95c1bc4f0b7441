package dev.inkling.ui.inside;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the screen during the tour: shades all but the part that is spoken of, which still can
 * be used, and has the words beside it.
 */
final class TourView extends Pane {
  private static final double CARD = 360;
  private static final double GAP = 14;
  private static final double ROUND = 14;

  private final TourViewModel tour;
  private final Texts texts;
  private final Label title = new Label();
  private final Label count = new Label();
  private final Label words = new Label();
  private final Button back = new Button();
  private final Button next = new Button();
  private final Region card;
  private final Runnable follow = this::follow;
  private Bounds hole = new BoundingBox(0, 0, 0, 0);

  TourView(TourViewModel tour, Texts texts) {
    this.tour = tour;
    this.texts = texts;
    card = card();
    setId("inside-tour");
    setPickOnBounds(false);
    setVisible(false);
    tour.stepProperty().subscribe(this::show);
    texts.messagesProperty().subscribe(_ -> write());
    sceneProperty().subscribe(this::moved);
  }

  private Region card() {
    title.setId("tour-title");
    title.getStyleClass().add("headline");
    count.getStyleClass().add("facts");
    words.setId("tour-words");
    words.setWrapText(true);
    words.setMinHeight(Label.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(8, count, gap, back, next);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(10, head(), words, foot);
    card.getStyleClass().addAll("panel", "tour-card");
    card.setPrefWidth(CARD);
    back.setId("tour-back");
    back.textProperty().bind(texts.bind("inside.tour.back"));
    back.setOnAction(_ -> tour.back());
    next.setId("tour-next");
    next.setOnAction(_ -> tour.next());
    next.getStyleClass().add(Styles.ACCENT);
    return card;
  }

  private Node head() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    IconButton close = new IconButton(texts, "inside.tour.close", "bi-x", tour::close);
    close.getStyleClass().add(Styles.FLAT);
    HBox head = new HBox(8, title, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(follow);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(follow);
    }
  }

  private void show(@Nullable TourStep step) {
    setVisible(step != null);
    if (step != null) {
      write();
      Platform.runLater(next::requestFocus);
      requestLayout();
    }
  }

  private void write() {
    TourStep step = tour.stepProperty().get();
    if (step != null) {
      title.setText(texts.get(step.key()));
      words.setText(texts.get(step.key() + ".text"));
      int steps = TourStep.values().length;
      count.setText(texts.get("inside.tour.step", step.ordinal() + 1, steps));
      boolean isLast = step.ordinal() + 1 == steps;
      next.setText(texts.get(isLast ? "inside.tour.end" : "inside.tour.next"));
      back.setDisable(step.ordinal() == 0);
    }
  }

  /** The keys of the tour, wherever on the screen the focus is. */
  void handle(KeyEvent event) {
    if (!isVisible()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT, PAGE_DOWN -> tour.next();
      case LEFT, PAGE_UP -> tour.back();
      case ESCAPE -> tour.close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** The part that is spoken of may come, or move, with any layout. */
  private void follow() {
    if (isVisible() && !target().equals(hole)) {
      hole = target();
      Platform.runLater(this::requestLayout); // in the next pulse: this one has its layout
    }
  }

  private Bounds target() {
    Node node = getScene().getRoot().lookup(tour.stepProperty().get().target());
    Bounds whole = new BoundingBox(0, 0, getWidth(), getHeight());
    return node == null ? whole : sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  @Override
  protected void layoutChildren() {
    if (!isVisible()) {
      return;
    }
    Rectangle all = new Rectangle(-GAP, -GAP, getWidth() + 2 * GAP, getHeight() + 2 * GAP);
    Rectangle free =
        new Rectangle(
            hole.getMinX() - 6, hole.getMinY() - 6, hole.getWidth() + 12, hole.getHeight() + 12);
    free.setArcWidth(2 * ROUND);
    free.setArcHeight(2 * ROUND);
    Shape shade = Shape.subtract(all, free);
    shade.getStyleClass().add("tour-shade");
    getChildren().setAll(shade, card);
    double height = card.prefHeight(CARD);
    Point2D place = place(height);
    card.resizeRelocate(place.getX(), place.getY(), CARD, height);
  }

  /** Right of the part, left of it, below or above it; over it only where none has room. */
  private Point2D place(double height) {
    double away = GAP + 6;
    double x = within(hole.getMaxX() - CARD, getWidth() - CARD);
    double y = within(hole.getMinY(), getHeight() - height);
    return Stream.of(
            new Point2D(hole.getMaxX() + away, y),
            new Point2D(hole.getMinX() - CARD - away, y),
            new Point2D(x, hole.getMaxY() + away),
            new Point2D(x, hole.getMinY() - height - away))
        .filter(at -> hasRoom(at, height))
        .findFirst()
        .orElse(new Point2D(x, within(getHeight(), getHeight() - height)));
  }

  private boolean hasRoom(Point2D at, double height) {
    boolean isAcross = at.getX() >= 0 && at.getX() + CARD <= getWidth();
    return isAcross && at.getY() >= 0 && at.getY() + height <= getHeight();
  }

  private static double within(double wanted, double most) {
    return Math.clamp(wanted, GAP, Math.max(GAP, most - GAP));
  }
}
