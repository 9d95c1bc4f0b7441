package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a first layer below their title.
 *
 * @param title what they are
 * @param words what is seen, for those who do not see it, and where there is nothing yet
 * @param layer the weights, or null while there are none
 * @param strongest the weight that has the full colour
 */
public record FirstLayerFigure(
    String title, String words, @Nullable FirstLayer layer, double strongest) implements Figure {
  private static final double EDGE = 5;

  /** As far in as titles of charts stand. */
  private static final double INSET = 10;

  /** Width that the buttons of a card take beside the title. */
  private static final double BUTTONS = 64;

  private static final double GAP = 6;

  /** On a scale of its own. */
  public FirstLayerFigure(String title, String words, @Nullable FirstLayer layer) {
    this(title, words, layer, layer == null ? 0 : layer.strongest());
  }

  @Override
  public String words() {
    return title + ": " + words;
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    double line = look.title().line();
    double middle = EDGE + line / 2 + look.title().middle();
    painter.text(
        painter.fit(title, width - INSET - BUTTONS, look.title()),
        INSET,
        middle,
        Painter.Align.LEFT,
        look.title(),
        look.text());
    double top = EDGE + line + GAP;
    if (layer != null && height > top) {
      Box rest = new Box(INSET, top, width - 2 * INSET, height - top - EDGE);
      layer.tiles().paint(painter, look, rest, strongest);
    } else {
      double center = (top + height) / 2;
      String fit = painter.fit(words, width, look.label());
      painter.text(fit, width / 2, center, Painter.Align.CENTER, look.label(), look.muted());
    }
  }
}
