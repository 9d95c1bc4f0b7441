package dev.inkling.spark;

import dev.inkling.pile.PileRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows as text, whether one was read from a file or just made. */
final class SameRow {
  private SameRow() {}

  static String text(PileRow row) {
    Row made = Table.TYPED.row(row);
    return text(made, Arrays.asList((Object[]) made.get(5)));
  }

  static String text(Row read) {
    return text(read, List.copyOf(read.getList(5)));
  }

  private static String text(Row row, List<Object> boxes) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      cells.add(i == 5 ? boxes : row.get(i));
    }
    return cells.toString();
  }
}
