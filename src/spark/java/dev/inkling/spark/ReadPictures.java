package dev.inkling.spark;

import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * What {@code spark-submit} starts: reads the pictures of a folder of any file system that Hadoop
 * knows, and writes a table with a row for each.
 */
public final class ReadPictures {
  private ReadPictures() {}

  /**
   * Exits as the command line does: 0 when it worked, 1 when the work failed, 2 for wrong usage.
   */
  public static void main(String... arguments) {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int exit = run(new Messages(Locale.getDefault()), err, arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static int run(Messages messages, PrintStream err, String... arguments) {
    if (arguments.length == 1 && arguments[0].equals("--help")) {
      err.println(messages.get("cli.spark.usage"));
      return 0;
    }
    Options options;
    try {
      options = Options.of(arguments);
    } catch (Problem problem) {
      err.println(messages.get(problem));
      err.println(messages.get("cli.spark.usage"));
      return 2;
    }
    SparkSession spark = SparkSession.builder().config(settings()).getOrCreate();
    try {
      Counts counts = new PictureJob(spark, options, messages.locale()).run();
      err.println(
          messages.get("cli.spark.done", counts.pictures(), counts.problems(), options.out()));
      return 0;
    } catch (Problem problem) {
      err.println(messages.get(problem));
      return 1;
    } finally {
      spark.stop();
    }
  }

  /**
   * How Spark deals with pictures, where nobody said otherwise: a file costs little to open beside
   * reading it, and a task has so many that it is over in seconds. Each batch's files are looked at
   * once more before; Spark would do that in 10,000 tasks, which last longer than the reading. A
   * task computes on its own thread.
   */
  static SparkConf settings() {
    return new SparkConf()
        .setIfMissing("spark.app.name", "Inkling")
        .setIfMissing("spark.sql.files.maxPartitionBytes", "32m")
        .setIfMissing("spark.sql.files.openCostInBytes", "4k")
        .setIfMissing("spark.sql.sources.parallelPartitionDiscovery.parallelism", "64")
        .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1");
  }
}
