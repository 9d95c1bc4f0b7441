package dev.inkling.ui.inside;

import dev.inkling.explain.Ascent.Dream;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.OneStop;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pictures of all classes, or of some of a layer's maps, as they grow. */
final class LovesTiles extends VBox {
  /** Columns of a few pictures, and of many. */
  private static final int FEW = 4;

  private static final int MANY = 5;

  /** Side of a picture in logical pixels, at least and at most. */
  private static final double LEAST = 28;

  private static final double MOST = 112;

  /** What a tile has beside its picture. */
  private static final double EDGES = 14;

  private final LovesViewModel loves;
  private final LovesText text;
  private final Texts texts;
  private final GridPane grid = new GridPane(4, 4);
  private final List<PictureTile> tiles = new ArrayList<>();
  private final HBox pages;
  private final Label range = new Label();
  private int columns;

  LovesTiles(LovesViewModel loves, Texts texts) {
    this.loves = loves;
    this.texts = texts;
    text = new LovesText(loves, texts);
    getStyleClass().add("panel");
    setMinHeight(0);
    grid.setId("loves-tiles");
    grid.widthProperty().subscribe(_ -> resize());
    OneStop.of(grid);
    ScrollPane scroll = new LivePane(grid);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("clear-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    range.setId("loves-range");
    IconButton before =
        new IconButton(texts, "inside.loves.before", "bi-chevron-left", () -> loves.page(-1));
    IconButton next =
        new IconButton(texts, "inside.loves.next", "bi-chevron-right", () -> loves.page(1));
    pages = new HBox(8, before, range, next);
    pages.setAlignment(Pos.CENTER);
    pages.managedProperty().bind(pages.visibleProperty());
    loves.firstProperty().subscribe(first -> before.setDisable(first.intValue() == 0));
    loves.firstProperty().subscribe(_ -> next.setDisable(isLast()));
    loves.columnProperty().subscribe(_ -> next.setDisable(isLast()));
    getChildren().addAll(scroll, pages);
    loves.dreamProperty().subscribe(_ -> show());
    loves.columnProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
    loves.chosenProperty().subscribe(_ -> mark());
  }

  private boolean isLast() {
    return loves.firstProperty().get() + LovesViewModel.TILES >= loves.channels();
  }

  /** In as many columns as suit the number of pictures. */
  private void arrange(int wanted) {
    if (wanted != columns) {
      columns = wanted;
      tiles.clear();
      grid.getChildren().clear();
      ColumnConstraints one = new ColumnConstraints();
      one.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().setAll(Collections.nCopies(columns, one));
    }
  }

  private void resize() {
    double side = Math.floor(grid.getWidth() / Math.max(1, columns)) - EDGES;
    tiles.forEach(tile -> tile.resizePicture(Math.clamp(side, LEAST, MOST)));
  }

  private void show() {
    int first = loves.firstProperty().get();
    int count = Math.clamp(loves.channels() - first, 0, LovesViewModel.TILES);
    arrange(count <= 3 * FEW ? FEW : MANY);
    boolean isMore = tiles.size() < count;
    while (tiles.size() < count) {
      add(tiles.size());
    }
    if (isMore) {
      resize();
    }
    while (tiles.size() > count) {
      grid.getChildren().remove(tiles.removeLast());
    }
    Dream dream = loves.dreamProperty().get();
    for (int i = 0; i < count; i++) {
      int at = text.index(first + i);
      tiles
          .get(i)
          .show(
              at < 0 ? null : PixelImage.of(dream.pictures().get(at)),
              text.below(first + i),
              text.title(first + i) + ": " + text.facts(first + i));
    }
    pages.setVisible(loves.channels() > LovesViewModel.TILES);
    range.setText(texts.get("inside.loves.range", first + 1, first + count, loves.channels()));
    mark();
  }

  private void add(int i) {
    PictureTile tile =
        new PictureTile(
            "loves-" + i, LEAST, () -> loves.chosenProperty().set(loves.firstProperty().get() + i));
    tiles.add(tile);
    grid.add(tile, i % columns, i / columns);
  }

  private void mark() {
    int chosen = loves.chosenProperty().get() - loves.firstProperty().get();
    for (int i = 0; i < tiles.size(); i++) {
      tiles.get(i).setSelected(i == chosen);
    }
  }
}
