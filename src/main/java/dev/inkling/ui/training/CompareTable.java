package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.Palette;
import dev.inkling.chart.ValueFormat;
import dev.inkling.data.DataSource;
import dev.inkling.ui.chart.CanvasPainter;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.ComparedRun.Field;
import dev.inkling.ui.training.ComparedRun.Row;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Recipes side by side: a row a field, a column a run; rows that differ are bold with a mark. */
final class CompareTable extends TableView<Row> {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final String MARK = "≠";
  private static final double NAME_WIDTH = 200;
  private static final double VALUE_WIDTH = 170;
  private static final int OPAQUE = 0xff;

  private final Texts texts;
  private final ObservableList<Row> all = FXCollections.observableArrayList();

  /**
   * An empty table.
   *
   * @param onlyDifferent whether rows in which all runs agree are left out
   */
  CompareTable(Texts texts, BooleanProperty onlyDifferent) {
    this.texts = texts;
    setId("compare-table");
    getStyleClass().addAll(Styles.DENSE, "compare-table");
    FilteredList<Row> shown = new FilteredList<>(all);
    onlyDifferent.subscribe(only -> shown.setPredicate(row -> !only || row.differs()));
    setItems(shown);
    setRowFactory(_ -> new MarkedRow());
    Label empty = new Label();
    empty.textProperty().bind(texts.bind("compare.same"));
    setPlaceholder(empty);
  }

  /** Shows these runs. */
  void show(List<ComparedRun> runs) {
    getColumns().setAll(List.of(fields()));
    getColumns()
        .addAll(IntStream.range(0, runs.size()).mapToObj(i -> column(runs.get(i), i)).toList());
    all.setAll(runs.isEmpty() ? List.of() : ComparedRun.rows(runs));
  }

  private TableColumn<Row, Row> fields() {
    TableColumn<Row, Row> column = new TableColumn<>();
    column.textProperty().bind(texts.bind("compare.field"));
    column.setCellValueFactory(cell -> texts.messagesProperty().map(_ -> cell.getValue()));
    column.setCellFactory(_ -> new FieldCell());
    fix(column, NAME_WIDTH);
    return column;
  }

  private TableColumn<Row, String> column(ComparedRun run, int index) {
    TableColumn<Row, String> column = new TableColumn<>();
    column.setGraphic(header(run));
    column.setCellValueFactory(
        cell -> texts.messagesProperty().map(_ -> text(cell.getValue(), index)));
    fix(column, VALUE_WIDTH);
    return column;
  }

  private static void fix(TableColumn<Row, ?> column, double width) {
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
  }

  /** The run's name beside its colour, which depends on the paper as in the charts. */
  private static Label header(ComparedRun run) {
    Rectangle swatch = new Rectangle(12, 12);
    swatch.setArcWidth(6);
    swatch.setArcHeight(6);
    Label name = new Label(run.name(), swatch);
    name.getStyleClass().add("run-title");
    name.setTooltip(new Tooltip(run.name()));
    name.textFillProperty()
        .subscribe(fill -> swatch.setFill(color(run.curves().color(), (Color) fill)));
    return name;
  }

  private static Color color(int index, Color text) {
    int letters =
        (int) Math.round(OPAQUE * text.getRed()) << 16
            | (int) Math.round(OPAQUE * text.getGreen()) << 8
            | (int) Math.round(OPAQUE * text.getBlue());
    return CanvasPainter.color(Palette.color(index, Palette.isDark(letters)));
  }

  private String text(Row row, int index) {
    Object value = row.values().get(index);
    return value == null ? "–" : text(row.field(), value);
  }

  private String text(Field field, Object value) {
    return switch (field) {
      case DATA -> data((String) value);
      case OPTIMIZER, SCHEDULE, AUGMENTATION -> texts.name((Enum<?>) value);
      case STATUS -> texts.get("training.status." + value);
      case MOMENTUM, LEARNING_RATE, WEIGHT_DECAY, DROPOUT, LABEL_SMOOTHING ->
          ValueFormat.PLAIN.exact((Double) value);
      case WRITTEN, DOODLES -> ValueFormat.COUNT.exact((Integer) value);
      case BEST -> ValueFormat.PERCENT.exact((Double) value);
      case SECONDS -> texts.format("%d:%02d", (Long) value / 60, (Long) value % 60);
      default -> value.toString();
    };
  }

  private String data(String name) {
    return switch (name) {
      case DataSource.MNIST -> "MNIST";
      case DataSource.SYNTHETIC -> texts.get("training.data.synthetic");
      default -> name;
    };
  }

  private static final class MarkedRow extends TableRow<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      pseudoClassStateChanged(DIFFERS, !isEmpty && row != null && row.differs());
    }
  }

  private final class FieldCell extends TableCell<Row, Row> {
    private final Label mark = new Label();
    private final Label name = new Label();
    private final HBox both = new HBox(mark, name);

    FieldCell() {
      mark.getStyleClass().add("difference");
      both.getStyleClass().add("field");
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      if (isEmpty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String field = texts.get("compare.field." + row.field().key());
      name.setText(field);
      mark.setText(row.differs() ? MARK : "");
      setAccessibleText(row.differs() ? texts.get("compare.differs", field) : field);
      setGraphic(both);
    }
  }
}
