package dev.inkling.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Window;

/** A dialog's pane that is never larger than the screen: with large texts its content scrolls. */
final class FittingPane extends DialogPane {
  /** For the system's title bar and borders. */
  private static final double FRAME = 48;

  private final Window owner;

  /**
   * A pane.
   *
   * @param owner on whose screen the dialog will be
   */
  FittingPane(Window owner) {
    this.owner = owner;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.min(super.computePrefWidth(height), screen().getWidth() - FRAME);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.min(super.computePrefHeight(width), screen().getHeight() - FRAME);
  }

  private Rectangle2D screen() {
    return Screen.getScreensForRectangle(
            owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
        .stream()
        .findFirst()
        .orElseGet(Screen::getPrimary)
        .getVisualBounds();
  }
}
