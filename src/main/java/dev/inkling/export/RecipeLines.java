package dev.inkling.export;

import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** A recipe in Python: its numbers, its learning rate, and what of it a script does not do. */
final class RecipeLines {
  private RecipeLines() {}

  /** The numbers, a line each; those that are not heeded have none. */
  static String constants(Recipe recipe) {
    List<String> lines = new ArrayList<>();
    lines.add("EPOCHS = " + recipe.epochs());
    lines.add("BATCH_SIZE = " + recipe.batchSize());
    lines.add("LEARNING_RATE = " + recipe.learningRate());
    if (recipe.optimizer() == Optimizer.MOMENTUM) {
      lines.add("MOMENTUM = " + recipe.momentum());
    }
    addAboveZero(lines, "WARM_UP", recipe.warmUp(), "part of the steps in which the rate rises");
    addAboveZero(lines, "WEIGHT_DECAY", recipe.weightDecay(), "of weights, not of biases");
    addAboveZero(lines, "CLIP", recipe.clip(), "norm of all gradients together");
    addAboveZero(lines, "LABEL_SMOOTHING", recipe.labelSmoothing(), "shared out among all classes");
    lines.add("SEED = " + recipe.seed());
    return String.join("\n", lines);
  }

  private static void addAboveZero(List<String> lines, String name, double value, String says) {
    if (value > 0) {
      lines.add(name + " = " + value + "  # " + says);
    }
  }

  /** Functions that say the learning rate of a step. */
  static String learningRate(Recipe recipe) {
    return "\n" + factor(recipe.schedule()) + "\n\n" + (recipe.warmUp() > 0 ? RISING : PLAIN);
  }

  private static String factor(Recipe.Schedule schedule) {
    return switch (schedule) {
      case CONSTANT ->
          """
          def factor(progress):
              ""\"Of the learning rate, at 0 ... 1 of the run: always the same.""\"
              return 1
          """;
      case STEP ->
          """
          def factor(progress):
              ""\"Of the learning rate, at 0 ... 1 of the run: a tenth after half, a hundredth after three quarters.""\"
              return 1 if progress < 0.5 else 0.1 if progress < 0.75 else 0.01
          """;
      case COSINE ->
          """
          def factor(progress):
              ""\"Of the learning rate, at 0 ... 1 of the run: down to zero along half a cosine.""\"
              return (1 + math.cos(math.pi * progress)) / 2
          """;
      case ONE_CYCLE ->
          """
          def factor(progress):
              ""\"Of the learning rate, at 0 ... 1 of the run: up in the first fifth, then down along half a cosine.""\"
              if progress < 0.2:
                  return 0.1 + 0.9 * progress / 0.2
              return (1 + math.cos(math.pi * (progress - 0.2) / 0.8)) / 2
          """;
    };
  }

  private static final String PLAIN =
      """
      def learning_rate(step, steps):
          return LEARNING_RATE * factor(step / steps)

      """;

  private static final String RISING =
      """
      def learning_rate(step, steps):
          ""\"It rises to where the schedule begins, which has the other steps.""\"
          rising = round(WARM_UP * steps)
          if step < rising:
              return LEARNING_RATE * factor(0) * (step + 1) / rising
          return LEARNING_RATE * factor((step - rising) / (steps - rising))

      """;

  /** What Inkling did besides, which a script does not do, a sentence each. */
  static List<String> leftOut(Recipe recipe) {
    List<String> lines = new ArrayList<>();
    switch (recipe.augmentation()) {
      case NONE -> {}
      case LIGHT -> lines.add("images were turned, scaled, sheared and shifted a little");
      case FULL ->
          lines.add(
              "images were scaled, sheared, shifted and distorted, strokes made thinner or"
                  + " thicker");
    }
    add(
        lines,
        recipe.synthetic() > 0,
        recipe.synthetic() + " digits an epoch that Inkling writes itself");
    add(
        lines,
        recipe.doodles() > 0,
        recipe.doodles() + " drawings of no digit an epoch, and calibration after it");
    add(
        lines,
        recipe.patience() > 0,
        "the run ends " + recipe.patience() + " epochs after the lowest validation loss");
    add(lines, recipe.from() != null, "training began with the weights of another model");
    add(
        lines,
        recipe.frozen() > 0,
        "the first " + recipe.frozen() + " layers with weights stayed as they were");
    add(lines, recipe.part() != null, recipe.part() + " of the images were learned");
    add(
        lines,
        recipe.labelNoise() > 0,
        recipe.labelNoise() + " of the images had labels of other classes");
    add(lines, recipe.imbalance() > 0, "classes were made uneven");
    add(lines, recipe.leftOut() != null, "one class was never shown");
    return lines;
  }

  private static void add(List<String> lines, boolean isSo, String line) {
    if (isSo) {
      lines.add(line);
    }
  }
}
