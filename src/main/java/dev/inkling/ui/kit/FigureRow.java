package dev.inkling.ui.kit;

import java.util.Collections;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

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
}
