package dev.inkling.diagram;

import dev.inkling.layer.Layer.Family;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Primitive.Channels;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * What has one column in the picture: a layer, with those behind it that change each value alone.
 *
 * @param first index of the layer that reads what the column before shows
 * @param stages the layer, then those that are folded into it
 */
public record Block(int first, List<Stage> stages) {
  public Block {
    stages = List.copyOf(stages);
  }

  /**
   * The columns of a network.
   *
   * @param isWhole whether each layer has a column of its own
   */
  public static List<Block> of(List<Stage> stages, boolean isWhole) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (isWhole || blocks.isEmpty() || !stage.layer().isFolded()) {
        blocks.add(new Block(i, List.of(stage)));
      } else {
        blocks.add(blocks.removeLast().with(stage));
      }
    }
    return blocks;
  }

  private Block with(Stage stage) {
    List<Stage> more = new ArrayList<>(stages);
    more.add(stage);
    return new Block(first, more);
  }

  /** The layer that gives the column its name. */
  public Stage main() {
    return stages.getFirst();
  }

  /** Index of the layer whose values are shown: the last of them. */
  public int last() {
    return first + stages.size() - 1;
  }

  /** Index of the last layer before values are bent: what is behind it may be 0 all over. */
  public int beforeActivation() {
    int last = 0;
    while (last + 1 < stages.size() && !bends(stages.get(last + 1).layer())) {
      last++;
    }
    return first + last;
  }

  private static boolean bends(Primitive layer) {
    return layer.family() == Family.ACTIVATION || !layer.isPointwise();
  }

  /** Size of what is shown. */
  public Size size() {
    return stages.getLast().output();
  }

  /** Number of parameters that training changes. */
  public long parameterCount() {
    return stages.stream().mapToLong(Stage::parameterCount).sum();
  }

  /** True where a value depends on the same channel alone. */
  boolean keepsChannels() {
    return main().layer().channels() == Channels.ALONE && !main().layer().flattens();
  }
}
