package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.MatrixShades;
import dev.inkling.file.AtomicFile;
import dev.inkling.ui.chart.CanvasPainter;
import dev.inkling.ui.chart.ChartMenu;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A confusion matrix with what explains it: captions, legend, counts or percentages. */
final class MatrixPanel extends VBox {
  private static final int SWATCH_WIDTH = 72;
  private static final int SWATCH_HEIGHT = 10;

  private final Texts texts;
  private final ObservableValue<Boolean> dark;

  /** Of more classes the cells would be too small to read. */
  private static final int MOST_WITHOUT_SCROLLING = 14;

  private final ConfusionMatrix matrix;
  private final BorderPane body;
  private final ScrollPane scrolled = new ScrollPane();

  /**
   * A panel with an empty matrix.
   *
   * @param id of the matrix' picture as a file
   * @param save writes a picture into a file
   * @param open hears the right and the predicted class of a cell that is opened
   */
  MatrixPanel(
      String id,
      Texts texts,
      ObservableValue<Boolean> dark,
      BiConsumer<AtomicFile.Content, Path> save,
      BiConsumer<Integer, Integer> open) {
    this.texts = texts;
    this.dark = dark;
    matrix = new ConfusionMatrix(texts, dark, open);
    getStyleClass().addAll("panel", "matrix-panel");
    body = new BorderPane(matrix);
    scrolled.setFitToWidth(true);
    scrolled.setFitToHeight(true);
    scrolled.hvalueProperty().subscribe(this::keepHeadings);
    scrolled.vvalueProperty().subscribe(this::keepHeadings);
    scrolled.viewportBoundsProperty().subscribe(this::keepHeadings);
    matrix.layoutBoundsProperty().subscribe(this::keepHeadings);
    matrix.onFocus(this::reveal);
    body.setId(id);
    body.getStyleClass().add("matrix-body");
    Label right = caption("results.matrix.label");
    right.setRotate(-90);
    body.setLeft(new Group(right));
    body.setTop(caption("results.matrix.predicted"));
    BorderPane.setAlignment(body.getTop(), Pos.CENTER);
    BorderPane.setAlignment(body.getLeft(), Pos.CENTER);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(new ChartMenu(save, texts, body)), body, legend());
  }

  /** Shows counts, {@code [right][predicted]}; null shows none. */
  void show(int @Nullable [][] confusion, List<String> names) {
    boolean isLarge = names.size() > MOST_WITHOUT_SCROLLING;
    if (isLarge != (body.getCenter() == scrolled)) {
      scrolled.setContent(isLarge ? matrix : null);
      body.setCenter(isLarge ? scrolled : matrix);
    }
    matrix.show(confusion, names);
    keepHeadings();
  }

  private void keepHeadings() {
    boolean isLarge = scrolled.getContent() == matrix;
    matrix.scrolled(
        isLarge ? scrolled.getHvalue() * hiddenWidth() : 0,
        isLarge ? scrolled.getVvalue() * hiddenHeight() : 0);
  }

  private double hiddenWidth() {
    return Math.max(0, matrix.getWidth() - scrolled.getViewportBounds().getWidth());
  }

  private double hiddenHeight() {
    return Math.max(0, matrix.getHeight() - scrolled.getViewportBounds().getHeight());
  }

  /** Scrolls as little as is needed to see a part of the matrix. */
  private void reveal(Bounds part) {
    Bounds view = scrolled.getViewportBounds();
    double x = scrolled.getHvalue() * hiddenWidth();
    double y = scrolled.getVvalue() * hiddenHeight();
    double right = least(x, part.getMinX(), part.getMaxX() - view.getWidth());
    double down = least(y, part.getMinY(), part.getMaxY() - view.getHeight());
    scrolled.setHvalue(hiddenWidth() == 0 ? 0 : right / hiddenWidth());
    scrolled.setVvalue(hiddenHeight() == 0 ? 0 : down / hiddenHeight());
  }

  /** What is the nearest to where it is scrolled, between two ends. */
  private static double least(double now, double most, double least) {
    return now > most ? most : Math.max(now, least);
  }

  private Label caption(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.bind(key));
    label.getStyleClass().add("facts");
    return label;
  }

  private Node head(Node menu) {
    Label title = caption("results.matrix");
    title.getStyleClass().setAll("label", "chart-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Segments<Boolean> both =
        new Segments<>(
            texts,
            List.of(false, true),
            isPercentage -> isPercentage ? "results.matrix.percent" : "results.matrix.counts",
            matrix.percentagesProperty(),
            matrix.percentagesProperty()::set);
    both.getButtons().forEach(button -> button.getStyleClass().add(Styles.SMALL));
    HBox head =
        new HBox(8, new HBox(title, InfoButton.of(texts, "results.matrix")), gap, both, menu);
    ((HBox) head.getChildren().getFirst()).getStyleClass().add("term");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node legend() {
    HBox legend =
        new HBox(
            8,
            swatch(part -> MatrixShades.right(part, dark.getValue())),
            caption("results.matrix.right"),
            new Region(),
            swatch(part -> MatrixShades.wrong(part, dark.getValue())),
            caption("results.matrix.wrong"));
    legend.setAlignment(Pos.CENTER);
    return legend;
  }

  private Node swatch(DoubleFunction<Integer> shade) {
    Rectangle swatch = new Rectangle(SWATCH_WIDTH, SWATCH_HEIGHT);
    swatch.setArcWidth(6);
    swatch.setArcHeight(6);
    dark.subscribe(
        _ ->
            swatch.setFill(
                new LinearGradient(
                    0,
                    0,
                    1,
                    0,
                    true,
                    CycleMethod.NO_CYCLE,
                    IntStream.rangeClosed(0, 4)
                        .mapToDouble(i -> i / 4.0)
                        .mapToObj(at -> new Stop(at, CanvasPainter.color(shade.apply(at))))
                        .toList())));
    return swatch;
  }
}
