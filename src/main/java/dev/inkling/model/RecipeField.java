package dev.inkling.model;

import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.text.Phrase;
import java.util.Arrays;
import java.util.Locale;
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
  LEARNING_RATE("learningRate", "--lr", Recipe::learningRate, Limit.above(0, 10)),
  SCHEDULE("schedule", Recipe::schedule, Limit.oneOf(Schedule.values())),
  /** Some of the steps are left to go down on. */
  WARM_UP("warmUp", Recipe::warmUp, Limit.below(0, 1)),
  WEIGHT_DECAY("weightDecay", Recipe::weightDecay, Limit.below(0, 1)),
  CLIP("clip", Recipe::clip, Limit.below(0, 1_000)),
  DROPOUT("dropout", Recipe::dropout, Limit.belowOrNone(0, 1)),
  LABEL_SMOOTHING("labelSmoothing", Recipe::labelSmoothing, Limit.below(0, 1)),
  AUGMENTATION(
      "augmentation", "--augment", Recipe::augmentation, Limit.oneOf(Augmentation.values())),
  /** All images of an epoch are held at once, and those of the next. */
  SYNTHETIC("synthetic", Recipe::synthetic, Limit.whole(0, 100_000)),
  DOODLES("doodles", Recipe::doodles, Limit.whole(0, 100_000)),
  PATIENCE("patience", Recipe::patience, Limit.whole(0, 1_000)),
  FROM("from", Recipe::from, Limit.textOrNone()),
  /** A network’s own number of layers says more. */
  FROZEN("frozen", "--freeze", Recipe::frozen, Limit.whole(0, 100)),
  PART("part", Recipe::part, Limit.aboveOrNone(0, 1)),
  LABEL_NOISE("labelNoise", Recipe::labelNoise, Limit.below(0, 1)),
  IMBALANCE("imbalance", Recipe::imbalance, Limit.whole(0, 1_000)),
  LEFT_OUT("leftOut", "--leave-out", Recipe::leftOut, Limit.textOrNone()),
  INIT("init", Recipe::init, Limit.oneOf(Init.values())),
  /**
   * 2⁵³ − 1, more than which not every reader of JSON tells apart. A thousand times as much is a
   * long, so that each epoch of each seed has chance of its own.
   */
  SEED("seed", Recipe::seed, Limit.whole(-9_007_199_254_740_991L, 9_007_199_254_740_991L));

  private final String key;
  private final String option;
  private final Function<Recipe, @Nullable Object> value;
  private final Limit limit;

  RecipeField(String key, Function<Recipe, @Nullable Object> value, Limit limit) {
    this(key, "--" + key.replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT), value, limit);
  }

  RecipeField(String key, String option, Function<Recipe, @Nullable Object> value, Limit limit) {
    this.key = key;
    this.option = option;
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

  /** As it is called on the command line. */
  public String option() {
    return option;
  }

  /** The key of its name, for people. */
  public String nameKey() {
    return "training." + key;
  }

  /** False for what is ignored beside the recipe’s other values. */
  public boolean counts(Recipe recipe) {
    return this != MOMENTUM || recipe.optimizer() == Optimizer.MOMENTUM;
  }

  /** What is possible. */
  public Limit limit() {
    return limit;
  }

  /** Its value in a recipe; null where that has none. */
  public @Nullable Object value(Recipe recipe) {
    return value.apply(recipe);
  }

  /** A recipe with another value in this field: one that {@link #limit} allows. */
  public Recipe in(Recipe recipe, @Nullable Object value) {
    return recipe.with(this, value);
  }

  /** Its value in a recipe as it is typed; nothing where that has none. */
  public String typed(Recipe recipe) {
    return switch (value.apply(recipe)) {
      case null -> "";
      case Enum<?> choice -> Limit.name(choice);
      case Object other -> other.toString();
    };
  }

  /** Its value in a recipe, to be told: as it is typed, or a phrase where there is none. */
  public Object told(Recipe recipe) {
    Object is = value.apply(recipe);
    return is == null ? new Phrase("recipe.missing") : is.toString();
  }
}
