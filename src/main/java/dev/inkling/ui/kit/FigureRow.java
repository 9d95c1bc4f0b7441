package dev.inkling.ui.kit;

import java.util.Collections;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Figures side by side, all as wide and as high as each other. A grid, because it knows how wide
 * its columns are before it asks how high the lines in them become.
 */
public final class FigureRow extends GridPane {
  /** An empty row. */
  public FigureRow() {
    getStyleClass().add("figures");
    setMinHeight(USE_PREF_SIZE);
  }

  /** Shows these, from left to right. */
  public void show(List<? extends Region> figures) {
    getChildren().clear();
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(100.0 / Math.max(1, figures.size()));
    getColumnConstraints().setAll(Collections.nCopies(figures.size(), column));
    for (int i = 0; i < figures.size(); i++) {
      figures.get(i).setMinWidth(0);
      figures.get(i).setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      add(figures.get(i), i, 0);
    }
  }

  /**
   * A figure with its name above, explained, and a note below.
   *
   * @param key of its name in the messages; the number's id has dashes instead of its dots
   */
  public static VBox figure(Texts texts, String key, String value, String note) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add("card-title");
    Label number = new Label(value);
    number.setId(key.replace('.', '-'));
    number.getStyleClass().add("figure");
    number.setMinWidth(USE_PREF_SIZE);
    Label small = new Label(note);
    small.getStyleClass().add("facts");
    small.setWrapText(true);
    HBox term = new HBox(name, InfoButton.of(texts, key));
    term.getStyleClass().add("term");
    VBox figure = new VBox(term, number, small);
    figure.getStyleClass().addAll("panel", "figure-panel");
    return figure;
  }
}
