package dev.inkling.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A confusion matrix: a row for each right class, a column for each predicted one.
 *
 * @param title above; empty takes no room
 * @param note below the title, such as what rows and columns are
 * @param confusion {@code confusion[t][p]} images of class t were read as p
 * @param names of the classes
 */
public record MatrixFigure(String title, String note, int[][] confusion, List<String> names)
    implements Figure {
  private static final double MARGIN = 10;
  private static final double GAP = 2;
  private static final double RADIUS = 3;

  /** The colour of a cell: errors by the most frequent of them, for all are few. */
  public int color(int label, int readAs, boolean isDark) {
    int count = confusion[label][readAs];
    if (count == 0) {
      return MatrixShades.none(isDark);
    }
    return label == readAs
        ? MatrixShades.right((double) count / IntStream.of(confusion[label]).sum(), isDark)
        : MatrixShades.wrong((double) count / mostWrong(), isDark);
  }

  private int mostWrong() {
    return IntStream.range(0, confusion.length)
        .flatMap(
            t -> IntStream.range(0, confusion.length).filter(p -> p != t).map(p -> confusion[t][p]))
        .max()
        .orElse(1);
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    double top = MARGIN / 2;
    double room = width - 2 * MARGIN;
    top += painter.line(title, new Box(MARGIN, top, room, 0), look.title(), look.text());
    top += painter.line(note, new Box(MARGIN, top, room, 0), look.label(), look.muted());
    double heading = heading(painter, look, room);
    double column = Math.max(1, (room - heading) / confusion.length);
    double line = Math.max(1, (height - top - look.label().line() - MARGIN) / confusion.length);
    double first = top + look.label().line();
    for (int k = 0; k < confusion.length; k++) {
      double x = MARGIN + heading + k * column;
      double y = first + k * line;
      name(painter, look, k, column, x + column / 2, top + look.label().line() / 2);
      name(painter, look, k, heading, MARGIN + heading / 2, y + line / 2);
      for (int p = 0; p < confusion.length; p++) {
        double left = MARGIN + heading + p * column;
        cell(painter, look, k, p, new Box(left, y, column - GAP, line - GAP));
      }
    }
  }

  /** Width of the names at the left: that of the longest, within reason. */
  private double heading(Painter painter, Look look, double room) {
    double longest =
        names.stream().mapToDouble(name -> painter.width(name, bold(look))).max().orElse(0);
    return Math.max(look.label().line(), Math.min(longest + 2 * GAP, room / 4));
  }

  private static Type bold(Look look) {
    return new Type(look.label().size(), true);
  }

  private void name(Painter painter, Look look, int k, double room, double x, double middle) {
    Type type = bold(look);
    String fitting = painter.fit(names.get(k), room, type);
    painter.text(fitting, x, middle + type.middle(), Painter.Align.CENTER, type, look.muted());
  }

  private void cell(Painter painter, Look look, int label, int readAs, Box box) {
    int color = color(label, readAs, Palette.isDark(look.text()));
    painter.rect(box, RADIUS, color);
    if (confusion[label][readAs] > 0) {
      Type type = look.label();
      String fitting =
          painter.fit(ValueFormat.COUNT.exact(confusion[label][readAs]), box.width(), type);
      double y = box.y() + box.height() / 2 + type.middle();
      double middle = box.x() + box.width() / 2;
      painter.text(fitting, middle, y, Painter.Align.CENTER, type, MatrixShades.letters(color));
    }
  }
}
