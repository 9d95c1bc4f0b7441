package dev.inkling.layer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step from one network to another: a layer is added, removed, or changed into another of its
 * kind.
 *
 * @param before the layer as it was; null for one that is added
 * @param after the layer as it is; null for one that was removed
 * @param behind name of the layer that it stands behind, in the network that has it; null for the
 *     first
 * @param place of it in that network, from 0
 */
public record LayerEdit(
    @Nullable Brick before, @Nullable Brick after, @Nullable String behind, int place) {

  /** Removing and adding costs more than changing, so that what can be changed is. */
  private static final int NEVER = 1_000_000;

  /**
   * The fewest steps from one network to another, from the input to the output. Where there are
   * several such ways, what both have is kept as early as possible.
   */
  public static List<LayerEdit> between(List<? extends Layer> before, List<? extends Layer> after) {
    return new Table(Brick.of(before, Stage.IMAGE), Brick.of(after, Stage.IMAGE)).edits();
  }

  /** How many steps it takes from each place in one network and each in the other to the end. */
  private static final class Table {
    private final List<Brick> before;
    private final List<Brick> after;
    private final int[][] steps;

    Table(List<Brick> before, List<Brick> after) {
      this.before = before;
      this.after = after;
      steps = new int[before.size() + 1][after.size() + 1];
      for (int i = before.size(); i >= 0; i--) {
        for (int j = after.size(); j >= 0; j--) {
          steps[i][j] = Math.min(together(i, j), Math.min(removed(i, j), added(i, j)));
        }
      }
    }

    private int together(int i, int j) {
      if (i == before.size() || j == after.size()) {
        return i == before.size() && j == after.size() ? 0 : NEVER;
      }
      Layer old = before.get(i).layer();
      Layer now = after.get(j).layer();
      int cost = old.equals(now) ? 0 : old.word().equals(now.word()) ? 1 : NEVER;
      return cost + steps[i + 1][j + 1];
    }

    private int removed(int i, int j) {
      return i == before.size() ? NEVER : 1 + steps[i + 1][j];
    }

    private int added(int i, int j) {
      return j == after.size() ? NEVER : 1 + steps[i][j + 1];
    }

    List<LayerEdit> edits() {
      List<LayerEdit> edits = new ArrayList<>();
      int i = 0;
      int j = 0;
      while (i < before.size() || j < after.size()) {
        int least = steps[i][j];
        if (least == together(i, j)) {
          if (!before.get(i).layer().equals(after.get(j).layer())) {
            edits.add(new LayerEdit(before.get(i), after.get(j), behind(after, j), j));
          }
          i++;
          j++;
        } else if (least == removed(i, j)) {
          edits.add(new LayerEdit(before.get(i), null, behind(before, i), i));
          i++;
        } else {
          edits.add(new LayerEdit(null, after.get(j), behind(after, j), j));
          j++;
        }
      }
      return edits;
    }

    private static @Nullable String behind(List<Brick> bricks, int place) {
      return place == 0 ? null : bricks.get(place - 1).name();
    }
  }
}
