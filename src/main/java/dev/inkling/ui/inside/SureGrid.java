package dev.inkling.ui.inside;

import dev.inkling.explain.Robustness;
import dev.inkling.explain.Robustness.Version;
import dev.inkling.explain.Variation;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/**
 * All versions of a drawing, a row for each variation, the unchanged one in the middle of each. One
 * of them is reached by tab, and from it the others by the arrow keys.
 */
final class SureGrid extends GridPane {
  /** Versions to each side of the middle, in the longest row. */
  private static final int REACH = Variation.ROTATION.amounts().size() / 2;

  private final SureCell[][] cells = new SureCell[Variation.values().length][];
  private final ReadOnlyObjectWrapper<@Nullable SureCell> looked = new ReadOnlyObjectWrapper<>();
  private final Consumer<Version> onChosen;
  private SureCell reached;

  /**
   * Cells without versions.
   *
   * @param onChosen hears of a version that was clicked, or chosen by the keyboard
   */
  SureGrid(Consumer<Version> onChosen) {
    this.onChosen = onChosen;
    setId("inside-sure-grid");
    getStyleClass().add("sure-grid");
    getColumnConstraints().add(new ColumnConstraints(118));
    ColumnConstraints column = new ColumnConstraints(0, 0, Double.MAX_VALUE);
    column.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(Collections.nCopies(2 * REACH + 1, column));
    for (Variation variation : Variation.values()) {
      cells[variation.ordinal()] = addCells(variation);
      RowConstraints row = new RowConstraints();
      row.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(row);
    }
    reach(cells[0][REACH]);
  }

  /** Puts something at the beginning of a variation's row. */
  void head(Variation variation, Node head) {
    add(head, 0, variation.ordinal());
  }

  /** The version that the pointer or the keyboard is at, or null. */
  ReadOnlyObjectProperty<@Nullable SureCell> lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  private SureCell[] addCells(Variation variation) {
    List<Double> amounts = variation.amounts();
    int middle = amounts.indexOf(variation.neutral());
    SureCell[] row = new SureCell[amounts.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = new SureCell(variation, amounts.get(i));
      row[i].setId("sure-" + variation + "-" + i);
      listen(row[i], variation.ordinal(), i);
      add(row[i], 1 + REACH - middle + i, variation.ordinal());
    }
    return row;
  }

  private void listen(SureCell cell, int row, int i) {
    cell.setOnMouseClicked(
        _ -> {
          reach(cell);
          cell.requestFocus();
          choose(cell);
        });
    cell.setOnKeyPressed(event -> onKey(event, row, i));
    cell.setOnMouseEntered(_ -> looked.set(cell));
    cell.setOnMouseExited(_ -> looked.set(reached.isFocused() ? reached : null));
    cell.focusedProperty().subscribe(isFocused -> looked.set(isFocused ? cell : null));
  }

  private void onKey(KeyEvent event, int row, int i) {
    switch (event.getCode()) {
      case LEFT -> go(row, i - 1);
      case RIGHT -> go(row, i + 1);
      case UP -> goDown(row, i, -1);
      case DOWN -> goDown(row, i, 1);
      case ENTER, SPACE -> choose(cells[row][i]);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Straight down, or as far to the side as the other row reaches. */
  private void goDown(int row, int i, int rows) {
    int next = Math.clamp(row + rows, 0, cells.length - 1);
    go(next, i - cells[row].length / 2 + cells[next].length / 2);
  }

  private void go(int row, int i) {
    SureCell cell = cells[row][Math.clamp(i, 0, cells[row].length - 1)];
    reach(cell);
    cell.requestFocus();
  }

  private void reach(SureCell cell) {
    if (reached != null) {
      reached.setFocusTraversable(false);
    }
    reached = cell;
    cell.setFocusTraversable(true);
  }

  private void choose(SureCell cell) {
    if (cell.version() != null) {
      onChosen.accept(cell.version());
    }
  }

  /** Shows all versions, or none. */
  void show(@Nullable Robustness robustness, VersionWords words) {
    for (SureCell[] row : cells) {
      for (int i = 0; i < row.length; i++) {
        if (robustness != null && !robustness.sweeps().isEmpty()) {
          row[i].show(
              robustness.sweeps().get(row[i].variation().ordinal()).versions().get(i), words);
        } else {
          row[i].clear();
        }
      }
    }
  }
}
