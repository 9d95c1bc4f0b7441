package dev.inkling.ui.data;

import dev.inkling.chart.Palette;
import dev.inkling.chart.ScatterFigure;
import dev.inkling.chart.ValueFormat;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.ui.chart.CanvasPainter;
import dev.inkling.ui.chart.ChartMenu;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.data.ImageMap.Readings;
import dev.inkling.ui.data.LoadedImages.Use;
import dev.inkling.ui.data.MapViewModel.Colour;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.SampleTile;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.TileGrid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** The map on the left, on the right the image that is looked at, and those of the region. */
final class MapView extends HBox {
  private final MapViewModel map;
  private final Texts texts;
  private final ImageWords words;
  private final FigureChart chart;
  private final FlowPane legend = new FlowPane(10, 2);
  private final ObservableValue<Boolean> dark;

  MapView(MapViewModel map, Texts texts, ObservableValue<Boolean> dark) {
    this.map = map;
    this.texts = texts;
    this.dark = dark;
    words = new ImageWords(texts);
    chart = new FigureChart(nothing());
    getStyleClass().add("gallery");
    chart.setId("data-map");
    chart
        .figureProperty()
        .bind(
            Bindings.createObjectBinding(
                this::figure,
                map.mapProperty(),
                map.agreementProperty(),
                map.readingsProperty(),
                map.colourProperty(),
                map.litProperty(),
                texts.messagesProperty()));
    map.imagesProperty().subscribe(_ -> legend());
    map.colourProperty().subscribe(_ -> legend());
    dark.subscribe(_ -> legend());
    texts.messagesProperty().subscribe(_ -> legend());
    ScrollPane names = new LivePane(legend);
    names.setFitToWidth(true);
    names.getStyleClass().add("map-legend");
    names.setMinHeight(Region.USE_PREF_SIZE);
    MapChart points = new MapChart(map, chart);
    VBox.setVgrow(points, Priority.ALWAYS);
    VBox left = new VBox(6, controls(), points, names, facts());
    left.getStyleClass().addAll("panel", "map-panel");
    HBox.setHgrow(left, Priority.ALWAYS);
    getChildren().addAll(left, right());
  }

  private ScatterFigure figure() {
    ImageMap now = map.mapProperty().get();
    LoadedImages all = map.imagesProperty().get();
    if (now == null || all == null) {
      return nothing();
    }
    Readings read = map.readingsProperty().get();
    boolean isByConfidence = map.colourProperty().get() == Colour.CONFIDENCE && read != null;
    return new ScatterFigure(
        texts.get("data.map"),
        facts(now, all),
        now.places(),
        IntStream.range(0, now.count()).map(map::group).toArray(),
        all.classes().size(),
        isByConfidence ? read.confidences() : null);
  }

  private ScatterFigure nothing() {
    String title = texts.get("data.map");
    return new ScatterFigure(title, title, new float[0], new int[0], 1, null);
  }

  private String facts(ImageMap now, LoadedImages all) {
    Double agreement = map.agreementProperty().get();
    if (agreement == null) {
      return texts.get("data.map.settling", now.count());
    }
    return !all.areLabeled()
        ? texts.get(
            "data.map.unlabeled",
            now.count(),
            all.count(),
            networkName(map.networkProperty().get()))
        : texts.get(
            "data.map.settled",
            now.count(),
            all.count(),
            networkName(map.networkProperty().get()),
            ValueFormat.percent(agreement, 1));
  }

