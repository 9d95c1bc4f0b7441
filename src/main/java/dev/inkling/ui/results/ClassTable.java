package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Precision, recall and F1 of each class; sorted by any of them with a click on its name. */
final class ClassTable extends TableView<PerClass> {
  private static final Set<String> EXPLAINED = Set.of("precision", "recall", "f1");

  private final Texts texts;
  private List<String> names = List.of();

  ClassTable(Texts texts) {
    this.texts = texts;
    setId("results-classes");
    getStyleClass().addAll(Styles.DENSE, "class-table");
    accessibleTextProperty().bind(texts.bind("results.classes"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns()
        .setAll(
            List.of(
                column("digit", PerClass::label, label -> names.get(label)),
                column("count", PerClass::count, count -> texts.format("%,d", count)),
                column("precision", PerClass::precision, ClassTable::percent),
                column("recall", PerClass::recall, ClassTable::percent),
                column("f1", PerClass::f1, ClassTable::percent)));
  }

  /** Shows these classes. */
  void show(List<PerClass> classes, List<String> namesOfAll) {
    names = namesOfAll;
    getItems().setAll(classes);
    sort();
  }

  private <T extends Comparable<T>> TableColumn<PerClass, T> column(
      String key, Function<PerClass, @Nullable T> value, Function<T, String> format) {
    TableColumn<PerClass, T> column = new TableColumn<>();
    column.textProperty().bind(texts.bind("results.class." + key));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
    column.setReorderable(false);
    boolean isExplained = EXPLAINED.contains(key);
    column.setMinWidth(isExplained ? 92 : 52);
    column.setPrefWidth(isExplained ? 110 : 64);
    if (isExplained) {
      column.setGraphic(InfoButton.of(texts, "results.class." + key));
    }
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable T item, boolean isEmpty) {
                super.updateItem(item, isEmpty);
                // A class of which nothing is, or was read, has no such figure.
                setText(isEmpty ? null : item == null ? "–" : format.apply(item));
              }
            });
    return column;
  }

  private static String percent(Double part) {
    return ValueFormat.percent(part, 2);
  }
}
