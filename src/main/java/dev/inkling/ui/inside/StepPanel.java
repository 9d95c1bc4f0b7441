package dev.inkling.ui.inside;

import dev.inkling.chart.Axes;
import dev.inkling.chart.ChartCaptions;
import dev.inkling.chart.Curve;
import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Legend;
import dev.inkling.chart.LineFigure;
import dev.inkling.chart.Points;
import dev.inkling.chart.ValueFormat;
import dev.inkling.diagram.ChainText;
import dev.inkling.diagram.Tiles;
import dev.inkling.diagram.TilesFigure;
import dev.inkling.diagram.TilesFigure.Group;
import dev.inkling.explain.BackwardPass;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.inside.StepText.Line;
import dev.inkling.ui.inside.StepViewModel.Curves;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Below the network: the arithmetic of the gradient that is pointed at, the weights of its filter
 * or unit with their gradients, and the losses so far and along the gradient.
 */
final class StepPanel extends HBox {
  private final StepViewModel step;
  private final Texts texts;
  private final StepText text;
  private final Label place = new Label();
  private final Label[] lines = {new Label(), new Label(), new Label()};
  private final EngineLabel[] engines;
  private final FigureChart weights = DiagramView.chart("step-weights");
  private final FigureChart curve = DiagramView.chart("step-curve");

