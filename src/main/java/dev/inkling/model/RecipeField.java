package dev.inkling.model;

import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.text.Phrase;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a recipe and what is possible in each, the same in the window, on the command line
 * and in files. A {@link Recipe} itself may have any values: who takes one in from outside looks.
 */
public enum RecipeField {
  EPOCHS("epochs", Recipe::epochs, Limit.whole(1, 1_000)),
  /** More than 10,000 images no machine would hold in a step. */
  BATCH_SIZE("batchSize", Recipe::batchSize, Limit.whole(1, 10_000)),
  OPTIMIZER("optimizer", Recipe::optimizer, Limit.oneOf(Optimizer.values())),
  MOMENTUM("momentum", Recipe::momentum, Limit.below(0, 1)),
  LEARNING_RATE("learningRate", Recipe::learningRate, Limit.above(0, 10)),
  SCHEDULE("schedule", Recipe::schedule, Limit.oneOf(Schedule.values())),
  WEIGHT_DECAY("weightDecay", Recipe::weightDecay, Limit.below(0, 1)),
  DROPOUT("dropout", Recipe::dropout, Limit.belowOrNone(0, 1)),
  LABEL_SMOOTHING("labelSmoothing", Recipe::labelSmoothing, Limit.below(0, 1)),
  AUGMENTATION("augmentation", Recipe::augmentation, Limit.oneOf(Augmentation.values())),
  /** All images of an epoch are held at once, and those of the next. */
  SYNTHETIC("synthetic", Recipe::synthetic, Limit.whole(0, 100_000)),
  DOODLES("doodles", Recipe::doodles, Limit.whole(0, 100_000)),
  PATIENCE("patience", Recipe::patience, Limit.whole(0, 1_000)),
  FROM("from", Recipe::from, Limit.textOrNone()),
  /** A network’s own number of layers says more. */
  FROZEN("frozen", Recipe::frozen, Limit.whole(0, 100)),
  PART("part", Recipe::part, Limit.aboveOrNone(0, 1)),
  LABEL_NOISE("labelNoise", Recipe::labelNoise, Limit.below(0, 1)),
  IMBALANCE("imbalance", Recipe::imbalance, Limit.whole(0, 1_000)),
  LEFT_OUT("leftOut", Recipe::leftOut, Limit.textOrNone()),
  /**
   * 2⁵³ − 1, more than which not every reader of JSON tells apart. A thousand times as much is a
   * long, so that each epoch of each seed has chance of its own.
   */
  SEED("seed", Recipe::seed, Limit.whole(-9_007_199_254_740_991L, 9_007_199_254_740_991L));

  private final String key;
  private final Function<Recipe, @Nullable Object> value;
  private final Limit limit;

  RecipeField(String key, Function<Recipe, @Nullable Object> value, Limit limit) {
    this.key = key;
    this.value = value;
    this.limit = limit;
  }

  /** The first field of a recipe that has an impossible value. */
  public static Optional<RecipeField> wrongIn(Recipe recipe) {
    return Arrays.stream(values())
        .filter(field -> !field.limit.allows(field.value.apply(recipe)))
        .findFirst();
  }

  /** As it is called in files. */
  public String key() {
    return key;
  }

  /** What is possible. */
  public Limit limit() {
    return limit;
  }

  /** Its value in a recipe; null where that has none. */
  public @Nullable Object value(Recipe recipe) {
    return value.apply(recipe);
  }

  /** Its value in a recipe, to be told: as it is typed, or a phrase where there is none. */
  public Object told(Recipe recipe) {
    Object is = value.apply(recipe);
    return is == null ? new Phrase("recipe.missing") : is.toString();
  }
}
