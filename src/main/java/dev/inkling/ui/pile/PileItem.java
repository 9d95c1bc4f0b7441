package dev.inkling.ui.pile;

import dev.inkling.pile.PileRow;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the table.
 *
 * @param said what somebody says is written there; null where nobody said anything
 */
record PileItem(PileRow row, @Nullable String said) {
  /** Behind all that was read. */
  private static final double UNREAD = 2;

  /** Where it comes: first what is no digit, then what is least sure, last what cannot be read. */
  double order() {
    if (row.problem() != null) {
      return UNREAD;
    }
    double confidence = row.confidence() == null ? 0 : row.confidence();
    return row.isDigit() ? confidence : confidence - 1;
  }

  /** The picture's name without its folders. */
  String name() {
    String path = row.path();
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
