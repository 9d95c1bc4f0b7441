package dev.inkling.ui.inside;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Leads somebody who never saw a network through it, step by step. */
final class TourViewModel {
  private final InsideViewModel inside;
  private final ReadOnlyObjectWrapper<@Nullable TourStep> step = new ReadOnlyObjectWrapper<>();

  TourViewModel(InsideViewModel inside) {
    this.inside = inside;
  }

  /** The present step; null when there is no tour. */
  ReadOnlyObjectProperty<@Nullable TourStep> stepProperty() {
    return step.getReadOnlyProperty();
  }

  // Commands

  /** Begins with the first step; on a blank pad with a digit to look at. */
  void begin() {
    inside.network().wholeProperty().set(false);
    inside.drawWhenBlank();
    show(TourStep.values()[0]);
  }

  /** Goes on, or ends behind the last step. */
  void next() {
    move(1);
  }

  /** Goes back; on the first step nothing happens. */
  void back() {
    if (step.get().ordinal() > 0) {
      move(-1);
    }
  }

  /** Ends. */
  void close() {
    step.set(null);
  }

  private void move(int by) {
    int index = step.get().ordinal() + by;
    if (index == TourStep.values().length) {
      close();
    } else {
      show(TourStep.values()[index]);
    }
  }

  private void show(TourStep wanted) {
    inside.pageProperty().set(wanted.page());
    inside.network().point(null);
    if (wanted == TourStep.CHECK) {
      inside.network().pointStrongest(1);
    }
    step.set(wanted);
  }
}
