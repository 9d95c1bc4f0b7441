package dev.inkling.ui.builder;

import dev.inkling.explain.ReceptiveField;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Brick;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network costs, as far as it can be computed: nothing is measured here, and nothing of a
 * network's size is allocated.
 *
 * @param items its layers; those behind the first impossible one have no size
 * @param parameters that training changes
 * @param operations additions and multiplications for one image, see {@link Stage#operations}
 * @param memory bytes that training takes, see {@link #memory(List, Recipe)}
 * @param field width and height of the part of the picture that a value of the last maps depends
 *     on; null without such maps
 */
record Costs(List<Item> items, long parameters, long operations, long memory, @Nullable Box field) {
  /** Bytes of a number as engines compute with it. */
  private static final int BYTES = 4;

  /**
   * A layer in its place.
   *
   * @param brick with sizes that mean nothing where it is impossible
   * @param isPossible whether it is given maps where it needs some, and leaves something of them
   * @param share of all operations, 0…1
   */
  record Item(Brick brick, boolean isPossible, double share) {
    /** True where maps become a row of numbers in it. */
    boolean flattens() {
      Size input = brick.input();
      return isPossible && brick.layer().flattens() && input.height() * input.width() > 1;
    }
  }

  static Costs of(Architecture network) {
    List<Brick> bricks = Brick.possible(network.layers(), network.task().image());
    List<Stage> stages = bricks.stream().flatMap(brick -> brick.stages().stream()).toList();
    long operations = bricks.stream().mapToLong(Brick::operations).sum();
    return new Costs(
        items(network, bricks, operations),
        bricks.stream().mapToLong(Brick::parameterCount).sum(),
        operations,
        memory(stages, network.recipe()),
        field(stages));
  }

  private static List<Item> items(Architecture network, List<Brick> possible, long operations) {
    List<Brick> all = Brick.of(network.layers(), network.task().image());
    List<Item> items = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      boolean isPossible = i < possible.size();
      double own = isPossible ? possible.get(i).operations() : 0;
      items.add(new Item(all.get(i), isPossible, operations == 0 ? 0 : own / operations));
    }
    return List.copyOf(items);
  }

  /**
   * Bytes that training takes for a batch: of each image the picture, and what every layer gives,
   * once as it is and once as its gradient; of each parameter itself, its gradient and what the
   * optimizer remembers of it, one number for momentum and two for Adam. What the engine needs
   * besides, and the images of the data set, are not in it.
   */
  private static long memory(List<Stage> stages, Recipe recipe) {
    long values = stages.stream().mapToLong(stage -> 2 * stage.output().values()).sum();
    long parameters = stages.stream().mapToLong(Stage::parameterCount).sum();
    long image = Stage.IMAGE.values() + values;
    return BYTES * (recipe.batchSize() * image + parameters * (2 + remembered(recipe)));
  }

  private static int remembered(Recipe recipe) {
    return switch (recipe.optimizer()) {
      case SGD -> 0;
      case MOMENTUM -> 1;
      case ADAM, ADAMW -> 2;
    };
  }

  /** Of a value in the middle, which the edges of the picture do not cut. */
  private static @Nullable Box field(List<Stage> stages) {
    int last = -1;
    while (last + 1 < stages.size() && !stages.get(last + 1).layer().flattens()) {
      last++;
    }
    if (last < 0) {
      return null;
    }
    Size maps = stages.get(last).output();
    Cell middle = new Cell(0, maps.height() / 2, maps.width() / 2);
    return ReceptiveField.of(stages, last, middle).getFirst();
  }
}
