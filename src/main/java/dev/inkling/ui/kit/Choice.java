package dev.inkling.ui.kit;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A box to choose one of several values by names that follow the language. */
public final class Choice<T> extends ComboBox<T> {
  private final Function<T, String> name;

  /**
   * A choice.
   *
   * @param values to choose from; the list is followed
   * @param value that is chosen; both follow each other
   * @param name of a value in the present language
   */
  public Choice(
      Texts texts, ObservableList<T> values, Property<T> value, Function<T, String> name) {
    super(values);
    this.name = name;
    setMaxWidth(Double.MAX_VALUE);
    valueProperty().bindBidirectional(value);
    // New cells in the new language: JavaFX asks a converter anew only when the value changes.
    texts.messagesProperty().subscribe(_ -> rename());
  }

  /** The same values have other names now, as classes of other images have. */
  public void rename() {
    setCellFactory(_ -> new NameCell<>(name));
    setButtonCell(new NameCell<>(name));
  }

  private static final class NameCell<T> extends ListCell<T> {
    private final Function<T, String> name;

    NameCell(Function<T, String> name) {
      this.name = name;
      Whole.of(this);
    }

    @Override
    protected void updateItem(@Nullable T value, boolean isEmpty) {
      super.updateItem(value, isEmpty);
      setText(isEmpty || value == null ? null : name.apply(value));
    }
  }
}
