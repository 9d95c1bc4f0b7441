package dev.inkling.spark;

import dev.inkling.pile.PileEntry;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Where pictures come from. A kind is a class that knows its stream and how a row of it is read.
 */
sealed interface Source extends Serializable permits FileSource, ColumnSource {
  /** What was asked for. */
  static Source of(Options options, SerializableConfiguration hadoop) {
    return options.column() == null || options.id() == null
        ? new FileSource(hadoop)
        : new ColumnSource(options.column(), options.id());
  }

  /**
   * All that is there now and was not read before, by rows that {@link #entries} understands.
   *
   * @param bytes of files that are read between two of the moments from which a job can go on
   */
  Dataset<Row> stream(SparkSession spark, String in, long bytes);

  /** The pictures of some rows; where the task is. */
  Iterator<PileEntry> entries(Iterator<Row> rows);
}
