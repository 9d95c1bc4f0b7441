package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import java.util.List;

/**
 * Groups of small pictures, each with a short name before it: below each other, or beside each
 * other where they are larger so.
 *
 * @param title what they are
 * @param groups in order
 */
public record TilesFigure(String title, List<Group> groups) implements Figure {
  private static final double GAP = 5;
  private static final double NAME = 34;

  public TilesFigure {
    groups = List.copyOf(groups);
  }

  /**
   * One group, with colours that end at its own strongest value.
   *
   * @param name such as w·x; empty takes no room
   */
  public record Group(String name, Tiles tiles) {}

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    int count = Math.max(1, groups.size());
    double high = (height - GAP * (count - 1)) / count;
    double wide = width / count;
    boolean isBeside = smallest(wide, height) > smallest(width, high);
    for (int i = 0; i < groups.size(); i++) {
      Box place =
          isBeside ? new Box(i * wide, 0, wide, height) : new Box(0, i * (high + GAP), width, high);
      paint(painter, look, groups.get(i), place);
    }
  }

  private double smallest(double width, double height) {
    return groups.stream()
        .mapToDouble(group -> group.tiles.cell(width - name(group), height))
        .min()
        .orElse(0);
  }

  private static double name(Group group) {
    return group.name.isEmpty() ? 0 : NAME;
  }

  private void paint(Painter painter, Look look, Group group, Box place) {
    painter.text(
        group.name, place.x(), place.y() + 11, Painter.Align.LEFT, look.label(), look.muted());
    double left = name(group);
    Box rest = new Box(place.x() + left, place.y(), place.width() - left, place.height());
    group.tiles.paint(painter, look, rest);
  }
}
