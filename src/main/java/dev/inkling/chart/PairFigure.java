package dev.inkling.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two bars for each class, side by side: what it was before something and what it is after.
 *
 * @param title above; empty takes no room
 * @param names of the two, as the legend has them
 * @param labels of the classes
 * @param before parts of 1, one for each class; NaN for a class that has none
 * @param after likewise
 */
public record PairFigure(
    String title, List<String> names, List<String> labels, double[] before, double[] after)
    implements Figure {
  private static final double EDGE = 10;

  /** Side of what stands before a name in the legend. */
  private static final double SWATCH = 10;

  /** Part of a class's room that its two bars take, and the greatest width of one. */
  private static final double FILL = 0.62;

  private static final double THICKEST = 22;
  private static final double RADIUS = 3;

  /** A bar of height 0 is still seen. */
  private static final double LEAST = 2;

  /** Refuses lists of unequal lengths. */
  public PairFigure {
    names = List.copyOf(names);
    labels = List.copyOf(labels);
    if (names.size() != 2 || labels.size() != before.length || before.length != after.length) {
      throw new IllegalArgumentException(labels.size() + " labels, " + before.length + " values");
    }
  }

  @Override
  public String words() {
    return IntStream.range(0, before.length)
        .filter(k -> Double.isFinite(before[k]))
        .mapToObj(k -> labels.get(k) + " " + number(before[k]) + " → " + number(after[k]))
        .collect(Collectors.joining(", ", title + ": ", ""));
  }

  private static String number(double part) {
    return ValueFormat.percent(part, 0);
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    double room = Math.max(1, width - 2 * EDGE);
    double top = EDGE / 2;
    top += painter.line(title, new Box(EDGE, top, room, 0), look.title(), look.text());
    top = legend(painter, look, top);
    Type type = look.label();
    top += type.line(); // the numbers of full bars
    double bottom = height - EDGE / 2 - type.line();
    Box plot = new Box(EDGE, top, room, Math.max(1, bottom - top));
    double column = plot.width() / Math.max(1, labels.size());
    for (int k = 0; k < labels.size(); k++) {
      Box place = new Box(plot.x() + k * column, plot.y(), column, plot.height());
      pair(painter, look, k, place);
    }
    painter.rule(plot.x(), plot.bottom(), plot.right(), plot.bottom(), look.axis());
  }

  private double legend(Painter painter, Look look, double top) {
    Type type = look.label();
    double middle = top + type.line() / 2;
    double x = EDGE;
    for (int i = 0; i < 2; i++) {
      int color = i == 0 ? look.axis() : look.bar();
      painter.rect(new Box(x, middle - SWATCH / 2, SWATCH, SWATCH), 2, color);
      x += SWATCH + 6;
      painter.text(names.get(i), x, middle + type.middle(), Painter.Align.LEFT, type, look.muted());
      x += painter.width(names.get(i), type) + 16;
    }
    return top + type.line();
  }

  private void pair(Painter painter, Look look, int k, Box place) {
    Type type = look.label();
    double middle = place.x() + place.width() / 2;
    double below = place.bottom() + type.line() / 2 + type.middle();
    painter.text(labels.get(k), middle, below, Painter.Align.CENTER, type, look.muted());
    if (!Double.isFinite(before[k]) || !Double.isFinite(after[k])) {
      return;
    }
    double thick = Math.max(1, Math.rint(Math.min(THICKEST, FILL * place.width() / 2)));
    double left = bar(painter, place, middle - thick - 1, thick, before[k], look.axis());
    double right = bar(painter, place, middle + 1, thick, after[k], look.bar());
    String number = number(after[k]);
    double wide = painter.width(number, type);
    double y = right - type.line() / 2 + type.middle();
    if (right <= left && wide <= place.width() - 2) {
      painter.text(number, middle, y, Painter.Align.CENTER, type, look.text());
    } else if (wide <= place.width() - thick - 2) { // beside the bar that was higher before
      painter.text(number, middle + 1, y, Painter.Align.LEFT, type, look.text());
    }
  }

  /** Returns where the bar begins. */
  private static double bar(
      Painter painter, Box place, double x, double thick, double part, int color) {
    double tall = Math.max(LEAST, Math.rint(place.height() * Math.clamp(part, 0, 1)));
    double top = place.bottom() - tall;
    painter.rect(new Box(x, top, thick, tall), Math.min(RADIUS, tall / 2), color);
    double base = Math.min(tall / 2, 2 * RADIUS);
    painter.rect(new Box(x, place.bottom() - base, thick, base), 0, color);
    return top;
  }
}
