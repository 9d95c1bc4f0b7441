package dev.inkling.data;

import dev.inkling.ink.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How digits are written, as strokes: for each class the forms in use, each form one or more lines
 * of points in the order a hand draws them, on a grid 100 wide and 100 high. Drawn from scratch for
 * Inkling after the forms that school books show.
 */
final class Skeletons {
  /** Width and height of the grid. */
  static final double GRID = 100;

  /** Forms by class: a form is a text of strokes separated by "|", points as "x,y". */
  private static final List<List<String>> FORMS =
      List.of(
          List.of(
              "55,5 35,8 20,30 16,55 22,80 40,96 60,94 78,75 84,48 76,20 60,6 48,6",
              "50,3 30,10 22,40 22,65 34,92 52,98 70,88 78,60 76,35 66,12 50,3",
              "50,3 26,14 16,40 18,68 34,92 56,97 76,84 84,54 78,22 60,6 50,3 | 82,6 50,50 18,94"),
          List.of(
              "50,2 50,50 50,98",
              "30,25 42,16 54,2 54,50 54,98",
              "28,28 42,18 54,3 54,50 54,97 | 30,97 55,97 80,97",
              "8,50 32,26 56,3 55,50 54,98",
              "16,40 36,22 56,4 55,50 54,97 | 26,97 54,97 84,96"),
          List.of(
              "18,28 22,12 40,3 62,6 74,22 70,42 52,62 34,80 16,96 50,95 86,95",
              "20,25 30,8 50,3 70,12 74,32 60,55 38,78 20,92 26,82 40,82 60,94 86,92"),
          List.of(
              "20,14 38,3 60,5 72,20 66,38 46,46 66,50 78,66 72,86 52,97 30,95 16,84",
              "20,5 46,4 74,4 58,22 42,40 64,44 78,62 72,86 50,97 28,94 16,84"),
          List.of(
              "30,4 24,30 18,56 50,57 86,57 | 66,30 65,65 64,98",
              "66,98 66,50 66,3 42,32 16,64 50,65 88,65",
              "28,5 22,28 20,50 40,54 70,46 | 76,4 70,50 62,98",
              "42,3 30,30 16,58 48,53 84,48 | 70,24 56,60 44,98"),
          List.of(
              "74,5 50,5 30,5 27,25 24,44 44,38 64,42 78,60 74,82 54,96 32,95 16,86",
              "30,5 27,25 24,44 44,38 64,42 78,60 74,82 54,96 32,95 16,86 | 30,5 52,5 76,4"),
          List.of(
              "66,3 44,18 28,42 20,68 28,90 48,98 68,90 76,72 66,56 48,52 30,62 22,76",
              "50,3 36,26 26,52 24,76 36,94 56,97 72,86 74,68 60,55 42,58 28,70"),
          List.of(
              "16,5 50,5 84,5 68,34 54,64 44,98",
              "16,14 18,5 50,6 82,5 66,36 54,66 46,98",
              "16,5 50,5 84,5 68,34 54,64 44,98 | 36,50 56,50 78,50",
              "12,20 14,6 48,6 84,5 66,36 54,66 46,98 | 30,54 56,50 84,47"),
          List.of(
              "70,18 52,4 32,8 26,26 40,42 60,54 76,74 66,93 46,97 28,88 24,70 40,54 60,42 72,26"
                  + " 70,18",
              "50,48 30,34 28,14 48,3 70,12 70,34 50,48 28,64 24,86 48,98 74,88 74,66 50,48"),
          List.of(
              "74,24 60,6 40,4 24,18 24,38 38,50 58,46 74,24 74,50 70,76 64,98",
              "74,22 58,5 36,8 24,28 34,48 56,48 74,22 76,52 66,84 44,98 24,90",
              "80,16 60,3 36,8 26,28 38,46 58,44 76,24 78,56 68,84 46,97 20,96",
              "72,10 52,3 32,12 28,32 46,44 66,36 74,12 76,50 76,98"));

  private Skeletons() {}

  /**
   * The forms of a class.
   *
   * @return forms → strokes → points on the grid
   */
  static List<List<List<Point>>> of(int digit) {
    List<List<List<Point>>> forms = new ArrayList<>();
    for (String form : FORMS.get(digit)) {
      forms.add(Arrays.stream(form.split("\\|")).map(Skeletons::stroke).toList());
    }
    return forms;
  }

  private static List<Point> stroke(String text) {
    List<Point> points = new ArrayList<>();
    for (String point : text.strip().split(" +")) {
      String[] xy = point.split(",");
      points.add(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
    }
    return points;
  }
}
