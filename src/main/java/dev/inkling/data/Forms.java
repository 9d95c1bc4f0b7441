package dev.inkling.data;

import dev.inkling.ink.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How things are written, as strokes. The resources that it reads say of each form what it shows
 * and where it is taught.
 */
final class Forms {
  /** Width and height of the grid on which forms are drawn. */
  static final double GRID = 100;

  /** The digits 0…9 as people in many countries write them. */
  static final Forms DIGITS = new Forms("forms.txt");

  /** What more of them is seen on paper. */
  static final Forms ON_PAPER = new Forms("forms-paper.txt");

  /** Letters, signs and small pictures that nobody means as a digit. */
  static final Forms DOODLES = new Forms("doodles.txt");

  /** The marks of amounts, and digits as they are written beside them. */
  static final Forms LINES = new Forms("lines.txt");

  private final Map<String, List<List<List<Point>>>> forms = new LinkedHashMap<>();

  private Forms(String resource) {
    Objects.requireNonNull(Forms.class.getResource("/dev/inkling/" + resource), resource);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Forms.class.getResourceAsStream("/dev/inkling/" + resource),
                StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private void add(String line) {
    String[] parts = line.split(":", 2);
    List<List<Point>> strokes =
        Arrays.stream(parts[1].split("\\|")).map(stroke -> stroke(stroke.strip())).toList();
    forms.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(strokes);
  }

  private static List<Point> stroke(String text) {
    List<Point> points = new ArrayList<>();
    for (String point : text.split(" +", -1)) {
      String[] xy = point.split(",", 2);
      points.add(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
    }
    return points;
  }

  /** A random form of a digit: strokes → points on the grid. */
  List<List<Point>> any(int digit, RandomGenerator random) {
    return any(String.valueOf(digit), random);
  }

  /** A random form of what is called so. */
  List<List<Point>> any(String name, RandomGenerator random) {
    return any(Objects.requireNonNull(forms.get(name), name), random);
  }

  /** A random form of a random thing. */
  List<List<Point>> any(RandomGenerator random) {
    return any(any(List.copyOf(forms.values()), random), random);
  }

  private static <T> T any(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
