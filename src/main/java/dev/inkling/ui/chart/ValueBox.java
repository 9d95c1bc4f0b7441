package dev.inkling.ui.chart;

import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.LineFigure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Swatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A row with colour, name and value for each curve, below the place where these were read. */
final class ValueBox extends GridPane {
  /** Height of a row, with the air above it. */
  private static final double ROW = 18;

  private static final double SWATCH_HEIGHT = 10;
  private static final double LONGEST = 150;

  private record Row(Canvas swatch, Label name, Label value) {}

  private final Label where = new Label();
  private final Label place = new Label();
  private final Label more = new Label();
  private final List<Row> rows = new ArrayList<>();

  ValueBox() {
    getStyleClass().add("value-box");
    setManaged(false);
    ColumnConstraints names = new ColumnConstraints(0, Region.USE_COMPUTED_SIZE, LONGEST);
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints values = new ColumnConstraints();
    values.setMinWidth(Region.USE_PREF_SIZE);
    values.setHalignment(HPos.RIGHT);
    values.setHgrow(Priority.NEVER);
    getColumnConstraints().addAll(new ColumnConstraints(Swatch.WIDTH), names, values);
    where.getStyleClass().add("where");
    place.getStyleClass().add("where");
    more.getStyleClass().add("where");
    place.setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Shows readings, as many as a height has room for. */
  void show(
      LineFigure figure, List<CurveReading> readings, double nearest, Look look, double height) {
    int room = Math.max(1, (int) (height / ROW) - 1);
    int count = readings.size() <= room ? readings.size() : Math.max(1, room - 1);
    arrange(count, readings.size() - count);
    where.setText(figure.captions().x());
    place.setText(figure.axes().xFormat().exact(nearest));
    for (int i = 0; i < count; i++) {
      CurveReading reading = readings.get(i);
      rows.get(i).name.setText(reading.curve().name());
      rows.get(i).value.setText(figure.axes().yFormat().exact(reading.value()));
      paint(rows.get(i).swatch, reading.curve().style(), look);
    }
  }

  /** What it says, in one line; empty while it is not shown. */
  String text() {
    return isVisible()
        ? getChildren().stream()
            .filter(Label.class::isInstance)
            .map(label -> ((Label) label).getText())
            .collect(Collectors.joining(" "))
        : "";
  }

  private void arrange(int count, int hidden) {
    more.setText("+" + hidden);
    boolean isArranged = rows.size() == count && (hidden > 0) == getChildren().contains(more);
    if (isArranged && !getChildren().isEmpty()) {
      return;
    }
    rows.clear();
    getChildren().clear();
    add(where, 0, 0, 2, 1);
    add(place, 2, 0);
    for (int i = 0; i < count; i++) {
      Row row = new Row(new Canvas(Swatch.WIDTH, SWATCH_HEIGHT), new Label(), new Label());
      row.value.getStyleClass().add("value");
      addRow(i + 1, row.swatch, row.name, row.value);
      rows.add(row);
    }
    if (hidden > 0) {
      add(more, 1, count + 1);
    }
  }

  private static void paint(Canvas swatch, CurveStyle style, Look look) {
    GraphicsContext graphics = swatch.getGraphicsContext2D();
    graphics.clearRect(0, 0, Swatch.WIDTH, SWATCH_HEIGHT);
    Swatch.paint(new CanvasPainter(graphics, "", 1), style, look, 0, SWATCH_HEIGHT / 2);
  }
}
