package dev.inkling.support;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Digits by hand, in strokes "x,y x,y …" on a box 100 wide and 160 high. */
public final class Handwriting {
  public static final String[] ZERO = {
    "50,2 25,15 10,45 5,80 10,118 25,148 50,158 75,148 90,118 95,80 90,45 75,15 50,2"
  };
  public static final String[] ONE = {"50,0 48,80 46,160"};
  public static final String[] ONE_WITH_FOOT = {"20,35 52,0 52,80 52,156", "20,158 84,158"};
  public static final String[] TWO = {
    "8,42 15,18 38,2 68,6 86,28 82,58 62,90 34,122 8,154 50,152 94,154"
  };
  public static final String[] FOUR = {
    "58,2 40,40 22,76 4,110 50,108 98,106", "70,58 68,110 66,160"
  };
  public static final String[] FIVE_WITH_HAT = {
    "22,14 18,70 46,60 76,70 92,98 84,132 58,154 28,152 6,138", "30,2 60,2 92,0"
  };
  public static final String[] SIX = {
    "78,2 44,32 20,72 10,112 22,146 50,158 78,146 86,116 68,92 40,94 18,114"
  };
  public static final String[] SEVEN = {"6,6 50,4 94,6 76,56 54,108 38,158"};
  public static final String[] BARRED_SEVEN = {SEVEN[0], "28,86 56,82 86,80"};
  public static final String[] SLASHED_ZERO = {ZERO[0], "86,18 50,80 14,142"};

  private Handwriting() {}

  /** A digit with its top left corner at a place on the pad. */
  public static List<Mark> at(double x, double y, double size, String... strokes) {
    return Arrays.stream(strokes).map(stroke -> stroke(x, y, size, stroke)).toList();
  }

  private static Mark stroke(double x, double y, double size, String text) {
    List<Point> points =
        Arrays.stream(text.split(" "))
            .map(point -> point.split(","))
            .map(
                xy ->
                    new Point(
                        x + size * Double.parseDouble(xy[0]), y + size * Double.parseDouble(xy[1])))
            .toList();
    return new Stroke(points, Stroke.DEFAULT_WIDTH, false);
  }

  /** Digits in one drawing. */
  @SafeVarargs
  public static Drawing drawing(List<Mark>... digits) {
    List<Mark> marks = new ArrayList<>();
    for (List<Mark> digit : digits) {
      marks.addAll(digit);
    }
    return new Drawing(marks);
  }
}
