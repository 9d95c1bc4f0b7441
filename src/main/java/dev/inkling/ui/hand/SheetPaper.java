package dev.inkling.ui.hand;

import java.util.List;
import javafx.scene.layout.Region;

/** The cells of the sheet as squares as large as there is room for, in lines of ten or of five. */
final class SheetPaper extends Region {
  private static final int[] COLUMNS = {SheetViewModel.DIGITS, SheetViewModel.DIGITS / 2};

  /** Between two cells, in pixels. */
  private static final double GAP = 6;

  /** Side of a cell that one can still write in, in pixels. */
  private static final double LEAST = 60;

  /** Side of a cell that a hand does not have to travel in, in pixels. */
  private static final double MOST = 190;

  private final List<SheetCellView> cells;

  SheetPaper(List<SheetCellView> cells) {
    this.cells = cells;
    getStyleClass().add("sheet-paper");
    getChildren().addAll(cells);
    int columns = COLUMNS[0];
    setMinSize(size(columns, LEAST), size(rows(columns), LEAST));
  }

  private int rows(int columns) {
    return (cells.size() + columns - 1) / columns;
  }

  private static double size(int count, double side) {
    return count * side + (count - 1) * GAP;
  }

  /** Side of the cells in so many columns. */
  private double side(int columns) {
    double across = (getWidth() + GAP) / columns - GAP;
    double down = (getHeight() + GAP) / rows(columns) - GAP;
    return Math.clamp(Math.min(across, down), 1, MOST);
  }

  @Override
  protected void layoutChildren() {
    int columns = side(COLUMNS[0]) >= side(COLUMNS[1]) ? COLUMNS[0] : COLUMNS[1];
    double side = Math.floor(side(columns));
    double left = Math.floor((getWidth() - size(columns, side)) / 2);
    double top = Math.floor((getHeight() - size(rows(columns), side)) / 2);
    for (int i = 0; i < cells.size(); i++) {
      int row = i / columns;
      int column = i % columns;
      double x = left + column * (side + GAP);
      cells.get(i).resizeRelocate(x, top + row * (side + GAP), side, side);
    }
  }
}
