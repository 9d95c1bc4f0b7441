package dev.inkling.ui.kit;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A box to choose one of several values by names that follow the language. */
public final class Choice<T> extends ComboBox<T> {
  private final Function<T, String> name;
  private @Nullable Function<T, String> groups;

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
    setConverter(new Names<>(name));
    valueProperty().bindBidirectional(value);
    // New cells in the new language: JavaFX asks a converter anew only when the value changes.
    texts.messagesProperty().subscribe(_ -> rename());
  }

  /**
   * Values of a kind stand below its title.
   *
   * @param kind title of a value's kind; those of one kind are beside each other
   */
  public Choice<T> inGroups(Function<T, String> kind) {
    groups = kind;
    rename();
    return this;
  }

  /** The same values have other names now, as classes of other images have. */
  public void rename() {
    setCellFactory(_ -> new NameCell<>(name, groups, () -> null));
    setButtonCell(new NameCell<>(name, null, this::getValue));
  }

  /** JavaFX asks for these itself when the value is none of those to choose from. */
  private static final class Names<T> extends StringConverter<T> {
    private final Function<T, String> name;

    Names(Function<T, String> name) {
      this.name = name;
    }

    @Override
    public String toString(@Nullable T value) {
      return value == null ? "" : name.apply(value);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("nothing is typed here");
    }
  }

  private static final class NameCell<T> extends ListCell<T> {
    private final Function<T, String> name;
    private final @Nullable Function<T, String> groups;
    private final Supplier<@Nullable T> other;
    private final Label title = new Label();
    private final Label below = new Label();
    private final VBox both = new VBox(title, below);

    /**
     * A cell.
     *
     * @param other value that it shows where the list has none for it, or null
     */
    NameCell(
        Function<T, String> name,
        @Nullable Function<T, String> groups,
        Supplier<@Nullable T> other) {
      this.name = name;
      this.groups = groups;
      this.other = other;
      title.getStyleClass().add("choice-group");
      title.setMaxWidth(Double.MAX_VALUE);
      // Who points at a title means none of what is below it.
      title.addEventFilter(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
      Whole.of(this);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean isEmpty) {
      super.updateItem(item, isEmpty);
      T value = isEmpty || item == null ? other.get() : item;
      String text = value == null ? null : name.apply(value);
      String group = value == null ? null : group(value);
      setText(group == null ? text : null);
      setGraphic(group == null ? null : both);
      setAccessibleText(group == null ? null : text);
      title.setText(group);
      below.setText(text);
    }

    /** The title, where the first of a kind stands; null elsewhere. */
    private @Nullable String group(T value) {
      if (groups == null || getIndex() < 0) {
        return null;
      }
      String own = groups.apply(value);
      boolean isFirst =
          getIndex() == 0
              || !own.equals(groups.apply(getListView().getItems().get(getIndex() - 1)));
      return isFirst ? own : null;
    }
  }
}
