package dev.inkling.ui.hand;

import dev.inkling.data.Kept;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A cell of the sheet. Used on the FX thread alone. */
final class SheetCell {
  private final int index;
  private final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Stroke> stroke = new ReadOnlyObjectWrapper<>();

  SheetCell(int index) {
    this.index = index;
  }

  /** Its place on the sheet, line by line. */
  int index() {
    return index;
  }

  /** The digit to write there. */
  int digit() {
    return index % SheetViewModel.DIGITS;
  }

  /** How often that digit comes before it on the sheet. */
  int row() {
    return index / SheetViewModel.DIGITS;
  }

  /** What is written there, or null. */
  ReadOnlyObjectProperty<@Nullable Kept> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** The stroke that is being drawn there, or null. */
  ReadOnlyObjectProperty<@Nullable Stroke> strokeProperty() {
    return stroke.getReadOnlyProperty();
  }

  boolean isEmpty() {
    return kept.get() == null;
  }

  /** All that is to be seen there. */
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    Kept there = kept.get();
    if (there != null) {
      marks.addAll(there.drawing().marks());
    }
    if (stroke.get() != null) {
      marks.add(stroke.get());
    }
    return marks;
  }

  void set(@Nullable Kept now) {
    kept.set(now);
  }

  void draw(@Nullable Stroke now) {
    stroke.set(now);
  }
}
