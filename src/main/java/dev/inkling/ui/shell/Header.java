package dev.inkling.ui.shell;

import dev.inkling.ui.kit.Segments;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * What stands above the screens. Where it is too narrow for all of it, the program’s name goes
 * first, then the screens’ icons, then their names. There is always room for what shows now and
 * then, or all would move when it does.
 */
final class Header extends HBox {
  /** What is shown of the screens’ buttons, from the most to the least. */
  private static final ContentDisplay[] LEVELS = {
    ContentDisplay.LEFT, ContentDisplay.LEFT, ContentDisplay.TEXT_ONLY, ContentDisplay.GRAPHIC_ONLY
  };

  private final Label title = new Label("Inkling");
  private final Segments<?> screens;
  private final Region status;

  /** As wide as the status is at most. */
  private double room;

  /**
   * A header.
   *
   * @param status what shows now and then; while it is not managed, as wide as it gets
   * @param more what stands at its end
   */
  Header(Segments<?> screens, Region status, Node... more) {
    this.screens = screens;
    this.status = status;
    ImageView icon =
        new ImageView(
            new Image(Header.class.getResourceAsStream("/dev/inkling/icons/inkling-64.png")));
    icon.setFitHeight(32);
    icon.setFitWidth(32);
    title.getStyleClass().add("app-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.managedProperty().bind(title.visibleProperty());
    HBox.setMargin(screens, new Insets(0, 0, 0, 10));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(icon, title, screens, gap, status);
    getChildren().addAll(more);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("header");
    setMinWidth(0);
    widthProperty().addListener(_ -> fit());
  }

  /** Shows as much as there is room for: after a change of texts or of their size. */
  void fit() {
    for (int level = 0; level < LEVELS.length; level++) {
      show(level);
      applyCss();
      if (wanted() <= getWidth()) {
        return;
      }
    }
  }

  private double wanted() {
    double shown = status.prefWidth(-1) + getSpacing();
    if (!status.isManaged()) {
      room = shown;
    }
    double missing = status.isManaged() ? room - shown : room;
    return prefWidth(-1) + Math.max(0, missing);
  }

  private void show(int level) {
    title.setVisible(level == 0);
    for (ToggleButton button : screens.getButtons()) {
      button.setContentDisplay(LEVELS[level]);
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
  }
}
