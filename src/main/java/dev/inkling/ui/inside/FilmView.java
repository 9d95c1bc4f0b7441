package dev.inkling.ui.inside;

import dev.inkling.chart.BarFigure;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Film;
import dev.inkling.chart.Film.Sheet;
import dev.inkling.chart.Look;
import dev.inkling.chart.ScatterFigure;
import dev.inkling.chart.SceneFigure;
import dev.inkling.diagram.FirstLayer;
import dev.inkling.diagram.FirstLayerFigure;
import dev.inkling.explain.WeightHistory.Epoch;
import dev.inkling.ui.chart.ClassBars;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.inside.FilmViewModel.Source;
import dev.inkling.ui.inside.FilmWork.Frames;
import dev.inkling.ui.inside.WeightSource.Found;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.EpochPlayer;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The way of a run so far, as a film: the first layer's filters or the weights of all layers, the
 * drawing read by these weights, and a map of images; above them a slider through the epochs.
 */
final class FilmView extends VBox implements Animated {
  /** An animation's size and its pixels in a logical pixel: others would make files too large. */
  private static final int WIDTH = 900;

  private static final int HEIGHT = 560;

  /** How long the last epoch is seen before all begins anew, in milliseconds. */
  private static final int REST = 2_500;

  private final FilmViewModel film;
  private final Texts texts;
  private final FilmMap map;
  private final ObjectProperty<Weights> shown = new SimpleObjectProperty<>(Weights.FILTERS);

  /** What is shown of the weights. */
  private enum Weights {
    FILTERS,
    ALL
  }

