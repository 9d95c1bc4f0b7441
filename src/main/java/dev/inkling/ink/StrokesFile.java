package dev.inkling.ink;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drawings as JSON lines: one object a line whose {@code strokes} is a list of strokes, each a list
 * of {@code [x, y]} on the pad of {@link Drawing#SIZE} pixels. Besides, {@code widths} and {@code
 * erases} may say of each stroke how wide it is and whether it takes ink away; without them all are
 * of the usual brush. A {@code label} may say which digit it is. Other members are ignored, empty
 * lines are skipped.
 */
public final class StrokesFile {
  /** Points are brought this near to the pad, in its pixels: their squares must stay numbers. */
  private static final double FAR = 1e6;

  /** Of a drawing. A pad full of digits has some hundred; each takes memory to read. */
  private static final int MOST_STROKES = 500;

  /** Of a drawing. */
  private static final int MOST_POINTS = 100_000;

  private static final Gson GSON = new Gson();

  private StrokesFile() {}

  /**
   * A line of a file.
   *
   * @param number counted from 1, as editors do
   * @param label the digit 0…9 that it is, null when the line names none
   */
  public record Line(int number, Drawing drawing, @Nullable Integer label) {}

  /** What a line says; the lists are as long as one another. */
  private record Entry(
      double @Nullable [][][] strokes,
      double @Nullable [] widths,
      boolean @Nullable [] erases,
      @Nullable JsonElement label) {
    @Nullable Integer digit() {
      String text = label instanceof JsonPrimitive known ? known.getAsString() : "";
      return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9'
          ? Integer.valueOf(text)
          : null;
    }

    Stroke stroke(int i, List<Point> points) {
      return new Stroke(
          points, widths == null ? Stroke.DEFAULT_WIDTH : widths[i], erases != null && erases[i]);
    }

    boolean isComplete(int count) {
      return (erases == null || erases.length == count)
          && (widths == null
              || (widths.length == count
                  && Arrays.stream(widths).allMatch(width -> width > 0 && width <= Drawing.SIZE)));
    }
  }

  /**
   * Reads a file whole, so that a broken line is told before anything is recognized.
   *
   * @throws Problem with the line's number when a line is not as described
   */
  public static List<Line> read(Path file) {
    List<Line> all = new ArrayList<>();
    try (StrokesReader reader = new StrokesReader(file)) {
      for (List<Line> some = reader.next(); !some.isEmpty(); some = reader.next()) {
        all.addAll(some);
      }
    }
    return all;
  }

  /**
   * The lines of a file, whatever is in them.
   *
   * @throws Problem when there is no such file or it is not text
   */
  public static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new Problem(e, "problem.file.missing", file);
    } catch (CharacterCodingException e) {
      throw new Problem(e, "problem.strokes.notText", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  /**
   * Reads lines from anywhere.
   *
   * @param name what a problem calls it
   */
  public static List<Line> read(List<String> texts, Object name) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isBlank()) {
        lines.add(line(texts.get(i), name, i + 1));
      }
    }
    if (lines.isEmpty()) {
      throw new Problem("problem.strokes.empty", name);
    }
    return lines;
  }

  static Line line(String text, Object name, int number) {
    Entry entry = entry(text, name, String.valueOf(number));
    return new Line(number, drawing(entry, name, String.valueOf(number)), entry.digit());
  }

  /**
   * Reads one line.
   *
   * @param file what a problem calls the file
   * @param number of the line, as a problem tells it
   * @throws Problem when the line is not as described
   */
  public static Drawing parse(String text, Object file, String number) {
    return drawing(entry(text, file, number), file, number);
  }

  private static Entry entry(String text, Object file, String number) {
    try {
      Entry entry = GSON.fromJson(text, Entry.class);
      if (entry != null) {
        return entry;
      }
    } catch (JsonParseException | IllegalArgumentException e) {
      // Gson throws the second for words and nulls among the numbers.
      throw new Problem(e, "problem.strokes.json", file, number);
    }
    throw new Problem("problem.strokes.missing", file, number);
  }

  private static Drawing drawing(Entry entry, Object file, String number) {
    double[][][] strokes = entry.strokes();
    if (strokes == null) {
      throw new Problem("problem.strokes.missing", file, number);
    }
    if (!entry.isComplete(strokes.length)) {
      throw new Problem("problem.strokes.widths", file, number);
    }
    long points = Arrays.stream(strokes).mapToLong(s -> s == null ? 0 : s.length).sum();
    if (strokes.length > MOST_STROKES || points > MOST_POINTS) {
      throw new Problem(
          "problem.strokes.many", file, number, strokes.length, points, MOST_STROKES, MOST_POINTS);
    }
    List<Mark> marks = new ArrayList<>(strokes.length);
    for (int i = 0; i < strokes.length; i++) {
      marks.add(entry.stroke(i, points(strokes[i], file, number)));
    }
    return new Drawing(marks);
  }

  /** What a line says of these strokes; {@link #parse} reads it back. */
  public static JsonObject json(List<Stroke> strokes) {
    double[][][] points =
        strokes.stream()
            .map(
                stroke ->
                    stroke.points().stream()
                        .map(point -> new double[] {point.x(), point.y()})
                        .toArray(double[][]::new))
            .toArray(double[][][]::new);
    boolean[] erases = new boolean[strokes.size()];
    for (int i = 0; i < erases.length; i++) {
      erases[i] = strokes.get(i).erases();
    }
    double[] widths = strokes.stream().mapToDouble(Stroke::width).toArray();
    return GSON.toJsonTree(new Entry(points, widths, erases, null)).getAsJsonObject();
  }

  private static List<Point> points(double @Nullable [][] stroke, Object file, String number) {
    if (stroke == null || stroke.length == 0) {
      throw new Problem("problem.strokes.point", file, number);
    }
    List<Point> points = new ArrayList<>(stroke.length);
    for (double[] point : stroke) {
      if (point == null
          || point.length != 2
          || !Double.isFinite(point[0])
          || !Double.isFinite(point[1])) {
        throw new Problem("problem.strokes.point", file, number);
      }
      points.add(new Point(Math.clamp(point[0], -FAR, FAR), Math.clamp(point[1], -FAR, FAR)));
    }
    return points;
  }
}
