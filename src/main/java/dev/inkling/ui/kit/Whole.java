package dev.inkling.ui.kit;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Has a tooltip say the whole of a text where there is no room for it. */
public final class Whole {
  private static final double WIDEST = 480;

  private Whole() {}

  /** The same control, whose tooltip it is from now on. */
  public static <T extends Labeled> T of(T labeled) {
    Tooltip whole = new Tooltip();
    whole.setWrapText(true);
    whole.setMaxWidth(WIDEST);
    whole.textProperty().bind(labeled.textProperty());
    labeled
        .tooltipProperty()
        .bind(labeled.textTruncatedProperty().map(isCut -> isCut ? whole : null));
    return labeled;
  }
}