  FilmView(FilmViewModel film, Texts texts) {
    this.film = film;
    this.texts = texts;
    map = new FilmMap(film, texts);
    setId("inside-film");
    getStyleClass().add("column");
    VBox left =
        new VBox(
            which(),
            on(Weights.FILTERS, filters()),
            on(Weights.FILTERS, answer()),
            on(Weights.ALL, new HistogramsPanel(film, texts)));
    left.getStyleClass().add("column");
    Region body = new SideBySide(left, map);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(), alone(), body);
  }

  /** What to do where there is nothing to go through. */
  private Node alone() {
    Label alone = new Label();
    alone.setId("film-alone");
    alone.setWrapText(true);
    alone.setMinHeight(USE_PREF_SIZE);
    alone
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::whatToDo, film.foundProperty(), texts.messagesProperty()));
    alone.visibleProperty().bind(alone.textProperty().isNotEmpty());
    alone.managedProperty().bind(alone.visibleProperty());
    return alone;
  }

  private String whatToDo() {
    Found found = film.foundProperty().get();
    if (found == null) {
      return "";
    }
    if (found.run() == null) {
      return texts.get("inside.film.alone");
    }
    return found.history().epochs().isEmpty() ? texts.get("inside.film.none") : "";
  }

  private Node which() {
    return new Segments<>(
        texts,
        List.of(Weights.values()),
        one -> "inside.film.show." + one.name().toLowerCase(Locale.ROOT),
        shown,
        shown::set);
  }

  /** What one sees of the weights shares the height with nothing else. */
  private Node on(Weights which, Region panel) {
    panel.visibleProperty().bind(shown.isEqualTo(which));
    panel.managedProperty().bind(panel.visibleProperty());
    panel.setPrefHeight(0);
    VBox.setVgrow(panel, Priority.ALWAYS);
    return panel;
  }

  private Region filters() {
    FigureChart chart = DiagramView.chart("film-filters");
    Runnable show = () -> chart.figureProperty().set(filters(film.epochProperty().get()));
    film.epochProperty().subscribe(_ -> show.run());
    texts.messagesProperty().subscribe(_ -> show.run());
    return panel(chart);
  }

  private static Region panel(Region chart) {
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox panel = new VBox(chart);
    panel.getStyleClass().addAll("panel", "chart-card");
    return panel;
  }

  /** The drawing's bars, which glide from epoch to epoch. */
  private Region answer() {
    ClassBars bars = new ClassBars();
    bars.setId("film-answer");
    bars.titleProperty().bind(texts.bind("inside.film.answer"));
    ObservableValue<Boolean> isDrawn = film.looks().drawnProperty();
    bars.emptyTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(isDrawn.getValue() ? "inside.working" : "inside.blank"),
                isDrawn,
                texts.messagesProperty()));
    film.looks()
        .answerProperty()
        .subscribe(
            read -> {
              if (read.isBlank()) {
                bars.clear();
              } else {
                bars.setValues(read.classes(), parts(read.probabilities()));
              }
            });
    return panel(bars);
  }

  private static double[] parts(float[] probabilities) {
    return IntStream.range(0, probabilities.length).mapToDouble(k -> probabilities[k]).toArray();
  }

  private Node head() {
    Choice<Source> source = new Choice<>(texts, film.sources(), film.sourceProperty(), this::name);
    source.setId("film-source");
    source.setPrefWidth(270);
    source.setMinWidth(160);
    source.accessibleTextProperty().bind(texts.bind("inside.filters.source"));
    EpochPlayer player = new EpochPlayer(texts, "film", film.playback());
    HBox.setHgrow(player, Priority.ALWAYS);
    Label facts = new Label();
    facts.setId("film-epoch");
    facts.setMinWidth(Region.USE_PREF_SIZE);
    facts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::facts,
                film.epochProperty(),
                film.foundProperty(),
                film.failureProperty(),
                texts.messagesProperty()));
    HBox head = new HBox(12, source, player, facts);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("panel", "pair-head");
    return head;
  }

  private String name(Source source) {
    return source.item() == null
        ? texts.get("inside.filters.pad")
        : source.item().name(texts.messagesProperty().get());
  }

  private String facts() {
    if (film.failureProperty().get() != null) {
      return texts.get(film.failureProperty().get());
    }
    Found found = film.foundProperty().get();
    Epoch epoch = film.epochProperty().get();
    if (found == null) {
      return texts.get("inside.working");
    }
    if (epoch == null) {
      return texts.get("inside.filters.none");
    }
    if (found.run() == null) {
      return texts.get("inside.filters.alone", epoch.epoch());
    }
    return words(found, epoch);
  }

  private String words(Found found, Epoch epoch) {
    int last = found.history().epochs().getLast().epoch();
    return epoch.epoch() == 0
        ? texts.get("inside.film.start")
        : texts.get("inside.filters.epoch", epoch.epoch(), last);
  }

  @Override
  public ObservableValue<Boolean> canMove() {
    return film.looks().framesProperty().map(FilmView::canMove).orElse(false);
  }

  private static boolean canMove(@Nullable Frames frames) {
    return frames != null
        && frames.isWhole()
        && frames.images() != null
        && frames.looks().size() > 1;
  }

  @Override
  public Film film() {
    Frames frames = Objects.requireNonNull(film.looks().framesProperty().get());
    List<Epoch> epochs = frames.asked().found().history().epochs();
    List<Figure> all =
        IntStream.range(0, epochs.size())
            .<Figure>mapToObj(i -> scene(frames, epochs.get(i), i))
            .toList();
    Look look = map.chart().sheet(1).look();
    Sheet sheet = new Sheet(look, WIDTH, HEIGHT, 1);
    return new Film(all, sheet, (int) EpochPlayer.STEP.toMillis(), REST);
  }

  private SceneFigure scene(Frames frames, Epoch epoch, int i) {
    Found found = frames.asked().found();
    ScatterFigure points = map.figure(frames, frames.maps().places().get(i), i);
    String name = epoch.model().card().name();
    return new SceneFigure(
        name + " · " + words(found, epoch), filters(epoch), bars(frames, epoch, i), points);
  }

  /** What the first layer lays on the picture, on the scale of all epochs. */
  private Figure filters(@Nullable Epoch epoch) {
    String title = texts.get("inside.film.filters");
    if (epoch == null) {
      return new FirstLayerFigure(title, "", null);
    }
    double strongest = epoch.histograms().getFirst().limit();
    return FirstLayer.of(epoch.model())
        .map(first -> new FirstLayerFigure(title, title, first, strongest))
        .orElseGet(() -> new FirstLayerFigure(title, texts.get("inside.film.deep"), null));
  }

  private Figure bars(Frames frames, Epoch epoch, int i) {
    float[] answer = frames.answers().get(i);
    List<String> classes = answer == null ? List.of() : epoch.model().card().classes();
    double[] values = answer == null ? new double[0] : parts(answer);
    return new BarFigure(
        texts.get("inside.film.answer"),
        "",
        texts.get("inside.blank"),
        classes,
        values,
        values,
        0,
        false);
  }
}
