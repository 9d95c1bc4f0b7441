package dev.inkling.ui.inside;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Film;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Painter.Align;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import java.util.List;

/**
 * Pictures as they are at a step, side by side, each with a name below it: a frame of their growth.
 *
 * @param title what they are
 * @param names of the pictures
 * @param pictures 28×28
 */
record GrowthFigure(String title, List<String> names, List<GreyImage> pictures) implements Figure {
  private static final int COLUMNS = 5;

  /** Side of a picture, and what is around it, in logical pixels. */
  private static final int SIDE = 112;

  private static final int GAP = 10;
  private static final int NAME = 20;
  private static final int TITLE = 34;

  GrowthFigure {
    names = List.copyOf(names);
    pictures = List.copyOf(pictures);
  }

  /** What it is painted on: as large as it is. */
  Film.Sheet sheet() {
    int columns = Math.min(COLUMNS, pictures.size());
    int rows = Math.ceilDiv(pictures.size(), COLUMNS);
    int width = Math.max(3, columns) * (SIDE + GAP) + GAP;
    return new Film.Sheet(Look.PAPER, width, TITLE + rows * (SIDE + NAME + GAP), 1);
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    painter.text(title, GAP, TITLE - GAP - 2, Align.LEFT, look.title(), look.text());
    for (int i = 0; i < pictures.size(); i++) {
      double x = GAP + i % COLUMNS * (SIDE + GAP);
      double y = TITLE + Math.floorDiv(i, COLUMNS) * (SIDE + NAME + GAP);
      painter.pictures(
          List.of(new Box(x, y, SIDE, SIDE)), Framing.SIZE, PixelImage.argb(pictures.get(i)));
      double middle = x + SIDE / 2.0;
      painter.text(names.get(i), middle, y + SIDE + 15, Align.CENTER, look.label(), look.muted());
    }
  }
}
