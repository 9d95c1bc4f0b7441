package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.Palette;
import dev.inkling.chart.ValueFormat;
import dev.inkling.run.Standing;
import dev.inkling.text.Durations;
import dev.inkling.text.Phrase;
import dev.inkling.ui.chart.CanvasPainter;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import dev.inkling.ui.training.ComparedRun.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Recipes side by side: a row a field, a column a run; rows that differ are bold with a mark. */
final class CompareTable extends TableView<Row> {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final String MARK = "≠";
  private static final double NAME_WIDTH = 180;
  private static final double VALUE_WIDTH = 130;

  /** Of the scroll bar. */
  private static final double BAR = 20;

  private static final int OPAQUE = 0xff;

  private final Texts texts;
  private final ObservableList<Row> all = FXCollections.observableArrayList();
  private List<ComparedRun> runs = List.of();

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
    accessibleTextProperty().bind(texts.bind("compare.field"));
    widthProperty()
        .subscribe(
            _ -> {
              if (share()) {
                makeColumns(); // those that had shared a wider table would stay as wide
              }
            });
    setRowFactory(_ -> new MarkedRow());
    Label empty = new Label();
    empty.textProperty().bind(texts.bind("compare.same"));
    setPlaceholder(empty);
  }

  /** Shows these runs. */
  void show(List<ComparedRun> next) {
    runs = next;
    share();
    makeColumns();
    all.setAll(runs.isEmpty() ? List.of() : ComparedRun.rows(runs));
  }

  private void makeColumns() {
    List<TableColumn<Row, ?>> next = new ArrayList<>(List.of(fields()));
    IntStream.range(0, runs.size()).mapToObj(i -> column(runs.get(i), i)).forEach(next::add);
    getColumns()
        .setAll(next); // all at once: the first alone would take the whole width, and keep it
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
    column.setCellFactory(_ -> Whole.of(new ValueCell()));
    fix(column, VALUE_WIDTH);
    return column;
  }

  /** Runs share the width that there is; many of them scroll. */
  private static void fix(TableColumn<Row, ?> column, double width) {
    column.setSortable(false);
    column.setReorderable(false);
    column.setMinWidth(width);
    column.setPrefWidth(width);
  }

  /** True when that is done in another way now. */
  private boolean share() {
    double least = NAME_WIDTH + runs.size() * VALUE_WIDTH + BAR;
    var wanted =
        getWidth() >= least ? CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS : UNCONSTRAINED_RESIZE_POLICY;
    boolean isOther = getColumnResizePolicy() != wanted;
    setColumnResizePolicy(wanted);
    return isOther;
  }

  /**
   * The run's title beside its colour, which depends on the paper as in the charts; below, what
   * tells it from others of the same title.
   */
  private static VBox header(ComparedRun run) {
    Rectangle swatch = new Rectangle(12, 12);
    swatch.setArcWidth(6);
    swatch.setArcHeight(6);
    Label title = new Label(run.title(), swatch);
    title.getStyleClass().add("run-title");
    title.setTooltip(new Tooltip(run.title() + "\n" + run.name()));
    title
        .textFillProperty()
        .subscribe(fill -> swatch.setFill(color(run.curves().color(), (Color) fill)));
    Label mark = new Label(run.mark());
    mark.getStyleClass().add("facts");
    VBox header = new VBox(title);
    if (!run.mark().isEmpty()) {
      header.getChildren().add(mark);
    }
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
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

  private String text(String field, Object value) {
    return switch (field) {
      case ComparedRun.DATA -> FieldTexts.data(texts, (String) value);
      case ComparedRun.STATUS -> texts.get(((Standing) value).key());
      case ComparedRun.BEST -> ValueFormat.PERCENT.exact((Double) value);
      case ComparedRun.SECONDS -> {
        Phrase words = Durations.of((Double) value);
        yield texts.get(words);
      }
      default -> FieldTexts.value(texts, value);
    };
  }

  private static final class ValueCell extends TableCell<Row, String> {
    @Override
    protected void updateItem(@Nullable String value, boolean isEmpty) {
      super.updateItem(value, isEmpty);
      setText(isEmpty ? null : value);
    }
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
      String field = texts.get(row.field());
      name.setText(field);
      mark.setText(row.differs() ? MARK : "");
      setAccessibleText(row.differs() ? texts.get("compare.differs", field) : field);
      setGraphic(both);
    }
  }
}
