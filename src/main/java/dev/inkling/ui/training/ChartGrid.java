package dev.inkling.ui.training;

import dev.inkling.ui.chart.ChartCard;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/** Charts in three columns and two rows, all equally wide and high. */
class ChartGrid extends GridPane {
  private static final int COLUMNS = 3;
  private static final int ROWS = 2;

  ChartGrid() {
    getStyleClass().add("charts");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / COLUMNS);
      getColumnConstraints().add(third);
    }
    for (int i = 0; i < ROWS; i++) {
      RowConstraints half = new RowConstraints();
      half.setPercentHeight(100.0 / ROWS);
      getRowConstraints().add(half);
    }
  }

  /** Puts a card behind those that are there. */
  final void add(ChartCard card) {
    int place = getChildren().size();
    add(card, place % COLUMNS, place / COLUMNS);
  }

  /** Columns are equally wide, which a grid’s own least width does not count. */
  @Override
  protected double computeMinWidth(double height) {
    return COLUMNS * most(this::share) + (COLUMNS - 1) * snapSpaceX(getHgap());
  }

  /** Rows are equally high, likewise. */
  @Override
  protected double computeMinHeight(double width) {
    return ROWS * most(card -> card.minHeight(-1)) + (ROWS - 1) * snapSpaceY(getVgap());
  }

  private double share(Node card) {
    Integer span = GridPane.getColumnSpan(card);
    int columns = span == null ? 1 : span;
    return (card.minWidth(-1) - (columns - 1) * snapSpaceX(getHgap())) / columns;
  }

  private double most(ToDoubleFunction<Node> length) {
    return getManagedChildren().stream().mapToDouble(length).max().orElse(0);
  }
}
