package dev.inkling.ui.pile;

import javafx.scene.control.TextField;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.converter.DefaultStringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody types what is right. What was typed counts however the typing ends, by a click on
 * another row too, but for Escape: JavaFX itself would forget it.
 */
final class RightCell extends TextFieldTableCell<PileItem, String> {
  private final PileViewModel pile;

  /** The one that JavaFX makes when it is first needed. */
  private @Nullable TextField field;

  private @Nullable PileItem item;
  private int row;
  private boolean isGivenUp;

  RightCell(PileViewModel pile) {
    super(new DefaultStringConverter());
    this.pile = pile;
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing() && getGraphic() instanceof TextField shown) {
      item = getTableRow().getItem();
      row = getIndex();
      isGivenUp = false;
      if (field == null) {
        field = shown;
        listen(shown);
      }
    }
  }

  private void listen(TextField shown) {
    shown.addEventFilter(
        KeyEvent.KEY_PRESSED, event -> isGivenUp |= event.getCode() == KeyCode.ESCAPE);
    shown
        .focusedProperty()
        .subscribe(
            isFocused -> {
              if (!isFocused) {
                cancelEdit();
              }
            });
  }

  @Override
  public void cancelEdit() {
    if (!isEditing() || field == null || item == null) {
      super.cancelEdit();
      return;
    }
    PileItem edited = item;
    String typed = isGivenUp ? null : field.getText();
    super.cancelEdit();
    if (typed != null) {
      pile.correct(edited, typed);
    }
  }

  /** Of a row that is scrolled out of sight nothing is forgotten: its cell becomes another's. */
  @Override
  public void updateItem(@Nullable String said, boolean isEmpty) {
    if (isEditing() && getIndex() != row) {
      cancelEdit();
    }
    super.updateItem(said, isEmpty);
  }
}
