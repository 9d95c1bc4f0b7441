package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Painter.Align;
import dev.inkling.chart.Palette;
import dev.inkling.chart.SignedShades;
import dev.inkling.chart.Type;
import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.explain.ForwardPass;
import dev.inkling.model.Normalization;
import dev.inkling.text.Messages;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A network from its picture to its outputs, with all values for one drawing, or from some column
 * on with what came back to them.
 *
 * @param pass the values
 * @param blocks which columns there are, see {@link Block#of}
 * @param isBlank true when the pad is: its probabilities mean nothing
 * @param back what came back; null while nothing did
 * @param messages language of what is written
 */
public record NetworkDiagram(
    ForwardPass pass, List<Block> blocks, boolean isBlank, @Nullable Back back, Messages messages)
    implements Figure {
  private static final double BAR = 42;

  /** Where outputs are lower than this, only those are named that are worth it. */
  private static final double LEAST_ROW = 10;

  private static final double WORTH_SHOWING = 0.05;

  /**
   * Gradients on their way back through the network.
   *
   * @param gradients by all values, in their places
   * @param column the first that is reached, 0 for the picture
   * @param before probabilities before the last step of learning; null before the first
   */
  public record Back(ForwardPass gradients, int column, float @Nullable [] before) {}

  /** Nothing but values. */
  public NetworkDiagram(ForwardPass pass, List<Block> blocks, boolean isBlank, Messages messages) {
    this(pass, blocks, isBlank, null, messages);
  }

  private boolean isReached(int column) {
    return back != null && column >= back.column;
  }

  @Override
  public String title() {
    return messages.get("inside.network.title", pass.model().card().name());
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    DiagramLayout layout = DiagramLayout.of(blocks, width, height, look.size());
    new ColumnFrames(blocks, messages).paint(painter, look, layout);
    boolean isDark = Palette.isDark(look.text());
    for (int column = 0; column < layout.columns(); column++) {
      values(painter, layout, column, isDark);
    }
    mark(painter, look, layout);
    for (int k = 0; k < pass.probabilities().length; k++) {
      output(painter, look, layout, k);
    }
  }

  private void values(Painter painter, DiagramLayout layout, int column, boolean isDark) {
    int channels = layout.size(column).channels();
    List<Box> places =
        IntStream.range(0, channels).mapToObj(channel -> layout.map(column, channel)).toList();
    painter.pictures(places, layout.size(column).width(), colors(column, isDark));
  }

  private int[] colors(int column, boolean isDark) {
    ForwardPass shown = back != null && isReached(column) ? back.gradients : pass;
    if (column > 0) {
      return colors(shown.layers().get(blocks.get(column - 1).last()).values(), isDark);
    }
    return isReached(0) ? colors(shown.input(), isDark) : inkColors(isDark);
  }

  private static int[] colors(float[] values, boolean isDark) {
    return SignedShades.colors(values, SignedShades.strongest(values), isDark);
  }

  /** Marks the columns that show gradients by a line above them. */
  private void mark(Painter painter, Look look, DiagramLayout layout) {
    for (int column = 0; column < layout.columns(); column++) {
      if (isReached(column)) {
        Box values = layout.values(column);
        Box line = new Box(values.x(), values.y() - 6, Math.max(8, values.width()), 2);
        painter.rect(line, 1, look.bar());
      }
    }
  }

  private int[] inkColors(boolean isDark) {
    Normalization normalization = pass.model().card().normalization();
    int[] colors = new int[pass.input().length];
    for (int p = 0; p < colors.length; p++) {
      colors[p] = SignedShades.ink(normalization.ink(pass.input()[p]), isDark);
    }
    return colors;
  }

  private void output(Painter painter, Look look, DiagramLayout layout, int digit) {
    float[] probabilities = pass.probabilities();
    Box row = layout.row(digit);
    double scale = layout.scale();
    boolean isBest = !isBlank && digit == Evaluation.best(probabilities);
    if (row.height() < scale * LEAST_ROW && !isBest && !(probabilities[digit] > WORTH_SHOWING)) {
      return; // the names of many classes would lie on each other
    }
    double middle = row.y() + row.height() / 2;
    int color = isBest ? look.bar() : look.muted();
    Type type = new Type(look.size(), isBest);
    double baseline = middle + type.middle();
    double left = row.x() + scale * 28;
    String name = painter.fit(pass.model().card().classes().get(digit), scale * 24, type);
    painter.text(name, left, baseline, Align.CENTER, type, color);
    double high = Math.min(scale * 12, row.height() - 6);
    Box track = new Box(left + scale * 12, middle - high / 2, scale * BAR, high);
    painter.rect(track, high / 2, look.grid());
    if (!isBlank) {
      double part =
          Math.max(probabilities[digit] * track.width(), probabilities[digit] > 0.005 ? high : 0);
      Box bar = new Box(track.x(), track.y(), part, high);
      painter.rect(bar, high / 2, isBest ? look.bar() : Palette.fade(look.bar(), 0.5));
      if (back != null && back.before != null) {
        double x = track.x() + back.before[digit] * (track.width() - 2);
        painter.rect(new Box(x, track.y() - 2, 2, high + 4), 1, look.text());
      }
      Type small = new Type(look.size() - 2 * scale, isBest);
      String percent = ValueFormat.percent(probabilities[digit], 1);
      painter.text(percent, row.right(), middle + small.middle(), Align.RIGHT, small, color);
    }
  }
}
