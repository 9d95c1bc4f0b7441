package dev.inkling.spark;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * What there is of a table: its files, and beside them in {@value #FOLDER} what it is made of and
 * how far it is. Programs that read tables leave out what begins with an underscore.
 */
final class Written {
  private static final String FOLDER = "_inkling";
  private static final String LOG = "_spark_metadata";
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path table;
  private final String format;
  private final FileSystem files;

  private Written(Path table, String format, FileSystem files) {
    this.table = table;
    this.format = format;
    this.files = files;
  }

  /** What a table is made of; with anything else it would be two tables in one. */
  private record Made(String in, String model, String format, String column, String id) {
    static Made of(Options options, ModelFiles model) {
      return new Made(
          options.in(),
          options.model() + " " + model.digest(),
          options.format(),
          String.valueOf(options.column()),
          String.valueOf(options.id()));
    }
  }

  /**
   * The table that is asked for, new or begun.
   *
   * @throws Problem when something else is in its place, or it was made in another way
   */
  static Written of(Options options, ModelFiles model, Configuration hadoop) {
    Path table = new Path(options.out());
    try {
      FileSystem files = table.getFileSystem(hadoop);
      Path note = new Path(new Path(table, FOLDER), "made.json");
      Made made = Made.of(options, model);
      if (files.exists(note)) {
        check(made, read(files, note), options);
      } else if (files.exists(table) && files.listStatus(table).length > 0) {
        throw new Problem("problem.spark.out", options.out());
      } else {
        write(files, note, made);
      }
      return new Written(table, options.format(), files);
    } catch (IOException e) {
      throw new Problem(e, "problem.spark.place", options.out(), String.valueOf(e.getMessage()));
    }
  }

  private static void check(Made made, Made before, Options options) {
    if (!made.equals(before)) {
      throw new Problem("problem.spark.other", options.out(), before.in, before.model);
    }
  }

  private static Made read(FileSystem files, Path note) throws IOException {
    try (InputStream in = files.open(note)) {
      return GSON.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8), Made.class);
    }
  }

  private static void write(FileSystem files, Path note, Made made) throws IOException {
    Path part = note.suffix(".part");
    try (OutputStream out = files.create(part)) {
      out.write(GSON.toJson(made).getBytes(StandardCharsets.UTF_8));
    }
    if (!files.rename(part, note)) {
      throw new IOException(note.toString());
    }
  }

  /** Where it stands how far the table is. */
  Path folder() {
    return new Path(table, FOLDER);
  }

  /**
   * Takes away what tasks left that did not come to their end: Spark itself does not see these
   * files, other programs would.
   */
  void tidy(SparkSession spark) {
    try {
      if (!files.exists(new Path(table, LOG))) {
        return;
      }
      Set<String> whole =
          Arrays.stream(spark.read().format(format).load(table.toString()).inputFiles())
              .map(file -> new Path(java.net.URI.create(file)).getName())
              .collect(Collectors.toSet());
      for (FileStatus each : files.listStatus(table)) {
        String name = each.getPath().getName();
        if (name.startsWith("part-") && !whole.contains(name)) {
          files.delete(each.getPath(), false);
        }
      }
    } catch (IOException e) {
      throw new Problem(e, "problem.spark.place", table, String.valueOf(e.getMessage()));
    }
  }
}
