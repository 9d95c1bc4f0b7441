package dev.inkling.ui.inside;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
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
    double x = beside();
    double y = Math.clamp(hole.getMinY(), GAP, Math.max(GAP, getHeight() - height - GAP));
    card.resizeRelocate(x, y, CARD, height);
  }

  /** Right of the part or left of it; over it where neither has room. */
  private double beside() {
    double right = hole.getMaxX() + GAP + 6;
    double left = hole.getMinX() - CARD - GAP - 6;
    if (right + CARD <= getWidth()) {
      return right;
    }
    return left >= 0 ? left : getWidth() - CARD - GAP;
  }
}
