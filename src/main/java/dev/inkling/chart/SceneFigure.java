package dev.inkling.chart;

/**
 * Three figures below one title, as a film of a training has them: two above each other, which
 * paint their titles themselves, and beside them a large one below its title.
 *
 * @param title above all
 * @param upper at the left
 * @param lower at the left, below it
 * @param large at the right
 */
public record SceneFigure(String title, Figure upper, Figure lower, Figure large)
    implements Figure {
  private static final double EDGE = 16;

  /** Part of the width that the two at the left have. */
  private static final double LEFT = 0.38;

  @Override
  public String words() {
    return String.join(" ", title, upper.words(), lower.words(), large.words());
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    Box all = new Box(EDGE, EDGE / 2, width - 2 * EDGE, height - EDGE);
    double top = all.y() + painter.line(title, all, look.title(), look.text()) + EDGE / 2;
    double high = all.bottom() - top;
    double left = LEFT * all.width();
    double half = (high - EDGE) / 2;
    double right = all.x() + left + EDGE;
    paint(painter, look, upper, new Box(all.x(), top, left, half));
    paint(painter, look, lower, new Box(all.x(), top + half + EDGE, left, half));
    Box rest = new Box(right, top, all.right() - right, high);
    double line = painter.line(large.title(), rest, look.title(), look.text());
    paint(painter, look, large, new Box(right, top + line, rest.width(), high - line));
  }

  private static void paint(Painter painter, Look look, Figure figure, Box box) {
    figure.paint(new Shifted(painter, box.x(), box.y()), look, box.width(), box.height());
  }
}
