package dev.inkling.spark;

import dev.inkling.pile.PileEntry;
import dev.inkling.pile.PileReader;
import dev.inkling.pile.PileRow;
import dev.inkling.text.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/** What a task does: it reads the pictures of its part, some at a time, into rows. */
final class PictureReading implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  private final Source source;
  private final Table table;
  private final Broadcast<ModelFiles> model;
  private final Broadcast<ModelFiles> lines;
  private final Locale language;
  private final LongAccumulator pictures;
  private final LongAccumulator problems;

  PictureReading(
      Source source,
      Table table,
      Broadcast<ModelFiles> model,
      Broadcast<ModelFiles> lines,
      Locale language,
      LongAccumulator pictures,
      LongAccumulator problems) {
    this.source = source;
    this.table = table;
    this.model = model;
    this.lines = lines;
    this.language = language;
    this.pictures = pictures;
    this.problems = problems;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> part) {
    Readers readers = Readers.of(model.value(), lines.value());
    PileReader reader = readers.borrow(new Messages(language));
    Deque<PileRow> ready = new ArrayDeque<>();
    Iterator<PileEntry> entries = source.entries(part);
    atEnd(() -> readers.giveBack(reader));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !ready.isEmpty() || entries.hasNext();
      }

      @Override
      public Row next() {
        if (ready.isEmpty()) {
          read(entries, reader, ready);
        }
        return table.row(ready.removeFirst());
      }
    };
  }

  /** Does something when the task ends, in whichever way. */
  static void atEnd(Runnable work) {
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) _ -> work.run());
  }

  private void read(Iterator<PileEntry> entries, PileReader reader, Deque<PileRow> ready) {
    List<PileEntry> share = PileReader.share(() -> entries.hasNext() ? entries.next() : null);
    List<PileRow> rows = reader.read(share);
    ready.addAll(rows);
    pictures.add(rows.size());
    problems.add(rows.stream().filter(row -> row.problem() != null).count());
  }
}
