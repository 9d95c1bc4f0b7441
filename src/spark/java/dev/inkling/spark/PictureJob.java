package dev.inkling.spark;

import dev.inkling.model.Task;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads all pictures that are there and not in the table yet, and ends. It is a stream of Spark's
 * that reads files: which of them were read stands in the table's folder, files of the table count
 * when a whole batch of them is written, and a job that was stopped goes on with the next batch.
 * Nothing is shuffled.
 */
final class PictureJob {
  /** Bytes of pictures for each core between two moments from which a job can go on. */
  private static final long BATCH = 128L << 20;

  private final SparkSession spark;
  private final Options options;
  private final Locale language;

  PictureJob(SparkSession spark, Options options, Locale language) {
    this.spark = spark;
    this.options = options;
    this.language = language;
  }

  /**
   * Reads.
   *
   * @return how much was new
   * @throws Problem when there is nothing to read, or it cannot be written
   */
  Counts run() {
    SparkContext context = spark.sparkContext();
    Configuration hadoop = context.hadoopConfiguration();
    checkIsThere(new Path(options.in()), hadoop);
    ModelFiles model = ModelFiles.of(options.model(), hadoop);
    if (model.read().card().reads() != Task.DIGIT) {
      throw new Problem("problem.model.lines", options.model());
    }
    Written written = Written.of(options, model, hadoop);
    LongAccumulator pictures = context.longAccumulator("pictures");
    LongAccumulator problems = context.longAccumulator("problems");
    Source source = Source.of(options, new SerializableConfiguration(hadoop));
    Table table = options.isText() ? Table.TEXT : Table.TYPED;
    PictureReading reading =
        new PictureReading(
            source, table, send(model), send(ModelFiles.lines()), language, pictures, problems);
    write(
        source.stream(spark, options.in(), BATCH * context.defaultParallelism())
            .mapPartitions(reading, Encoders.row(table.schema())),
        written);
    return new Counts(pictures.value(), problems.value());
  }

  /** Spark would wait for files that come later. */
  private static void checkIsThere(Path in, Configuration hadoop) {
    try {
      FileStatus[] found = in.getFileSystem(hadoop).globStatus(in);
      if (found == null || found.length == 0) {
        throw new Problem("problem.spark.in", in);
      }
    } catch (IOException e) {
      throw new Problem(e, "problem.spark.place", in, String.valueOf(e.getMessage()));
    }
  }

  private Broadcast<ModelFiles> send(ModelFiles files) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(files);
  }

  private void write(Dataset<Row> rows, Written written) {
    try {
      rows.writeStream()
          .format(options.format())
          .option("header", "true")
          .option("escape", "\"")
          .option("emptyValue", "")
          .option("path", options.out())
          .option("checkpointLocation", new Path(written.folder(), "checkpoint").toString())
          .trigger(Trigger.AvailableNow())
          .start()
          .awaitTermination();
    } catch (StreamingQueryException | TimeoutException e) {
      throw new Problem(e, "problem.spark.failed", options.in(), String.valueOf(e.getMessage()));
    }
    written.tidy(spark);
  }
}
