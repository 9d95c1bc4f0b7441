package dev.inkling.ui.data;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ChartCaptions;
import dev.inkling.chart.SpreadFigure;
import dev.inkling.chart.ValueFormat;
import dev.inkling.train.LearningPoints;
import dev.inkling.train.LearningPoints.Point;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.Observable;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The curve, drawn while it is measured. */
final class LearningCurveView extends VBox {
  private final LearningCurveViewModel curve;
  private final Texts texts;

  LearningCurveView(LearningCurveViewModel curve, Texts texts) {
    this.curve = curve;
    this.texts = texts;
    getStyleClass().add("data-part");
    Observable[] changes = {
      curve.imagesProperty(),
      curve.pointsProperty(),
      curve.workingProperty(),
      texts.messagesProperty()
    };
    PartHead head =
        new PartHead(texts, "data.curve.", changes)
            .say("headline", "chart-title", this::headline)
            .say("facts", "facts", this::facts)
            .show(curve);
    head.button("stop", "bi-stop-fill", curve::stop, () -> curve.workingProperty().get());
    head.button(
            "measure",
            "bi-graph-up",
            curve::measure,
            () -> curve.isPossible() && !curve.workingProperty().get())
        .getStyleClass()
        .add(Styles.ACCENT);
    FigureChart chart = new FigureChart(figure());
    chart.setId("learning-curve");
    for (Observable change : changes) {
      change.addListener(_ -> chart.figureProperty().set(figure()));
    }
    ChartCard card =
        new ChartCard(curve.exports()::save, texts, chart).explained(texts, "data.curve.term");
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(head, card);
  }

  private String headline() {
    List<Point> points = curve.pointsProperty().get().all();
    if (curve.workingProperty().get()) {
      return texts.get("data.curve.working", curve.trained(), curve.networks());
    }
    if (points.size() < 2) {
      return texts.get("data.curve.idle");
    }
    Point last = points.getLast();
    Point before = points.get(points.size() - 2);
    return texts.get(
        "data.curve.step",
        before.images(),
        last.images(),
        ValueFormat.percent(before.mean(), 2),
        ValueFormat.percent(last.mean(), 2));
  }

  private String facts() {
    LoadedImages images = curve.imagesProperty().get();
    if (images == null) {
      return "";
    }
    return curve.isPossible()
        ? texts.get(
            "data.curve.facts", curve.networks(), images.of(LoadedImages.Use.VALIDATION).count())
        : texts.get("problem.curve.few", images.of(LoadedImages.Use.TRAINING).count());
  }

  private SpreadFigure figure() {
    LearningPoints points = curve.pointsProperty().get();
    return new SpreadFigure(
        new ChartCaptions(
            texts.get("data.curve.term"),
            texts.get("data.curve.x"),
            texts.get("data.curve.y"),
            texts.get("data.curve.empty")),
        values(points, Point::images),
        values(points, Point::mean),
        values(points, Point::low),
        values(points, Point::high));
  }

  private static double[] values(LearningPoints points, ToDoubleFunction<Point> value) {
    return points.all().stream().mapToDouble(value).toArray();
  }
}
