package dev.inkling.ui.hand;

import dev.inkling.data.Kept;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.InkPainter;
import dev.inkling.ui.pad.StrokeInput;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A cell that one writes in: its digit is printed small in a corner, and in another what is read.
 */
final class SheetCellView extends Region {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** Between a corner and what stands there. */
  private static final double CORNER = 6;

  private final SheetViewModel sheet;
  private final SheetCell cell;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final Canvas canvas = new Canvas();
  private final Label printed = new Label();
  private final Label read = new Label();

  SheetCellView(SheetViewModel sheet, SheetCell cell, Texts texts, ObservableValue<Boolean> dark) {
    this.sheet = sheet;
    this.cell = cell;
    this.texts = texts;
    this.dark = dark;
    setId("sheet-" + cell.index());
    getStyleClass().add("sheet-cell");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    printed.setText(String.valueOf(cell.digit()));
    printed.getStyleClass().add("sheet-digit");
    read.getStyleClass().add("sheet-read");
    canvas.setMouseTransparent(true);
    printed.setMouseTransparent(true);
    read.setMouseTransparent(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(canvas.widthProperty());
    clip.heightProperty().bind(canvas.heightProperty());
    canvas.setClip(clip);
    getChildren().addAll(printed, canvas, read);
    // One stop of Tab: from the open cell the arrow keys go to the others.
    focusTraversableProperty()
        .bind(sheet.openProperty().map(open -> Math.max(0, open.intValue()) == cell.index()));
    sheet
        .openProperty()
        .subscribe(open -> pseudoClassStateChanged(OPEN, open.intValue() == cell.index()));
    cell.keptProperty().subscribe(this::show);
    cell.strokeProperty().addListener(_ -> paint());
    dark.addListener(_ -> paint());
    texts.messagesProperty().subscribe(() -> show(cell.keptProperty().get()));
    listen();
  }

  private void show(@Nullable Kept kept) {
    Integer digit = kept == null ? null : kept.read();
    boolean isRight = kept != null && kept.isReadRight();
    read.setText(digit == null ? "" : isRight ? "✓" : String.valueOf(digit));
    pseudoClassStateChanged(WRONG, !isRight);
    setAccessibleText(spoken(kept));
    paint();
  }

  private String spoken(@Nullable Kept kept) {
    int times = cell.row() + 1;
    if (kept == null) {
      return texts.get("sheet.cell.empty", cell.digit(), times);
    }
    return kept.read() == null
        ? texts.get("sheet.cell.written", cell.digit(), times)
        : texts.get("sheet.cell.read", cell.digit(), times, kept.read());
  }

  private void listen() {
    StrokeInput.follow(
        this, (x, y) -> sheet.press(cell.index(), x, y), sheet::drag, sheet::release);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
          }
        });
  }

  private void paint() {
    InkPainter.on(canvas, dark.getValue()).paint(cell.marks());
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    printed.autosize();
    printed.relocate(CORNER, CORNER - 2);
    read.autosize();
    read.relocate(
        getWidth() - CORNER - read.getWidth(), getHeight() - CORNER + 2 - read.getHeight());
    paint();
  }
}
