package dev.inkling.chart;

import java.util.Arrays;
import java.util.List;

/** Draws with another painter, from a point of its area on. */
record Shifted(Painter painter, double right, double down) implements Painter {
  private Box shifted(Box box) {
    return new Box(box.x() + right, box.y() + down, box.width(), box.height());
  }

  private static double[] shifted(double[] values, double by) {
    return Arrays.stream(values).map(value -> value + by).toArray();
  }

  @Override
  public double width(String text, Type type) {
    return painter.width(text, type);
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, int color) {
    painter.text(text, x + right, y + down, align, type, color);
  }

  @Override
  public void rule(double x1, double y1, double x2, double y2, int color) {
    painter.rule(x1 + right, y1 + down, x2 + right, y2 + down, color);
  }

  @Override
  public void rect(Box box, double radius, int color) {
    painter.rect(shifted(box), radius, color);
  }

  @Override
  public void dot(double x, double y, double radius, int color) {
    painter.dot(x + right, y + down, radius, color);
  }

  @Override
  public void dots(double[] places, double radius, int[] colors) {
    double[] moved = places.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += i % 2 == 0 ? right : down;
    }
    painter.dots(moved, radius, colors);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Pen pen) {
    painter.polyline(shifted(xs, right), shifted(ys, down), count, pen);
  }

  @Override
  public double pixel() {
    return painter.pixel();
  }

  @Override
  public void columns(double left, double width, double[] tops, double[] bottoms, int color) {
    painter.columns(left + right, width, shifted(tops, down), shifted(bottoms, down), color);
  }

  @Override
  public void pictures(List<Box> places, int columns, int[] argb) {
    painter.pictures(places.stream().map(this::shifted).toList(), columns, argb);
  }

  @Override
  public void clip(Box box) {
    painter.clip(shifted(box));
  }

  @Override
  public void unclip() {
    painter.unclip();
  }
}
