package dev.inkling.ui.chart;

import dev.inkling.chart.Axes;
import dev.inkling.chart.ChartCaptions;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Legend;
import dev.inkling.chart.LineFigure;
import dev.inkling.chart.LineLayout;
import dev.inkling.chart.Look;
import dev.inkling.chart.Range;
import dev.inkling.chart.ValueFormat;
import dev.inkling.chart.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Curves that may grow while they are shown and have a hundred thousand samples each. The wheel
 * with Ctrl zooms about the pointer (beside an axis: that axis alone), dragging moves what is
 * zoomed, a double click shows all again. A click on a name hides its curve. All of it works by
 * keyboard too: see {@link #helpProperty}. FX thread only.
 */
public final class LineChart extends CanvasChart {
  /** Less height than this is left to the plot. */
  private static final double TITLE_FROM = 110;

  /** The air above the plot that is the heading's already. */
  private static final double AIR = 5;

  /** Part of the height that the legend takes at most; what is longer scrolls. */
  private static final double LEGEND_PART = 0.36;

  private static final double HELP_WIDTH = 360;

  private final ObservableList<Series> series = FXCollections.observableArrayList();
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty xLabel = new SimpleStringProperty("");
  private final StringProperty yLabel = new SimpleStringProperty("");
  private final StringProperty emptyText = new SimpleStringProperty("");
  private final DoubleProperty headingEnd = new SimpleDoubleProperty(0);
  private final BooleanProperty logY = new SimpleBooleanProperty(false);
  private final DoubleProperty smoothing = new SimpleDoubleProperty(0);
  private final ObjectProperty<ValueFormat> xFormat = new SimpleObjectProperty<>(ValueFormat.COUNT);
  private final ObjectProperty<ValueFormat> yFormat = new SimpleObjectProperty<>(ValueFormat.PLAIN);
  private final ObjectProperty<@Nullable Range> yRange = new SimpleObjectProperty<>();
  private final ObjectProperty<Legend> legend = new SimpleObjectProperty<>(Legend.BELOW);
  private final ObjectProperty<@Nullable View> view = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper(false);
  private final Map<Series, Subscription> names = new HashMap<>();
  private final Runnable watcher = this::changed;
  private final Label heading = new Label();
  private final LegendPane legendPane = new LegendPane(series);
  private final Crosshair crosshair = new Crosshair();
  private final Tooltip help = new Tooltip();
  private @Nullable LineLayout shown;

  /** A chart without curves. */
  public LineChart() {
    super("inkling-line-chart");
    setMinSize(140, 110);
    setPrefSize(600, 320);
    heading.getStyleClass().add("chart-heading");
    heading.textProperty().bind(title);
    heading.setEllipsisString("…");
    getChildren().addAll(heading, legendPane, crosshair);
    Navigation navigation = new Navigation(this);
    navigation.listenTo(canvas);
    new KeyNavigation(this, navigation, help);
    accessibleHelpProperty().bind(help.textProperty());
    heading.setTooltip(help);
    help.setWrapText(true);
    help.setMaxWidth(HELP_WIDTH);
    series.addListener(this::follow);
    title.subscribe(this::describe);
    zoomed.bind(view.isNotNull());
    // Other axes are other places: what was zoomed into is not there any more.
    logY.subscribe(this::resetZoom);
    yRange.subscribe(this::resetZoom);
    redrawFor(title, xLabel, yLabel, emptyText, logY, smoothing, xFormat, yFormat, yRange, view);
    title.subscribe(this::requestLayout);
    legend.subscribe(this::requestLayout);
    headingEnd.subscribe(this::requestLayout);
  }

  private void redrawFor(Property<?>... properties) {
    for (Property<?> property : properties) {
      property.subscribe(this::changed);
    }
  }

  private void follow(Change<? extends Series> change) {
    while (change.next()) {
      for (Series removed : change.getRemoved()) {
        removed.unwatch(watcher);
        Objects.requireNonNull(names.remove(removed)).unsubscribe();
      }
      for (Series added : change.getAddedSubList()) {
        added.watch(watcher);
        names.put(added, added.nameProperty().subscribe(this::changed));
      }
    }
    requestLayout();
    changed();
  }

  // Properties

  /** The curves, the last one on top; each may be in several charts, and once in each. */
  public ObservableList<Series> series() {
    return series;
  }

  /** Above the plot. */
  public StringProperty titleProperty() {
    return title;
  }

  /** What the horizontal axis counts. */
  public StringProperty xLabelProperty() {
    return xLabel;
  }

  /** What the vertical axis measures. */
  public StringProperty yLabelProperty() {
    return yLabel;
  }

  /** Shown while no curve has a sample. */
  public StringProperty emptyTextProperty() {
    return emptyText;
  }

  /**
   * How to zoom, move and read values; shown at the heading, and when the keyboard comes to the
   * chart.
   */
  public StringProperty helpProperty() {
    return help.textProperty();
  }

  /** Whether the vertical axis is logarithmic; values of 0 and less are gaps then. */
  public BooleanProperty logYProperty() {
    return logY;
  }

  /** Weight of the moving average of the curves that ask for one, 0…1; 0 smooths nothing. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** How the numbers below are written. */
  public ObjectProperty<ValueFormat> xFormatProperty() {
    return xFormat;
  }

  /** How the numbers at the left are written. */
  public ObjectProperty<ValueFormat> yFormatProperty() {
    return yFormat;
  }

  /** The ends of the vertical axis, or null to follow the data. */
  public ObjectProperty<@Nullable Range> yRangeProperty() {
    return yRange;
  }

  /** Where the names of the curves are. */
  public ObjectProperty<Legend> legendProperty() {
    return legend;
  }

  /** What part is shown, or null for all; it stays while the data grow. */
  public ObjectProperty<@Nullable View> viewProperty() {
    return view;
  }

  /** True while a part is shown. */
  public ReadOnlyBooleanProperty zoomedProperty() {
    return zoomed.getReadOnlyProperty();
  }

  // Commands

  /** Shows all again. */
  public void resetZoom() {
    view.set(null);
  }

  /** Gives the names of the curves away, to be laid elsewhere; pictures keep theirs. */
  public CurveNames takeNames() {
    getChildren().remove(legendPane);
    legend.set(Legend.NONE);
    legendPane.setVisible(true);
    return new CurveNames(legendPane);
  }

  // Drawing

  @Override
  void draw(CanvasPainter painter, Look look) {
    series.forEach(Series::seen);
    LineFigure figure = figure("", Legend.NONE);
    shown = layout(figure, painter, look);
    figure.paint(painter, look, shown);
    legendPane.paint(look);
    crosshair.show(figure, shown, look);
    if (shown.isEmpty()) {
      // What comes next is something else.
      resetZoom();
    }
  }

  private LineLayout layout(LineFigure figure, CanvasPainter painter, Look look) {
    return LineLayout.of(figure, painter, look, canvas.getWidth(), canvas.getHeight());
  }

  @Override
  Figure picture() {
    Legend place = getChildren().contains(legendPane) ? legend.get() : Legend.BELOW;
    return figure(text(title), place);
  }

  private LineFigure figure(String heading, Legend place) {
    return new LineFigure(
        new ChartCaptions(heading, text(xLabel), text(yLabel), text(emptyText)),
        new Axes(xFormat.get(), yFormat.get(), logY.get(), yRange.get()),
        series.stream().map(Series::curve).toList(),
        smoothing.get(),
        view.get(),
        place);
  }

  /** As it would be drawn now: several turns of the wheel may come before a drawing. */
  LineLayout layoutNow() {
    return layout(figure("", Legend.NONE), painter(canvas.getGraphicsContext2D()), look());
  }

  /** Whether something of a curve lies in a part. */
  boolean hasCurveIn(View part) {
    return figure("", Legend.NONE).isSeenIn(part);
  }

  /** As it was drawn last; null before. */
  @Nullable LineLayout layoutShown() {
    return shown;
  }

  Crosshair crosshair() {
    return crosshair;
  }

  /** Draws the crosshair anew, and nothing else. */
  void drawCrosshair() {
    if (shown != null) {
      crosshair.show(figure("", Legend.NONE), shown, look());
      describe();
    }
  }

  /** Asked for by screen readers alone: where the crosshair reads nothing, each curve's end. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && !crosshair.box().isVisible()
        ? spoken()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private String spoken() {
    String ends =
        series.stream()
            .filter(curve -> curve.visibleProperty().get() && curve.size() > 0)
            .map(this::end)
            .collect(Collectors.joining(", "));
    String what = ends.isEmpty() ? text(emptyText) : ends;
    return what.isEmpty() ? text(title) : text(title) + ": " + what;
  }

  private String end(Series curve) {
    String value = yFormat.get().exact(curve.y(curve.size() - 1));
    return text(curve.nameProperty()) + " " + value;
  }

  /** Width at the heading's end, in logical pixels, that buttons above the chart take. */
  DoubleProperty headingEndProperty() {
    return headingEnd;
  }

  /** To those who cannot see it: its title, and what the crosshair reads. */
  private void describe() {
    setAccessibleText((text(title) + " " + crosshair.box().text()).strip());
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    boolean hasHeading = !heading.getText().isEmpty() && getHeight() >= TITLE_FROM;
    boolean hasLegend = legend.get() != Legend.NONE && !series.isEmpty();
    double headingHeight = hasHeading ? snapSizeY(heading.prefHeight(width)) - AIR : 0;
    double most = Math.max(LegendPane.ROW, LEGEND_PART * getHeight());
    double legendHeight = hasLegend ? snapSizeY(Math.min(most, legendPane.rows(width))) : 0;
    boolean isAbove = legend.get() == Legend.ABOVE;
    double top = headingHeight + (isAbove ? legendHeight : 0);
    double height = getHeight() - headingHeight - legendHeight;
    heading.setVisible(hasHeading);
    heading.resizeRelocate(0, 0, Math.max(0, width - headingEnd.get()), headingHeight + AIR);
    if (legendPane.getParent() == this) {
      legendPane.setVisible(hasLegend);
      double legendTop = isAbove ? headingHeight + AIR : top + height;
      legendPane.resizeRelocate(0, legendTop, width, legendHeight);
    }
    place(0, top, width, height);
    crosshair.resizeRelocate(0, 0, width, getHeight());
    crosshair.follow(canvas);
  }
}