  private Node facts() {
    Label facts = new Label();
    facts.setId("data-map-facts");
    facts.getStyleClass().add("facts");
    facts.setWrapText(true);
    facts.setMinHeight(Region.USE_PREF_SIZE);
    facts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    map.mapProperty().get() == null
                        ? texts.get(
                            map.workingProperty().get() ? "results.working" : "data.map.few")
                        : ((ScatterFigure) chart.figureProperty().get()).words(),
                map.workingProperty(),
                chart.figureProperty(),
                texts.messagesProperty()));
    return facts;
  }

  private Node controls() {
    Choice<Optional<Entry>> network =
        new Choice<>(texts, map.networks(), map.networkProperty(), this::networkName);
    network.setId("data-map-network");
    network.setMinWidth(120);
    network.setPrefWidth(190);
    network.accessibleTextProperty().bind(texts.bind("data.map.by"));
    Segments<Colour> colour =
        new Segments<>(
            texts,
            List.of(Colour.values()),
            each -> "data.map.colour." + each.name().toLowerCase(Locale.ROOT),
            map.colourProperty(),
            map.colourProperty()::set);
    for (Colour each : new Colour[] {Colour.READ, Colour.CONFIDENCE}) {
      colour.button(each).disableProperty().bind(map.readingsProperty().isNull());
    }
    Choice<Optional<Integer>> lit =
        new Choice<>(
            texts, FXCollections.observableArrayList(), map.litProperty(), this::className);
    lit.setId("data-map-lit");
    lit.setMinWidth(110);
    lit.setPrefWidth(140);
    lit.accessibleTextProperty().bind(texts.bind("data.map.lit"));
    map.imagesProperty()
        .subscribe(
            all -> {
              int classes = all == null ? 0 : all.classes().size();
              lit.getItems()
                  .setAll(
                      IntStream.range(-1, classes)
                          .mapToObj(k -> k < 0 ? Optional.<Integer>empty() : Optional.of(k))
                          .toList());
              lit.rename();
            });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox controls =
        new HBox(8, network, colour, lit, gap, new ChartMenu(map.exports()::save, texts, chart));
    controls.setAlignment(Pos.CENTER_LEFT);
    return controls;
  }

  private String networkName(Optional<Entry> network) {
    return network.map(Entry::name).orElseGet(() -> texts.get("data.map.pixels"));
  }

  private String className(Optional<Integer> label) {
    LoadedImages all = map.imagesProperty().get();
    return label
        .filter(k -> all != null && k < all.classes().size())
        .map(k -> all.classes().get(k))
        .orElseGet(() -> texts.get("data.map.allClasses"));
  }

  /** The name of each class with its colour, or what the shades of confidence say. */
  private void legend() {
    LoadedImages all = map.imagesProperty().get();
    int classes = all == null ? 0 : all.classes().size();
    boolean isDark = dark.getValue();
    if (map.colourProperty().get() == Colour.CONFIDENCE) {
      legend
          .getChildren()
          .setAll(
              name(texts.get("data.map.unsure"), Palette.color(1, isDark)),
              name(texts.get("data.map.sure"), Palette.color(0, isDark)));
      return;
    }
    legend
        .getChildren()
        .setAll(
            IntStream.range(0, classes)
                .mapToObj(k -> name(all.classes().get(k), Palette.ofClass(k, classes, isDark)))
                .toList());
  }

  private static Label name(String text, int color) {
    Label name = new Label(text, new Circle(5, CanvasPainter.color(color)));
    name.getStyleClass().add("map-class");
    return name;
  }

  private Node right() {
    TileGrid<ImageTile> grid =
        new TileGrid<>(ImageTile::new, this::fill, ImageTile.HEIGHT, map.selectedProperty());
    grid.setId("data-region");
    Label hint = new Label();
    hint.textProperty().bind(texts.bind("data.map.hint"));
    hint.setWrapText(true);
    grid.setPlaceholder(hint);
    map.regionProperty().subscribe(grid::show);
    dark.subscribe(_ -> grid.refresh());
    Label count = new Label();
    count.setId("data-region-count");
    count.getStyleClass().add("chart-title");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("data.map.region", map.regionProperty().get().size()),
                map.regionProperty(),
                texts.messagesProperty()));
    grid.accessibleTextProperty().bind(count.textProperty());
    VBox region = new VBox(count, grid);
    region.getStyleClass().addAll("panel", "map-region");
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(region, Priority.ALWAYS);
    VBox right = new VBox(12, pointed(), region);
    right.getStyleClass().add("map-right");
    return right;
  }

  private void fill(ImageTile tile, int i) {
    LoadedImages all = map.imagesProperty().get();
    if (all != null && i < all.count()) {
      tile.show(
          i,
          all.image(i),
          words.label(all, i),
          all.use(i) == Use.TEST,
          SampleTile.ink(dark.getValue()),
          () -> words.of(all, i));
    }
  }

  /** What is pointed at is seen at once; a click keeps it. */
  private Node pointed() {
    return new PointedPane(map, texts).view();
  }
}
