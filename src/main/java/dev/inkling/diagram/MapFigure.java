package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Palette;
import dev.inkling.chart.Pen;
import dev.inkling.chart.SignedShades;
import dev.inkling.explain.Activation;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import java.util.List;

/**
 * One feature map large, with a frame around one of its values.
 *
 * @param title for those who do not see it
 * @param layer whose map it is; its strongest value has the strongest colour
 * @param cell which map, and which value of it
 */
public record MapFigure(String title, Activation layer, Cell cell) implements Figure {
  private static final double MARGIN = 3;

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    float[] values = layer.map(cell.channel());
    Size size = layer.stage().output();
    Box whole = place(size, width, height);
    int[] colors = SignedShades.colors(values, layer.strongest(), Palette.isDark(look.text()));
    painter.pictures(List.of(whole), size.width(), colors);
    double side = whole.width() / size.width();
    Box one = new Box(whole.x() + cell.x() * side, whole.y() + cell.y() * side, side, side);
    Highlight.outline(painter, one, new Pen(look.text(), 2, false));
  }

  /** The map, as large as it fits, in the middle. */
  private static Box place(Size size, double width, double height) {
    double side =
        Math.min((width - 2 * MARGIN) / size.width(), (height - 2 * MARGIN) / size.height());
    double wide = side * size.width();
    double high = side * size.height();
    return new Box((width - wide) / 2, (height - high) / 2, wide, high);
  }

  /** The value at a place, when the figure is drawn in a size; may lie outside of the map. */
  public Cell at(double x, double y, double width, double height) {
    Size size = layer.stage().output();
    Box whole = place(size, width, height);
    double side = whole.width() / size.width();
    return new Cell(
        cell.channel(),
        (int) Math.floor((y - whole.y()) / side),
        (int) Math.floor((x - whole.x()) / side));
  }
}
