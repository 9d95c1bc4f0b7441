package dev.inkling.chart;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a chart draws. Letters are half as wide as they are high. */
final class Drawn implements Painter {
  record Text(String text, Box box) {}

  private final List<Text> texts = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private int dots;

  List<Text> texts() {
    return texts;
  }

  List<String> columns() {
    return columns;
  }

  /** The y of each line's points. */
  List<double[]> lines() {
    return lines;
  }

  List<Box> boxes() {
    return boxes;
  }

  int dots() {
    return dots;
  }

  @Override
  public double width(String text, Type type) {
    return text.length() * type.size() / 2;
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, int color) {
    double width = width(text, type);
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTER -> x - width / 2;
          case RIGHT -> x - width;
        };
    texts.add(new Text(text, new Box(left, y - 0.72 * type.size(), width, 0.72 * type.size())));
  }

  @Override
  public void rule(double x1, double y1, double x2, double y2, int color) {}

  @Override
  public void rect(Box box, double radius, int color) {
    boxes.add(box);
  }

  @Override
  public void dot(double x, double y, double radius, int color) {
    dots++;
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Pen pen) {
    lines.add(java.util.Arrays.copyOf(ys, count));
  }

  @Override
  public double pixel() {
    return 1;
  }

  @Override
  public void columns(double left, double width, double[] tops, double[] bottoms, int color) {
    for (int i = 0; i < tops.length; i++) {
      columns.add(left + i * width + ": " + tops[i] + "…" + bottoms[i]);
    }
  }

  @Override
  public void pictures(List<Box> places, int columns, int[] argb) {}

  @Override
  public void clip(Box box) {}

  @Override
  public void unclip() {}
}
