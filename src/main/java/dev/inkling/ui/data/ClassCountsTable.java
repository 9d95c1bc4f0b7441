package dev.inkling.ui.data;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How many images each class has, and how they compare; a click shows those of a class alone. */
final class ClassCountsTable extends TableView<ClassCount> {
  private static final double BAR = 70;

  private final Texts texts;

  ClassCountsTable(PicturesViewModel pictures, Texts texts) {
    this.texts = texts;
    setId("data-classes");
    getStyleClass().addAll(Styles.DENSE, "class-counts");
    accessibleTextProperty().bind(texts.bind("data.classes"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(column("data.class", 84, ClassCount::name, _ -> new NameCell()));
    getColumns().add(column("data.balance", BAR + 14, count -> count, _ -> new BarCell()));
    getColumns().add(number("training", ClassCount::training));
    getColumns().add(number("test", ClassCount::test));
    setPlaceholder(new Label());
    pictures
        .countsProperty()
        .subscribe(counts -> setItems(FXCollections.observableArrayList(counts)));
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, chosen) -> pictures.labelProperty().set(chosen == null ? null : chosen.label()));
    pictures.labelProperty().subscribe(this::follow);
  }

  private void follow(@Nullable Integer label) {
    ClassCount lit = getSelectionModel().getSelectedItem();
    if (label == null) {
      getSelectionModel().clearSelection();
    } else if (lit == null || !Objects.equals(lit.label(), label)) {
      getSelectionModel().select(label.intValue());
    }
  }

  private TableColumn<ClassCount, Integer> number(String use, ToIntFunction<ClassCount> count) {
    TableColumn<ClassCount, Integer> column =
        column("data.use." + use, 84, count::applyAsInt, _ -> new NumberCell());
    column.getStyleClass().add("number");
    return column;
  }

  private <T> TableColumn<ClassCount, T> column(
      String key,
      double width,
      Function<ClassCount, T> value,
      Function<TableColumn<ClassCount, T>, TableCell<ClassCount, T>> cell) {
    TableColumn<ClassCount, T> column = new TableColumn<>();
    column.textProperty().bind(texts.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(cell::apply);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setReorderable(false);
    return column;
  }

  private static final class NameCell extends TableCell<ClassCount, String> {
    NameCell() {
      Whole.of(this);
    }

    @Override
    protected void updateItem(@Nullable String name, boolean isEmpty) {
      super.updateItem(name, isEmpty);
      setText(isEmpty ? null : name);
    }
  }

  private final class NumberCell extends TableCell<ClassCount, Integer> {
    @Override
    protected void updateItem(@Nullable Integer count, boolean isEmpty) {
      super.updateItem(count, isEmpty);
      setText(isEmpty || count == null ? null : texts.format("%,d", count));
    }
  }

  /** As long as the class has images, against the one that has the most. */
  private static final class BarCell extends TableCell<ClassCount, ClassCount> {
    private final Region bar = new Region();

    BarCell() {
      bar.getStyleClass().add("balance-bar");
      bar.setMaxWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable ClassCount count, boolean isEmpty) {
      super.updateItem(count, isEmpty);
      setGraphic(isEmpty || count == null ? null : bar);
      if (!isEmpty && count != null) {
        bar.setPrefWidth(Math.max(1, BAR * count.part()));
      }
    }
  }
}
