package dev.inkling.ui.kit;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** An image in a {@link TileGrid}, with what is to be said of it. */
public abstract class SampleTile extends VBox {
  /** Width with the air around it, in logical pixels. */
  public static final double WIDTH = 102;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private int sample = -1;
  private Supplier<String> spoken = () -> "";

  /** A tile that shows nothing. */
  @SuppressWarnings("this-escape") // nothing of it that a subclass could change is called
  protected SampleTile() {
    getStyleClass().add("tile");
    setAccessibleRole(AccessibleRole.BUTTON);
    setVisible(false);
  }

  /** The colour of ink on the window's paper. */
  public static Color ink(boolean isDark) {
    return isDark ? Color.web("#f0f3f6") : Color.web("#1b1f3b");
  }

  /** The sample that is shown, as its index in the data set; -1 for none. */
  public final int sample() {
    return sample;
  }

  /** Shows nothing. */
  public final void clear() {
    sample = -1;
    setVisible(false);
  }

  /**
   * It shows a sample now.
   *
   * @param words that say so; putting them together takes time when scrolling, so only screen
   *     readers ask for them
   */
  protected final void shown(int i, Supplier<String> words) {
    sample = i;
    spoken = words;
    setVisible(true);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? spoken()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /** What it shows, in words. */
  public final String spoken() {
    return spoken.get();
  }

  /** Whether this is the sample that is looked at. */
  public final void markSelected(boolean isSelected) {
    pseudoClassStateChanged(SELECTED, isSelected);
  }
}
