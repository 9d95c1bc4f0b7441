package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Painter.Align;
import dev.inkling.chart.Palette;
import dev.inkling.chart.Pen;
import dev.inkling.chart.Type;
import dev.inkling.text.Messages;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is about the values in a picture of a network: captions above the columns, and lines between
 * them.
 */
record ColumnFrames(List<Block> blocks, Messages messages) {
  /** Hairlines between two columns at most. */
  private static final int LINKS = 12;

  void paint(Painter painter, Look look, DiagramLayout layout) {
    for (int column = 0; column < layout.columns(); column++) {
      if (column > 0) {
        links(painter, look, layout, column);
      }
      caption(painter, look, layout, column);
    }
  }

  private void links(Painter painter, Look look, DiagramLayout layout, int column) {
    Box from = layout.values(column - 1);
    Box to = layout.values(column);
    Pen hair = new Pen(Palette.fade(look.muted(), 0.45), 0.75, false);
    for (int i = 0; i < LINKS; i++) {
      double part = (i + 0.5) / LINKS;
      double[] xs = {from.right() + 3, to.x() - 3};
      double[] ys = {from.y() + part * from.height(), to.y() + part * to.height()};
      painter.polyline(xs, ys, 2, hair);
    }
  }

  private void caption(Painter painter, Look look, DiagramLayout layout, int column) {
    Type name = new Type(look.size() - layout.scale(), true);
    Type small = new Type(look.size() - 3 * layout.scale(), false);
    double room = layout.captionWidth(column);
    List<String> lines = lines(column, text -> painter.width(text, small) <= room);
    Box place = layout.column(column);
    boolean isOutput = layout.isOutput(column);
    Align align = isOutput ? Align.LEFT : Align.CENTER;
    double x = isOutput ? place.x() : place.x() + place.width() / 2;
    for (int i = 0; i < lines.size(); i++) {
      Type type = i == 0 ? name : small;
      String fitting = painter.fit(lines.get(i), room, type);
      double y = layout.scale() * DiagramLayout.LINE * (i + 1);
      painter.text(fitting, x, y, align, type, i == 0 ? look.text() : look.muted());
    }
  }

  private List<String> lines(int column, Predicate<String> hasRoom) {
    BlockCaptions captions = new BlockCaptions(messages);
    if (column == 0) {
      return captions.input();
    }
    Block block = blocks.get(column - 1);
    return captions.block(block, hasRoom);
  }
}
