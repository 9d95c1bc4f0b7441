package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Palette;
import dev.inkling.chart.Pen;
import dev.inkling.explain.ReceptiveField;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one value comes from, to be drawn over a {@link NetworkDiagram} of the same size.
 *
 * @param stages all layers of the network
 * @param blocks which columns there are
 * @param spot the value; null for nothing
 */
public record Highlight(List<Stage> stages, List<Block> blocks, @Nullable Spot spot)
    implements Figure {
  private static final int ALL = -1;

  @Override
  public String title() {
    return "";
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    if (spot == null) {
      return;
    }
    DiagramLayout layout = DiagramLayout.of(blocks, width, height, look.size());
    if (spot.column() > 0) {
      fields(painter, look, layout, spot);
    }
    outline(painter, layout.cell(spot), new Pen(look.text(), 2, false));
  }

  private void fields(Painter painter, Look look, DiagramLayout layout, Spot at) {
    Block own = blocks.get(at.column() - 1);
    List<GreyImage.Box> fields = ReceptiveField.of(stages, own.first(), at.cell());
    boolean isSameChannel = true;
    for (int column = at.column() - 1; column >= 0; column--) {
      isSameChannel &= blocks.get(column).keepsChannels();
      int layer = column == 0 ? 0 : blocks.get(column - 1).last() + 1;
      int channel = isSameChannel ? at.cell().channel() : ALL;
      field(painter, look, layout, column, fields.get(layer), channel);
    }
    rays(painter, look, part(layout, 0, 0, fields.getFirst()), layout.cell(at));
  }

  private void field(
      Painter painter, Look look, DiagramLayout layout, int column, GreyImage.Box field, int own) {
    Pen pen = new Pen(look.bar(), 1.5, false);
    Size size = layout.size(column);
    if (own != ALL) {
      outline(painter, part(layout, column, own, field), pen);
    } else if (field.width() == size.width() && field.height() == size.height()) {
      outline(painter, layout.values(column), pen);
    } else {
      for (int channel = 0; channel < size.channels(); channel++) {
        outline(painter, part(layout, column, channel, field), pen);
      }
    }
  }

  private static Box part(DiagramLayout layout, int column, int channel, GreyImage.Box field) {
    return layout.part(column, channel, field.x(), field.y(), field.width(), field.height());
  }

  /** From the part of the picture that the value depends on to the value. */
  private static void rays(Painter painter, Look look, Box from, Box to) {
    Pen ray = new Pen(Palette.fade(look.bar(), 0.7), 1, false);
    double[] xs = {from.right(), to.x()};
    painter.polyline(xs, new double[] {from.y(), to.y()}, 2, ray);
    painter.polyline(xs, new double[] {from.bottom(), to.bottom()}, 2, ray);
  }

  /** A line around a place, outside of it. */
  static void outline(Painter painter, Box box, Pen pen) {
    double out = pen.width() / 2;
    double left = box.x() - out;
    double top = box.y() - out;
    double right = box.right() + out;
    double bottom = box.bottom() + out;
    double[] xs = {left, right, right, left, left};
    double[] ys = {top, top, bottom, bottom, top - out};
    painter.polyline(xs, ys, 5, pen);
  }
}
