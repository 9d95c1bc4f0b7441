package dev.inkling.ui.hand;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Place;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page with the sheet: what to write now, the cells, and what can be done with them. */
final class SheetView extends VBox {
  private final SheetViewModel sheet;
  private final HandsViewModel hands;
  private final Texts texts;
  private final SheetPaper paper;

  SheetView(HandViewModel hand, Texts texts, ObservableValue<Boolean> dark) {
    sheet = hand.sheet();
    hands = hand.hands();
    this.texts = texts;
    getStyleClass().addAll("panel", "sheet");
    List<SheetCellView> cells =
        sheet.cells().stream().map(cell -> new SheetCellView(sheet, cell, texts, dark)).toList();
    paper = new SheetPaper(cells);
    VBox.setVgrow(paper, Priority.ALWAYS);
    getChildren().addAll(head(), paper, buttons());
    paper.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    sheet.openProperty().addListener((_, _, open) -> follow(cells, open.intValue()));
  }

  /** Who goes from cell to cell by keys has the focus where the open cell is. */
  private void follow(List<SheetCellView> cells, int open) {
    boolean isInside = cells.stream().anyMatch(Node::isFocused);
    if (isInside && open != SheetViewModel.NONE) {
      cells.get(open).requestFocus();
    }
  }

  private void press(KeyEvent event) {
    boolean isKnown = !event.isShortcutDown() && act(event.getCode());
    if (isKnown) {
      event.consume();
    }
  }

  private boolean act(KeyCode key) {
    switch (key) {
      case LEFT -> sheet.move(-1);
      case RIGHT -> sheet.move(1);
      case UP -> sheet.move(-SheetViewModel.DIGITS);
      case DOWN -> sheet.move(SheetViewModel.DIGITS);
      case ENTER, SPACE -> sheet.skip();
      case DELETE, BACK_SPACE -> sheet.again();
      default -> {
        return false;
      }
    }
    return true;
  }

  private Node head() {
    Label now = new BoundLabel("sheet-now", "headline", this::now, dependencies());
    Label how = new BoundLabel("sheet-how", "facts", this::how, dependencies());
    VBox words = new VBox(2, now, how);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(16, words, progress(), turning());
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Observable[] dependencies() {
    return new Observable[] {
      sheet.openProperty(),
      sheet.writtenProperty(),
      sheet.readProperty(),
      sheet.rightProperty(),
      sheet.sheetProperty(),
      texts.messagesProperty()
    };
  }

  private String now() {
    int open = sheet.openProperty().get();
    return open == SheetViewModel.NONE
        ? texts.get("sheet.full")
        : texts.get("sheet.now", sheet.cells().get(open).digit());
  }

  private String how() {
    int written = sheet.writtenProperty().get();
    if (written == 0) {
      return texts.get("sheet.how");
    }
    int all = sheet.cells().size();
    int read = sheet.readProperty().get();
    return read == 0
        ? texts.get("sheet.written", written, all)
        : texts.get("sheet.writtenRead", written, all, sheet.rightProperty().get(), read);
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("sheet-progress");
    bar.setMinWidth(120);
    bar.accessibleTextProperty().bind(texts.bind("sheet.progress"));
    bar.progressProperty().bind(sheet.writtenProperty().divide((double) sheet.cells().size()));
    return bar;
  }

  /** To other sheets, once one is full. */
  private Node turning() {
    Label number = new BoundLabel("sheet-number", "facts", this::number, dependencies());
    number.setMinWidth(Region.USE_PREF_SIZE);
    IconButton before =
        new IconButton(texts, "sheet.before", "bi-chevron-left", () -> sheet.turn(-1));
    before.getStyleClass().add(Styles.FLAT);
    before.disableProperty().bind(sheet.sheetProperty().isEqualTo(0));
    IconButton next = new IconButton(texts, "sheet.next", "bi-chevron-right", () -> sheet.turn(1));
    next.getStyleClass().add(Styles.FLAT);
    next.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !sheet.hasNext(), dependencies()));
    HBox turning = new HBox(2, before, number, next);
    turning.setAlignment(Pos.CENTER);
    return turning;
  }

  private String number() {
    return texts.get("sheet.number", sheet.sheetProperty().get() + 1);
  }

  private Node buttons() {
    Button undo = button("sheet.undo", "bi-arrow-counterclockwise", sheet::undo, "Shortcut+Z");
    undo.disableProperty().bind(sheet.undoableProperty().not());
    Button again = button("sheet.again", "bi-eraser", sheet::again, "Backspace");
    again.disableProperty().bind(sheet.writtenProperty().isEqualTo(0));
    Button skip = button("sheet.skip", "bi-skip-forward", sheet::skip, "Enter");
    skip.disableProperty().bind(sheet.openProperty().isEqualTo(SheetViewModel.NONE));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button learn = button("hand.learn", "bi-stars", () -> hands.visit(Place.LEARNING));
    learn.setId("sheet-learn");
    sheet.writtenProperty().subscribe(() -> mark(learn));
    HBox row = new HBox(8, undo, again, skip, gap, learn);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** The way on, once the sheet is full. */
  private void mark(Button learn) {
    learn.getStyleClass().remove(Styles.ACCENT);
    if (sheet.isFull()) {
      learn.getStyleClass().add(Styles.ACCENT);
    }
  }

  private Button button(String key, String icon, Runnable action, String... keys) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(key.replace('.', '-'));
    button.textProperty().bind(texts.bind(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    if (keys.length > 0) {
      Tooltip tooltip = new Tooltip();
      String shown = KeyCombination.valueOf(keys[0]).getDisplayText();
      tooltip
          .textProperty()
          .bind(texts.bind(key + ".help").map(help -> help + "  (" + shown + ")"));
      button.setTooltip(tooltip);
    }
    return button;
  }
}
