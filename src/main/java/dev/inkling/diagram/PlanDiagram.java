package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Palette;
import dev.inkling.layer.Size;
import dev.inkling.text.Messages;
import java.util.List;

/**
 * A network from its picture to its outputs before anything went through it: all maps to scale,
 * without values.
 *
 * @param name of the network
 * @param blocks which columns there are, one at least, see {@link Block#of}
 * @param messages language of what is written
 */
public record PlanDiagram(String name, List<Block> blocks, Messages messages) implements Figure {
  /** More maps than this in a column are drawn as one. */
  private static final int MANY = 600;

  @Override
  public String title() {
    return messages.get("inside.network.title", name);
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    DiagramLayout layout = DiagramLayout.of(blocks, width, height, look.size());
    new ColumnFrames(blocks, messages).paint(painter, look, layout);
    painter.rect(layout.map(0, 0), 2, Palette.fade(look.text(), 0.75));
    for (int column = 1; column < layout.columns(); column++) {
      boolean isOutput = layout.isOutput(column);
      maps(painter, layout, column, isOutput ? look.bar() : Palette.fade(look.bar(), 0.55));
    }
  }

  private static void maps(Painter painter, DiagramLayout layout, int column, int color) {
    Size size = layout.size(column);
    if (size.channels() > MANY) {
      painter.rect(layout.values(column), 0, color);
      return;
    }
    for (int channel = 0; channel < size.channels(); channel++) {
      Box map = layout.map(column, channel);
      painter.rect(map, Math.min(2, map.width() / 4), color);
    }
  }
}
