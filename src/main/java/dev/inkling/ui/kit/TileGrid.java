package dev.inkling.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Tiles in rows, as many as there is room for, of which only those that can be seen exist. A list
 * whose items are rows: ControlsFX' GridView neither scrolls to an item nor follows the keyboard,
 * and shows old cells after a change (its issues 1070, 1592).
 *
 * @param <T> what shows a sample
 */
public final class TileGrid<T extends SampleTile> extends ListView<Integer> {
  /** Room for the scroll bar and the edges. */
  private static final double EDGES = 14;

  private final Supplier<T> tiles;
  private final BiConsumer<T, Integer> filling;
  private final ObjectProperty<@Nullable Integer> selected;
  private List<Integer> samples = List.of();
  private int columns = 1;

  /**
   * An empty grid.
   *
   * @param filling shows a sample in a tile
   * @param selected the sample that is looked at, or null
   */
  public TileGrid(
      Supplier<T> tiles,
      BiConsumer<T, Integer> filling,
      double tileHeight,
      ObjectProperty<@Nullable Integer> selected) {
    this.tiles = tiles;
    this.filling = filling;
    this.selected = selected;
    getStyleClass().add("tile-grid");
    setFixedCellSize(tileHeight);
    setCellFactory(_ -> new Row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    widthProperty().subscribe(_ -> arrange());
    selected.subscribe(_ -> reveal());
  }

  /** Shows these samples from the first on. */
  public void show(List<Integer> wanted) {
    boolean isOther = !samples.equals(wanted);
    samples = wanted;
    fill();
    if (isOther && !getItems().isEmpty()) {
      scrollTo(0);
    }
  }

  private void arrange() {
    int fitting = Math.max(1, (int) ((getWidth() - EDGES) / SampleTile.WIDTH));
    if (fitting != columns) {
      columns = fitting;
      fill();
      reveal();
    }
  }

  private void fill() {
    int rows = (samples.size() + columns - 1) / columns;
    if (getItems().size() != rows) {
      getItems().setAll(IntStream.range(0, rows).boxed().toList());
    }
    refresh();
  }

  /** Arrows, page up and down, home and end go from sample to sample. */
  private void move(KeyEvent event) {
    int from = position();
    int last = samples.size() - 1;
    int to =
        switch (event.getCode()) {
          case LEFT -> from - 1;
          case RIGHT -> from + 1;
          case UP -> from - columns;
          case DOWN -> from < 0 ? 0 : from + columns;
          case PAGE_UP -> from - columns * visibleRows();
          case PAGE_DOWN -> from + columns * visibleRows();
          case HOME -> 0;
          case END -> last;
          default -> Integer.MIN_VALUE;
        };
    if (to != Integer.MIN_VALUE && last >= 0) {
      selected.set(samples.get(Math.clamp(to, 0, last)));
      event.consume();
    }
  }

  private int position() {
    return selected.get() == null ? -1 : samples.indexOf(selected.get());
  }

  private int visibleRows() {
    return Math.max(1, (int) (getHeight() / getFixedCellSize()));
  }

  /** Scrolls as little as is needed to show the selected sample. */
  private void reveal() {
    int row = position() < 0 ? -1 : position() / columns;
    if (row >= 0) {
      getFocusModel().focus(row); // what screen readers read
      if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
        flow.scrollTo(row);
      }
    }
  }

  private final class Row extends ListCell<Integer> {
    private final HBox box = new HBox();
    private final List<T> own = new ArrayList<>();

    Row() {
      box.getStyleClass().add("tile-row");
      box.prefWidthProperty().bind(TileGrid.this.widthProperty().subtract(EDGES));
      setText(null);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setGraphic(isEmpty || row == null ? null : box);
      if (!isEmpty && row != null) {
        fit();
        for (int column = 0; column < columns; column++) {
          fill(own.get(column), row * columns + column);
        }
      }
    }

    /** Of the row the sample that is looked at, or else all of them. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      if (attribute != AccessibleAttribute.TEXT || getItem() == null) {
        return super.queryAccessibleAttribute(attribute, parameters);
      }
      List<T> shown = own.stream().filter(tile -> tile.sample() >= 0).toList();
      return shown.stream()
          .filter(tile -> Objects.equals(tile.sample(), selected.get()))
          .findFirst()
          .map(SampleTile::spoken)
          .orElseGet(() -> shown.stream().map(SampleTile::spoken).collect(Collectors.joining(" ")));
    }

    private void fill(T tile, int position) {
      if (position < samples.size()) {
        filling.accept(tile, samples.get(position));
        tile.markSelected(samples.get(position).equals(selected.get()));
      } else {
        tile.clear();
      }
    }

    private void fit() {
      while (own.size() < columns) {
        own.add(newTile());
      }
      List<? extends Node> wanted = own.subList(0, columns);
      if (!box.getChildren().equals(wanted)) {
        box.getChildren().setAll(wanted);
      }
    }

    private T newTile() {
      T tile = tiles.get();
      HBox.setHgrow(tile, Priority.ALWAYS); // together they are as wide as the grid
      tile.setOnMousePressed(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
              selected.set(tile.sample());
              TileGrid.this.requestFocus();
              event.consume();
            }
          });
      selected.subscribe(now -> tile.markSelected(now != null && now == tile.sample()));
      return tile;
    }
  }
}
