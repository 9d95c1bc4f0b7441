package dev.inkling.spark;

import dev.inkling.model.ModelLibrary;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param in a folder, an archive or a Parquet table, on any file system that Hadoop knows
 * @param out the folder of the table that is written
 * @param model name of a model that ships, or the folder of one
 * @param format parquet or csv
 * @param column of {@code in} that has the bytes of a picture; null where {@code in} has files
 * @param id column of {@code in} that says which picture it is; null likewise
 */
record Options(
    String in,
    String out,
    String model,
    String format,
    @Nullable String column,
    @Nullable String id) {
  private static final Set<String> FORMATS = Set.of("parquet", "csv");

  Options {
    if (!FORMATS.contains(format)) {
      throw new Problem("problem.spark.format", format);
    }
    if ((column == null) != (id == null)) {
      throw new Problem("problem.spark.columns");
    }
  }

  /**
   * Understands a command line.
   *
   * @throws Problem that says what is wrong with it
   */
  static Options of(String... arguments) {
    List<String> places = new ArrayList<>();
    String model = ModelLibrary.DEFAULT;
    String format = "parquet";
    String column = null;
    String id = null;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--model" -> model = value(arguments, ++i);
        case "--format" -> format = value(arguments, ++i);
        case "--column" -> column = value(arguments, ++i);
        case "--id" -> id = value(arguments, ++i);
        default -> places.add(place(arguments[i]));
      }
    }
    if (places.size() != 2) {
      throw new Problem("problem.spark.places", places.size());
    }
    return new Options(places.getFirst(), places.getLast(), model, format, column, id);
  }

  /** Whether the table is text, in which everything is written as digits and letters. */
  boolean isText() {
    return format.equals("csv");
  }

  private static String place(String argument) {
    if (argument.startsWith("-")) {
      throw new Problem("problem.spark.option", argument);
    }
    return argument;
  }

  private static String value(String[] arguments, int i) {
    if (i >= arguments.length) {
      throw new Problem("problem.spark.value", arguments[i - 1]);
    }
    return arguments[i];
  }
}
