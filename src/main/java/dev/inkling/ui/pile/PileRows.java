package dev.inkling.ui.pile;

import dev.inkling.pile.PileRow;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows that the window holds, what is least sure first. While somebody types in one, those that
 * come wait: a table that moves ends the typing. Used on the FX thread alone.
 */
final class PileRows {
  /** More nobody looks through. */
  static final int MOST = 5_000;

  private final ObservableList<PileItem> shown = FXCollections.observableArrayList();
  private final ObservableList<PileItem> items = FXCollections.unmodifiableObservableList(shown);

  /** What came while somebody types. */
  private final List<PileItem> waiting = new ArrayList<>();

  private boolean isHeld;

  /** What is shown: the {@value #MOST} rows that are least sure. */
  ObservableList<PileItem> items() {
    return items;
  }

  /** A row comes, and is shown unless it is surer than all that are, or has to wait. */
  void add(PileRow row) {
    put(new PileItem(row), isHeld ? waiting : shown);
  }

  private static void put(PileItem item, List<PileItem> rows) {
    if (rows.size() == MOST && item.order() >= rows.getLast().order()) {
      return;
    }
    int from = 0;
    int to = rows.size();
    while (from < to) {
      int middle = (from + to) / 2;
      if (rows.get(middle).order() <= item.order()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    rows.add(from, item);
    if (rows.size() > MOST) {
      rows.removeLast();
    }
  }

  /** From now on, what comes has to wait, or need not; what waits is shown by {@link #showAll}. */
  void hold(boolean isHeld) {
    this.isHeld = isHeld;
  }

  /** Shows what waits, unless it still has to. */
  void showAll() {
    if (!isHeld) {
      waiting.forEach(item -> put(item, shown));
      waiting.clear();
    }
  }

  /** None is there any more. */
  void clear() {
    shown.clear();
    waiting.clear();
  }
}
