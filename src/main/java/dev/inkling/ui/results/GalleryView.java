package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.data.Kept;
import dev.inkling.evaluate.Results;
import dev.inkling.ui.chart.ChartMenu;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.TileGrid;
import dev.inkling.ui.results.GalleryFilter.Kind;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Samples with what was read: filters on the left, tiles, and on the right the selected sample. */
final class GalleryView extends HBox {
  private final ResultsViewModel results;
  private final GalleryViewModel gallery;
  private final Texts texts;
  private final TileGrid<Tile> grid;

  GalleryView(ResultsViewModel results, Texts texts, ObservableValue<Boolean> dark) {
    this.results = results;
    this.texts = texts;
    gallery = results.gallery();
    getStyleClass().add("gallery");
    grid =
        new TileGrid<>(
            () -> new Tile(texts),
            (tile, i) -> fill(tile, i, dark.getValue()),
            Tile.HEIGHT,
            gallery.selectedProperty());
    grid.setId("gallery");
    Label nothing = new Label();
    nothing.setId("gallery-empty");
    nothing
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(gallery.emptyKey()),
                gallery.shownProperty(),
                gallery.filterProperty(),
                gallery.resultsProperty(),
                texts.messagesProperty()));
    nothing.setWrapText(true);
    Button all = new Button();
    all.setId("gallery-show-all");
    all.textProperty().bind(texts.bind("results.gallery.showAll"));
    all.setOnAction(_ -> gallery.filterProperty().set(GalleryFilter.of(Kind.ALL)));
    VBox placeholder = new VBox(12, nothing, all);
    placeholder.setAlignment(Pos.CENTER);
    grid.setPlaceholder(placeholder);
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    gallery.shownProperty().subscribe(grid::show);
    dark.subscribe(_ -> grid.refresh());
    texts.messagesProperty().subscribe(_ -> grid.refresh());
    VBox tiles = new VBox(head(), grid, pages());
    tiles.getStyleClass().addAll("panel", "gallery-tiles");
    VBox.setVgrow(grid, Priority.ALWAYS);
    HBox.setHgrow(tiles, Priority.ALWAYS);
    getChildren().addAll(left(), tiles);
  }

  /** A drawing of one's own is deleted as it is elsewhere, which can be undone. */
  private void press(KeyEvent event) {
    Optional<Kept> drawing = results.sample().kept();
    boolean isDelete = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
    if (isDelete && drawing.isPresent()) {
      results.drawings().delete(drawing.get());
      event.consume();
    }
  }

  private void fill(Tile tile, int i, boolean isDark) {
    Results shown = gallery.resultsProperty().get();
    if (shown != null) {
      tile.show(i, List.of(shown.predictions()), shown.labelErrors(), Tile.ink(isDark));
    }
  }

  private Node left() {
    Button reset = new Button();
    reset.setId("results-filter-reset");
    reset.textProperty().bind(texts.bind("results.filter.reset"));
    reset.getStyleClass().add(Styles.FLAT);
    reset.setOnAction(_ -> gallery.reset());
    VBox panel =
        new VBox(
            new FilterPanel(gallery, texts),
            new Separator(),
            new OrderPanel(gallery, texts),
            reset,
            new DrawingsPanel(results, texts));
    panel.getStyleClass().addAll("panel", "gallery-left");
    ScrollPane scroll = new LivePane(panel);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("gallery-scroll");
    scroll.setMinWidth(Region.USE_PREF_SIZE);
    return scroll;
  }

  private Node head() {
    Label count = new Label();
    count.setId("gallery-count");
    count.getStyleClass().add("chart-title");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::count,
                gallery.foundProperty(),
                gallery.resultsProperty(),
                texts.messagesProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(count, gap, new ChartMenu(results::save, texts, grid));
    head.setAlignment(Pos.CENTER_LEFT);
    grid.accessibleTextProperty().bind(count.textProperty());
    return head;
  }

  private String count() {
    Results shown = gallery.resultsProperty().get();
    return shown == null
        ? ""
        : texts.get(
            "results.gallery.count", gallery.foundProperty().get(), shown.predictions().count());
  }

  private Node pages() {
    Label where = new Label();
    where
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        "results.gallery.page",
                        gallery.pageProperty().get() + 1,
                        gallery.pagesProperty().get()),
                gallery.pageProperty(),
                gallery.pagesProperty(),
                texts.messagesProperty()));
    HBox pages =
        new HBox(
            10,
            turn("previous", "bi-chevron-left", -1),
            where,
            turn("next", "bi-chevron-right", 1));
    pages.setAlignment(Pos.CENTER);
    pages.visibleProperty().bind(gallery.pagesProperty().greaterThan(1));
    pages.managedProperty().bind(pages.visibleProperty());
    return pages;
  }

  private Node turn(String key, String icon, int by) {
    IconButton button =
        new IconButton(
            texts,
            "results.gallery." + key,
            icon,
            () -> gallery.pageProperty().set(gallery.pageProperty().get() + by));
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> {
                  int to = gallery.pageProperty().get() + by;
                  return to < 0 || to >= gallery.pagesProperty().get();
                },
                gallery.pageProperty(),
                gallery.pagesProperty()));
    return button;
  }
}
