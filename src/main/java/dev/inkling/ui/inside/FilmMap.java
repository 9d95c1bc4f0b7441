package dev.inkling.ui.inside;

import dev.inkling.chart.Figure;
import dev.inkling.chart.ScatterFigure;
import dev.inkling.data.Digits;
import dev.inkling.explain.EpochLook;
import dev.inkling.image.GreyImage;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.inside.FilmWork.Frames;
import dev.inkling.ui.kit.DescribedImage;
import dev.inkling.ui.kit.Texts;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The map of the images after the epoch that is shown. From one epoch to the next the points glide,
 * so that one can follow them; what is measured are the epochs alone.
 */
final class FilmMap extends VBox {
  private static final Duration GLIDE = Duration.millis(350);
  private static final double REACH = 12;
  private static final int ZOOM = 2;

  private final FilmViewModel film;
  private final FilmLooks looks;
  private final Texts texts;
  private final FigureChart chart = DiagramView.chart("film-map");
  private final Circle mark = new Circle(6);
  private final Glide glide = new Glide();

  /** Where the points are now, from where they glide and where to; null while there are none. */
  private float @Nullable [] now;

  private float @Nullable [] from;
  private float @Nullable [] to;

  private final class Glide extends Transition {
    Glide() {
      setCycleDuration(GLIDE);
      setInterpolator(Interpolator.EASE_BOTH);
    }

    @Override
    protected void interpolate(double part) {
      if (from != null && to != null) {
        now = between(from, to, part);
        draw();
      }
    }
  }

  FilmMap(FilmViewModel film, Texts texts) {
    super(6);
    this.film = film;
    this.texts = texts;
    looks = film.looks();
    getStyleClass().addAll("panel", "map-panel");
    Label title = new Label();
    title.getStyleClass().add("chart-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.textProperty().bind(chart.figureProperty().map(FilmMap::title));
    mark.getStyleClass().add("map-mark");
    mark.setManaged(false);
    Pane above = new Pane(mark);
    above.setMouseTransparent(true);
    StackPane map = new StackPane(chart, above);
    map.setMinSize(0, 0);
    VBox.setVgrow(map, Priority.ALWAYS);
    getChildren().addAll(title, map, foot());
    listen();
  }

  private void listen() {
    looks.framesProperty().subscribe(_ -> go());
    film.positionProperty().subscribe(_ -> go());
    looks.pointedProperty().subscribe(_ -> draw());
    texts.messagesProperty().subscribe(_ -> draw());
    chart.layoutBoundsProperty().subscribe(_ -> mark());
    chart.setFocusTraversable(true);
    chart.setOnMouseMoved(event -> point(event.getX(), event.getY()));
    chart.setOnMousePressed(_ -> chart.requestFocus());
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** The image that is pointed at, and how many are read right. */
  private DescribedImage foot() {
    DescribedImage foot = new DescribedImage(ZOOM, "film-facts");
    foot.show(
        Bindings.createObjectBinding(
            this::pointed, looks.pointedProperty(), looks.framesProperty()),
        Bindings.createStringBinding(
            this::facts,
            looks.framesProperty(),
            looks.failureProperty(),
            looks.pointedProperty(),
            film.positionProperty(),
            texts.messagesProperty()));
    return foot;
  }

  private @Nullable GreyImage pointed() {
    Digits images = images();
    Integer i = looks.pointedProperty().get();
    return i == null || images == null ? null : images.image(i);
  }

  private @Nullable Digits images() {
    Frames frames = looks.framesProperty().get();
    return frames == null ? null : frames.images();
  }

  private String facts() {
    if (looks.failureProperty().get() != null) {
      return texts.get(looks.failureProperty().get());
    }
    Frames frames = looks.framesProperty().get();
    if (frames == null) {
      return texts.get("inside.working");
    }
    if (frames.looks().isEmpty()) {
      return "";
    }
    Digits images = frames.images();
    if (images == null) {
      return texts.get("inside.film.noImages");
    }
    EpochLook look = looks.look();
    if (look == null) {
      return texts.get("inside.film.progress", frames.done(), frames.looks().size());
    }
    Integer i = looks.pointedProperty().get();
    return i == null
        ? texts.get("inside.film.point")
        : texts.get(
            "inside.film.image", name(images, images.label(i)), name(images, look.read()[i]));
  }

  private String name(Digits images, int label) {
    return label == Digits.NONE ? texts.get("data.noClass") : images.classes().get(label);
  }

  /** The points go where they are after this epoch. */
  private void go() {
    float[] next = looks.places(film.positionProperty().get());
    if (!Arrays.equals(next, to)) {
      glide.stop();
      from = now;
      to = next;
      boolean canGlide = from != null && next != null && from.length == next.length;
      if (canGlide && getScene() != null) {
        glide.playFromStart();
        return;
      }
      now = next;
    }
    if (glide.getStatus() != Animation.Status.RUNNING) {
      draw();
    }
  }

  private static float[] between(float[] from, float[] to, double part) {
    float[] between = new float[to.length];
    for (int i = 0; i < between.length; i++) {
      between[i] = (float) (from[i] + part * (to[i] - from[i]));
    }
    return between;
  }

  private void draw() {
    Frames frames = looks.framesProperty().get();
    chart
        .figureProperty()
        .set(
            frames == null || frames.images() == null || now == null
                ? nothing()
                : figure(frames, now, film.positionProperty().get()));
    mark();
  }

  private static String title(@Nullable Figure shown) {
    return shown == null ? "" : shown.title();
  }

  private ScatterFigure nothing() {
    String title = texts.get("inside.film.map");
    return new ScatterFigure(title, title, new float[0], new int[0], 1, null);
  }

  /**
   * The map after an epoch.
   *
   * @param places of its images
   */
  ScatterFigure figure(Frames frames, float[] places, int epoch) {
    Digits images = Objects.requireNonNull(frames.images());
    EpochLook look = frames.looks().get(epoch);
    String title =
        look == null
            ? texts.get("inside.film.map")
            : texts.get("inside.film.map.right", look.right(images), images.count());
    return new ScatterFigure(
        title,
        title + ". " + facts(),
        places,
        IntStream.range(0, images.count()).map(i -> group(images.label(i))).toArray(),
        images.classCount(),
        null,
        images.classes(),
        frames.maps().area());
  }

  /** What is of no class is pale. */
  private static int group(int label) {
    return label == Digits.NONE ? -1 : label;
  }

  /** What figures of the map's surroundings are painted on. */
  FigureChart chart() {
    return chart;
  }

  private void mark() {
    Integer i = looks.pointedProperty().get();
    float[] places = now;
    mark.setVisible(i != null && places != null && 2 * i < places.length);
    if (i != null
        && places != null
        && mark.isVisible()
        && chart.figureProperty().get() instanceof ScatterFigure figure) {
      ScatterFigure.Frame frame = figure.frame(chart.getWidth(), chart.getHeight());
      mark.setCenterX(frame.x(places[2 * i]));
      mark.setCenterY(frame.y(places[2 * i + 1]));
    }
  }

  private void point(double x, double y) {
    if (chart.figureProperty().get() instanceof ScatterFigure figure) {
      int at = figure.at(x, y, REACH, chart.getWidth(), chart.getHeight());
      if (at >= 0) {
        looks.pointedProperty().set(at);
      }
    }
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, UP -> looks.step(-1);
      case RIGHT, DOWN -> looks.step(1);
      case ESCAPE -> looks.pointedProperty().set(null);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
