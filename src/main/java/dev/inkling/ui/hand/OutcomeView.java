package dev.inkling.ui.hand;

import dev.inkling.chart.PairFigure;
import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.BeforeAfter;
import dev.inkling.evaluate.BeforeAfter.PerClass;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.hand.LearningViewModel.Outcome;
import dev.inkling.ui.kit.FigureRow;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Before and after, side by side: the figures, each digit, and the answers that changed. */
final class OutcomeView extends VBox {
  private static final int DIGITS = 10;

  private final Texts texts;
  private final FigureRow figures = new FigureRow();
  private final List<Region> shown = new ArrayList<>();
  private final FigureChart digits;
  private final ChangedTiles leftOut;
  private final ChangedTiles own;
  private final ChangedTiles mnist;

  OutcomeView(LearningViewModel learning, Texts texts, ObservableValue<Boolean> dark) {
    this.texts = texts;
    leftOut = new ChangedTiles("learning.doubted", texts, dark);
    own = new ChangedTiles("learning.changed.own", texts, dark);
    mnist = new ChangedTiles("learning.changed.mnist", texts, dark);
    getStyleClass().add("column");
    digits = new FigureChart(figure(null));
    digits.setId("learning-digits");
    ChartCard chart = new ChartCard(learning::save, texts, digits);
    VBox tiles = new VBox(14, leftOut, own, mnist);
    tiles.getStyleClass().add("changed");
    ScrollPane scroll = new ScrollPane(tiles);
    scroll.setId("learning-changed");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("clear-scroll");
    VBox panel = new VBox(scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    panel.getStyleClass().add("panel");
    HBox both = new HBox(12, chart, panel);
    for (Region half : List.of(chart, panel)) {
      half.setMinWidth(0);
      half.setPrefWidth(0);
      HBox.setHgrow(half, Priority.ALWAYS);
    }
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(figures, both);
    learning.outcomeProperty().subscribe(this::show);
    texts.messagesProperty().subscribe(() -> show(learning.outcomeProperty().get()));
  }

  private void show(@Nullable Outcome outcome) {
    shown.clear();
    digits.figureProperty().set(figure(outcome));
    own.show(outcome == null ? null : outcome.learned().own());
    int[] doubted = outcome == null ? new int[0] : outcome.learned().doubted();
    leftOut.show(outcome == null || doubted.length == 0 ? null : outcome.learned().own(), doubted);
    mnist.show(outcome == null ? null : outcome.learned().mnist());
    if (outcome != null) {
      figures(outcome);
    }
    figures.show(shown);
  }

  private void figures(Outcome outcome) {
    BeforeAfter drawn = outcome.learned().own();
    BeforeAfter test = outcome.learned().mnist();
    add("own", change(drawn, 1), texts.get("learning.own.note", drawn.count()));
    add(
        "mnist",
        test == null ? "–" : change(test, 2),
        test == null
            ? texts.get("learning.mnist.none")
            : texts.get("learning.mnist.note", test.count()));
    add(
        "changed",
        texts.get("learning.changed.count", mended(drawn), spoiled(drawn)),
        texts.get("learning.changed.note"));
  }

  private static String change(BeforeAfter what, int decimals) {
    return ValueFormat.percent(what.accuracyBefore(), decimals)
        + " → "
        + ValueFormat.percent(what.accuracyAfter(), decimals);
  }

  private static long mended(BeforeAfter what) {
    return IntStream.of(what.changed()).filter(what.after()::isRight).count();
  }

  private static long spoiled(BeforeAfter what) {
    return IntStream.of(what.changed()).filter(what.before()::isRight).count();
  }

  private void add(String key, String value, String note) {
    shown.add(FigureRow.figure(texts, "learning." + key, value, note));
  }

  private PairFigure figure(@Nullable Outcome outcome) {
    List<String> labels = IntStream.range(0, DIGITS).mapToObj(String::valueOf).toList();
    return new PairFigure(
        texts.get("learning.digits"),
        List.of(texts.get("learning.before"), texts.get("learning.after")),
        labels,
        parts(outcome, PerClass::rightBefore),
        parts(outcome, PerClass::rightAfter));
  }

  /** Parts read right of each digit; NaN where the hand did not write it. */
  private static double[] parts(@Nullable Outcome outcome, ToDoubleFunction<PerClass> right) {
    return IntStream.range(0, DIGITS)
        .mapToDouble(
            label -> {
              PerClass digit = outcome == null ? null : outcome.learned().own().of(label);
              return digit == null || digit.count() == 0
                  ? Double.NaN
                  : right.applyAsDouble(digit) / digit.count();
            })
        .toArray();
  }
}
