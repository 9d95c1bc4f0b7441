package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Pen;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of small pictures, each with a short name before it: below each other, or beside each
 * other where they are larger so.
 *
 * @param title what they are
 * @param groups in order
 * @param marked the value with a frame around it, in all groups that have it; −1 for none
 */
public record TilesFigure(String title, List<Group> groups, int marked) implements Figure {
  private static final double GAP = 5;
  private static final double NAME = 34;

  public TilesFigure {
    groups = List.copyOf(groups);
  }

  /** Without a frame. */
  public TilesFigure(String title, List<Group> groups) {
    this(title, groups, -1);
  }

  /**
   * One group, with colours that end at its own strongest value.
   *
   * @param name such as w·x; empty takes no room
   */
  public record Group(String name, Tiles tiles) {}

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    List<Box> places = places(width, height);
    for (int i = 0; i < groups.size(); i++) {
      paint(painter, look, groups.get(i), places.get(i));
    }
  }

  /** Below each other, or beside each other where they are larger so. */
  private List<Box> places(double width, double height) {
    int count = Math.max(1, groups.size());
    double high = (height - GAP * (count - 1)) / count;
    double wide = width / count;
    boolean isBeside = smallest(wide, height) > smallest(width, high);
    List<Box> places = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      places.add(
          isBeside
              ? new Box(i * wide, 0, wide, height)
              : new Box(0, i * (high + GAP), width, high));
    }
    return places;
  }

  /** The value at a place, when they are drawn in a size; −1 where there is none. */
  public int at(double x, double y, double width, double height) {
    List<Box> places = places(width, height);
    for (int i = 0; i < groups.size(); i++) {
      int value = groups.get(i).tiles.at(rest(groups.get(i), places.get(i)), x, y);
      if (value >= 0) {
        return value;
      }
    }
    return -1;
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
    Box rest = rest(group, place);
    group.tiles.paint(painter, look, rest);
    if (marked >= 0 && marked < group.tiles.values().length) {
      Highlight.outline(painter, group.tiles.place(rest, marked), new Pen(look.text(), 2, false));
    }
  }

  /** What a name leaves of a place. */
  private static Box rest(Group group, Box place) {
    double left = name(group);
    return new Box(place.x() + left, place.y(), place.width() - left, place.height());
  }
}