  StepPanel(StepViewModel step, Texts texts) {
    this.step = step;
    this.texts = texts;
    text = new StepText(step, texts);
    engines =
        new EngineLabel[] {new EngineLabel(texts), new EngineLabel(texts), new EngineLabel(texts)};
    setId("step-panel");
    getStyleClass().addAll("origin", "step-panel");
    place.setId("step-place");
    place.setWrapText(true);
    place.getStyleClass().add("origin-place");
    VBox words = new VBox(3, place);
    String[] names = {"value", "gradient", "next"};
    for (int i = 0; i < lines.length; i++) {
      lines[i].setId("step-" + names[i]);
      lines[i].setWrapText(true);
      lines[i].getStyleClass().add("origin-formula");
      lines[i].setMinHeight(USE_PREF_SIZE);
      engines[i].setId("step-" + names[i] + "-engine");
      HBox.setHgrow(lines[i], Priority.ALWAYS);
      lines[i].setMaxWidth(Double.MAX_VALUE);
      HBox row = new HBox(8, lines[i], engines[i]);
      row.setAlignment(Pos.CENTER_LEFT);
      words.getChildren().add(row);
    }
    VBox left = new VBox(4, words, weights);
    VBox.setVgrow(weights, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    Segments<Curves> which =
        new Segments<>(
            texts,
            List.of(Curves.values()),
            one -> "inside.step." + one.name().toLowerCase(Locale.ROOT),
            step.curvesProperty(),
            step.curvesProperty()::set);
    which.getStyleClass().add("step-which");
    VBox right = new VBox(4, stand(), which, curve);
    VBox.setVgrow(curve, Priority.ALWAYS);
    right.getStyleClass().add("step-curves");
    getChildren().addAll(left, right);
    listen();
  }

  /** Where the copy stands: the loss, and after how many steps. */
  private Label stand() {
    Label stand = new Label();
    stand.setId("step-stand");
    stand.getStyleClass().add("step-stand");
    stand.setWrapText(true);
    stand.setMinHeight(USE_PREF_SIZE);
    stand
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words,
                step.foundProperty(),
                step.failureProperty(),
                texts.messagesProperty()));
    return stand;
  }

  private String words() {
    if (step.failureProperty().get() != null) {
      return texts.get(step.failureProperty().get());
    }
    if (step.foundProperty().get() == null) {
      return texts.get("inside.blank");
    }
    int steps = step.answer().now().steps();
    String loss = ValueFormat.loss(step.pass().loss());
    double smoothing = step.answer().question().recipe().labelSmoothing();
    String stand =
        step.pass().count() > 1
            ? texts.get("inside.step.stand.batch", loss, steps)
            : texts.get(
                "inside.step.stand",
                ChainText.number(step.probability()),
                smoothing > 0 ? "−Σ t·log p" : "−log p",
                loss,
                steps);
    return smoothing == 0
        ? stand
        : stand + " · " + texts.get("training.labelSmoothing") + " " + ValueFormat.loss(smoothing);
  }

  private void listen() {
    step.network().spotProperty().subscribe(_ -> show());
    step.foundProperty().subscribe(_ -> show());
    step.network().seenProperty().subscribe(_ -> show());
    step.weightProperty().subscribe(_ -> show());
    step.network().blocksProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
    step.foundProperty().subscribe(_ -> curves());
    step.lineProperty().subscribe(_ -> curves());
    step.curvesProperty().subscribe(_ -> curves());
    texts.messagesProperty().subscribe(_ -> curves());
    weights.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    weights.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> weights.requestFocus());
    weights.setFocusTraversable(true);
    weights.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    weights.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
  }

  private void show() {
    place.setText(text.place());
    Line[] said = {text.value(), text.gradient(), text.next()};
    for (int i = 0; i < said.length; i++) {
      lines[i].setText(said[i].words());
      if (said[i].words().isEmpty()) {
        engines[i].clear();
      } else {
        engines[i].show(ChainText.number(said[i].engine()), said[i].agrees());
      }
    }
    List<StepWeight> all = StepWeight.of(step);
    weights.setVisible(!all.isEmpty());
    if (!all.isEmpty()) {
      String title = String.join(" ", said[1].words(), said[2].words());
      weights.figureProperty().set(tiles(title, all));
    }
  }

  /** The weights as they lie on what they are multiplied with, and their gradients likewise. */
  private TilesFigure tiles(String title, List<StepWeight> all) {
    BackwardPass pass = step.pass();
    float[] values = new float[all.size()];
    float[] gradients = new float[all.size()];
    for (int i = 0; i < values.length; i++) {
      StepWeight weight = all.get(i);
      values[i] = step.answer().now().weights().tensor(weight.name(pass)).values()[weight.index()];
      gradients[i] = weight.gradient(pass);
    }
    Size size = window(all);
    int marked = Math.min(step.weightProperty().get(), values.length - 1);
    List<Group> groups =
        List.of(new Group("w", tiles(size, values)), new Group("∂w", tiles(size, gradients)));
    return new TilesFigure(title, groups, marked);
  }

  /** Size of what the first layer's weights lie on; biases and others follow them. */
  private Size window(List<StepWeight> all) {
    Stage stage = step.pass().stages().get(all.getFirst().layer());
    return stage.layer().window(stage.input());
  }

  /** One more small picture for what is not a weight, with nothing where there is none. */
  private static Tiles tiles(Size size, float[] values) {
    int map = size.height() * size.width();
    if (map == 1 || values.length < size.count()) {
      return Tiles.of(new Size(values.length, 1, 1), values);
    }
    int maps = Math.ceilDiv(values.length, map);
    float[] filled = Arrays.copyOf(values, maps * map);
    Arrays.fill(filled, values.length, filled.length, Float.NaN);
    return new Tiles(maps, size.width(), size.height(), filled);
  }

  private void point(MouseEvent event) {
    if (weights.figureProperty().get() instanceof TilesFigure tiles) {
      int at = tiles.at(event.getX(), event.getY(), weights.getWidth(), weights.getHeight());
      if (at >= 0) {
        step.weightProperty().set(at);
      }
    }
  }

  private void move(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case LEFT, UP -> -1;
          case RIGHT, DOWN -> 1;
          default -> 0;
        };
    int count = StepWeight.of(step).size();
    if (by != 0 && count > 0) {
      step.weightProperty().set(Math.clamp(step.weightProperty().get() + by, 0, count - 1));
      event.consume();
    }
  }

  private void curves() {
    if (step.foundProperty().get() == null) {
      return;
    }
    StepWork.Line line = step.lineProperty().get();
    if (step.curvesProperty().get() == Curves.PATH) {
      double[] losses = step.answer().losses();
      int first = step.answer().now().steps() - step.answer().undoable();
      double[] steps = IntStream.range(0, losses.length).mapToDouble(i -> first + i).toArray();
      curve.figureProperty().set(curve("path", Axes.COUNTED, steps, losses));
    } else if (line != null) {
      Axes axes = new Axes(ValueFormat.PLAIN, ValueFormat.PLAIN, false, null);
      curve.figureProperty().set(curve("line", axes, line.rates(), line.losses()));
    }
  }

  private Figure curve(String which, Axes axes, double[] xs, double[] ys) {
    String key = "inside.step." + which;
    ChartCaptions captions = new ChartCaptions(texts.get(key + ".title"), "", "", "");
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("", CurveStyle.of(0).marked(), Points.of(xs, ys)));
    return new LineFigure(captions, axes, curves, 0, null, Legend.NONE);
  }
}
