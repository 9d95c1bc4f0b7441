package dev.inkling.ui.results;

import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.Results;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.FigureRow;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.TileGrid;
import dev.inkling.ui.results.PairViewModel.Pair;
import dev.inkling.ui.results.PairViewModel.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two models on the same images, side by side. */
final class PairView extends VBox {
  /** Height of a figure whose name has two lines. */
  private static final double SHARE = 84;

  private final ResultsViewModel results;
  private final PairViewModel pair;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final Label verdict = new Label();
  private final Label nothing = new Label();
  private final FigureRow shares = new FigureRow();
  private final ToggleGroup group = new ToggleGroup();
  private final TileGrid<Tile> grid;

  PairView(ResultsViewModel results, Texts texts, ObservableValue<Boolean> dark) {
    this.results = results;
    this.texts = texts;
    this.dark = dark;
    pair = results.pair();
    getStyleClass().add("column");
    grid =
        new TileGrid<>(
            () -> new Tile(texts),
            this::fill,
            Tile.HEIGHT + Tile.LINE,
            results.gallery().selectedProperty());
    grid.setId("pair-gallery");
    nothing.setWrapText(true);
    grid.setPlaceholder(nothing);
    grid.accessibleTextProperty().bind(texts.bind("results.page.gallery"));
    VBox tiles = new VBox(grid);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(tiles, Priority.ALWAYS);
    tiles.getStyleClass().addAll("panel", "gallery-tiles");
    getChildren().addAll(head(), shares, tiles);
    group.selectedToggleProperty().addListener((_, before, now) -> choose(before, now));
    pair.pairProperty().subscribe(_ -> show());
    pair.shareProperty().subscribe(_ -> showShare());
    dark.subscribe(_ -> grid.refresh());
    texts.messagesProperty().subscribe(_ -> show());
    pair.failureProperty().subscribe(_ -> show());
    pair.otherProperty().subscribe(_ -> show());
  }

  private Node head() {
    Label with = new Label();
    with.textProperty().bind(texts.bind("results.pair.with"));
    with.setMinWidth(USE_PREF_SIZE);
    Choice<?> other =
        new Choice<>(texts, results.models(), pair.otherProperty(), entry -> entry.name());
    other.setId("pair-other");
    other.accessibleTextProperty().bind(with.textProperty());
    other.promptTextProperty().bind(texts.bind("results.pair.choose"));
    other.setPrefWidth(200);
    other.setMinWidth(140);
    ProgressBar progress = new ProgressBar();
    progress.progressProperty().bind(pair.progressProperty());
    progress.visibleProperty().bind(pair.workingProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    verdict.setId("pair-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(verdict, Priority.ALWAYS);
    HBox head = new HBox(12, with, other, progress, verdict);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("panel", "pair-head");
    return head;
  }

  private void show() {
    Pair now = pair.pairProperty().get();
    group.getToggles().clear();
    verdict.setText(now == null ? "" : text(now));
    nothing.setText(now == null ? whyNothing() : texts.get("results.pair.none"));
    List<Region> figures = new ArrayList<>();
    if (now != null) {
      figures.add(model(now.first()));
      figures.add(model(now.second()));
      Stream.of(Share.values()).map(share -> share(now, share)).forEach(figures::add);
    }
    shares.show(figures);
    showShare();
  }

  private String whyNothing() {
    if (pair.failureProperty().get() != null) {
      return texts.get(pair.failureProperty().get());
    }
    return texts.get(pair.otherProperty().get() == null ? "results.pair.hint" : "results.working");
  }

  private String text(Pair now) {
    double p = now.comparison().pValue();
    return texts.get(
        "results.pair." + now.verdict().name().toLowerCase(Locale.ROOT),
        now.first().predictions().model(),
        now.second().predictions().model(),
        p < 0.0001 ? "p < 0.0001" : texts.format("p = %.4f", p));
  }

  private Region model(Results of) {
    Label name = new Label(of.predictions().model());
    name.getStyleClass().add("card-title");
    name.setWrapText(true);
    Label accuracy = new Label(ValueFormat.percent(of.evaluation().accuracy(), 2));
    accuracy.getStyleClass().add("figure");
    Label interval =
        new Label(
            texts.get(
                "results.accuracy.note",
                ValueFormat.percent(of.interval().low(), 2).replace("%", ""),
                ValueFormat.percent(of.interval().high(), 2)));
    interval.getStyleClass().add("facts");
    interval.setWrapText(true);
    VBox figure = new VBox(name, accuracy, interval);
    figure.getStyleClass().addAll("panel", "figure-panel");
    return figure;
  }

  /** A figure that is a button too: it shows its images. */
  private Region share(Pair now, Share share) {
    String key = share.name().toLowerCase(Locale.ROOT);
    Label name =
        new Label(
            texts.get(
                "results.pair.share." + key,
                (share == Share.ONLY_SECOND ? now.second() : now.first()).predictions().model()));
    name.getStyleClass().add("card-title");
    name.setWrapText(true);
    Label count = new Label(String.valueOf(now.images(share).size()));
    count.getStyleClass().add("figure");
    ToggleButton button = new ToggleButton(null, new VBox(name, count));
    button.setId("pair-" + key);
    button.setAccessibleText(name.getText() + ": " + count.getText());
    button.setToggleGroup(group);
    button.setUserData(share);
    button.setPrefHeight(SHARE); // a button asks what is in it how high it is without any width
    button.setSelected(pair.shareProperty().get() == share);
    button.focusTraversableProperty().bind(button.selectedProperty()); // arrows go to the others
    button.getStyleClass().addAll("panel", "figure-panel", "figure-button");
    return button;
  }

  /** What is lit is what is shown, however it was chosen; a second click does not put it out. */
  private void choose(@Nullable Toggle before, @Nullable Toggle now) {
    if (now == null) {
      if (before != null && before.getToggleGroup() == group) {
        before.setSelected(true);
      }
    } else if (now.getUserData() instanceof Share share) {
      pair.shareProperty().set(share);
    }
  }

  private void showShare() {
    Pair now = pair.pairProperty().get();
    grid.show(now == null ? List.of() : now.images(pair.shareProperty().get()));
  }

  private void fill(Tile tile, int i) {
    Pair now = pair.pairProperty().get();
    if (now != null) {
      tile.show(
          i,
          List.of(now.first().predictions(), now.second().predictions()),
          now.first().labelErrors(),
          Tile.ink(dark.getValue()));
    }
  }
}
