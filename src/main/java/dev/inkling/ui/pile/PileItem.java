package dev.inkling.ui.pile;

import dev.inkling.pile.PileRow;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A picture of the table, and what somebody says of it. Used on the FX thread alone. */
final class PileItem {
  /** Behind all that was read. */
  private static final double UNREAD = 2;

  private final PileRow row;
  private final StringProperty said = new SimpleStringProperty();

  /** Nobody said anything of it yet. */
  PileItem(PileRow row) {
    this.row = row;
  }

  /** What was read. */
  PileRow row() {
    return row;
  }

  /** What somebody says is written there; null where nobody said anything. */
  StringProperty saidProperty() {
    return said;
  }

  /** Likewise, as it is now. */
  @Nullable String said() {
    return said.get();
  }

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
    return name(row.path());
  }

  /** A picture's name without its folders. */
  static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** What is read, in one line; or why nothing is, which calls the picture by its name alone. */
  String text() {
    String problem = row.problem();
    return problem == null ? row.text().replace('\n', ' ') : problem.replace(row.path(), name());
  }
}
