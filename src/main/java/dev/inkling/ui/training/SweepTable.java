package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Sweep;
import dev.inkling.run.Sweep.Trial;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The trials of a sweep, a row each; the best is bold. */
final class SweepTable extends TableView<Integer> {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

  private final Texts texts;
  private @Nullable Sweep sweep;

  SweepTable(Texts texts) {
    this.texts = texts;
    setId("sweep-table");
    getStyleClass().addAll(Styles.DENSE, "compare-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    accessibleTextProperty().bind(texts.bind("sweep.title"));
    setRowFactory(_ -> new BestRow());
    Label empty = new Label();
    empty.textProperty().bind(texts.bind("sweep.table.empty"));
    empty.setWrapText(true);
    setPlaceholder(empty);
    texts.messagesProperty().subscribe(_ -> refresh());
  }

  /** Shows a sweep as it stands. */
  void show(@Nullable Sweep next) {
    boolean isOther = sweep == null || next == null || !sweep.fields().equals(next.fields());
    sweep = next;
    if (isOther) {
      makeColumns();
    }
    int count = next == null ? 0 : next.trials().size();
    if (getItems().size() == count) {
      refresh();
    } else {
      getItems().setAll(IntStream.range(0, count).boxed().toList());
    }
  }

  private void makeColumns() {
    List<TableColumn<Integer, ?>> columns = new ArrayList<>();
    for (RecipeField field : sweep == null ? List.<RecipeField>of() : sweep.fields()) {
      columns.add(
          column(
              field.nameKey(),
              trial ->
                  SweepFigure.text(
                      texts, field, Objects.requireNonNull(trial.values().get(field.key())))));
    }
    columns.add(column("training.epochs", trial -> String.valueOf(trial.epochs())));
    columns.add(column("sweep.accuracy", trial -> number(trial.accuracy(), ValueFormat.PERCENT)));
    columns.add(column("sweep.loss", trial -> number(trial.loss(), ValueFormat.PLAIN)));
    columns.add(
        column(
            "sweep.state",
            trial -> texts.get("sweep.state." + trial.state().name().toLowerCase(Locale.ROOT))));
    getColumns().setAll(columns);
  }

  private static String number(@Nullable Double value, ValueFormat format) {
    return value == null ? "–" : format.exact(value);
  }

  private TableColumn<Integer, Integer> column(String key, Function<Trial, String> text) {
    TableColumn<Integer, Integer> column = new TableColumn<>();
    column.textProperty().bind(texts.bind(key));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
    column.setCellFactory(_ -> Whole.of(new TrialCell(text)));
    return column;
  }

  private final class TrialCell extends TableCell<Integer, Integer> {
    private final Function<Trial, String> text;

    TrialCell(Function<Trial, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(@Nullable Integer index, boolean isEmpty) {
      super.updateItem(index, isEmpty);
      Sweep shown = sweep;
      setText(
          isEmpty || index == null || shown == null ? null : text.apply(shown.trials().get(index)));
    }
  }

  private final class BestRow extends TableRow<Integer> {
    @Override
    protected void updateItem(@Nullable Integer index, boolean isEmpty) {
      super.updateItem(index, isEmpty);
      boolean isBest = !isEmpty && sweep != null && sweep.best().equals(Optional.ofNullable(index));
      pseudoClassStateChanged(DIFFERS, isBest);
    }
  }
}
