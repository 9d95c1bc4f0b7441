package dev.inkling.cli;

import dev.inkling.model.Architecture;
import dev.inkling.model.Cut;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Phrase;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each field of a recipe, and what was given for them. */
final class RecipeOptions {
  private final Map<RecipeField, String> given = new EnumMap<>(RecipeField.class);

  /** A command that has these options. */
  interface Taker {
    RecipeOptions recipe();
  }

  /** Gives a command its options, where it is a {@link Taker}. */
  static void addTo(CommandLine line) {
    if (line.getCommand() instanceof Taker taker) {
      fields().map(taker.recipe()::option).forEach(line.getCommandSpec()::addOption);
    }
  }

  /** What a network begins with is a model that is read: each command has an option of its own. */
  private static Stream<RecipeField> fields() {
    return Arrays.stream(RecipeField.values()).filter(field -> field != RecipeField.FROM);
  }

  private OptionSpec option(RecipeField field) {
    return OptionSpec.builder(field.option())
        .type(String.class)
        .paramLabel(field.limit().form())
        .descriptionKey("cli.option.recipe." + field.key())
        .hasInitialValue(false) // or picocli sets null first, and warns of what comes of it
        .setter(new Setter(field))
        .build();
  }

  private final class Setter implements ISetter {
    private final RecipeField field;

    Setter(RecipeField field) {
      this.field = field;
    }

    @Override
    public <T> T set(T value) {
      given.put(field, value.toString().strip());
      return value;
    }
  }

  /** True when a field was given. */
  boolean has(RecipeField field) {
    return given.containsKey(field);
  }

  /** True when any field was given. */
  boolean any() {
    return !given.isEmpty();
  }

  /** True when any other field was given. */
  boolean hasBeside(RecipeField field) {
    return given.keySet().stream().anyMatch(each -> each != field);
  }

  /**
   * An architecture's own recipe, with what was given in its place.
   *
   * @param from the model that is begun with; null for none
   * @throws UsageProblem when a value is impossible, or would change nothing
   */
  Recipe of(Architecture architecture, @Nullable String from) {
    Recipe recipe = architecture.recipe().with(r -> r.from = from);
    for (Map.Entry<RecipeField, String> each : given.entrySet()) {
      recipe = with(recipe, each.getKey(), each.getValue());
    }
    check(recipe, architecture);
    return recipe;
  }

  /** A recipe with what was typed for a field. */
  static Recipe with(Recipe recipe, RecipeField field, String typed) {
    return field.in(recipe, value(field, typed));
  }

  private static @Nullable Object value(RecipeField field, String typed) {
    if (field.limit().refusal(typed) != null) {
      throw new UsageProblem("cli.limit", field.option(), typed, field.limit().words());
    }
    return field.limit().value(typed);
  }

  /** What was given for a field; null when nothing was. */
  @Nullable Object value(RecipeField field) {
    String typed = given.get(field);
    return typed == null ? null : value(field, typed);
  }

  private void check(Recipe recipe, Architecture architecture) {
    int most = Cut.weighted(architecture.layers()) - 1;
    if (recipe.frozen() > most) {
      throw new UsageProblem(
          "cli.limit",
          RecipeField.FROZEN.option(),
          recipe.frozen(),
          new Phrase("recipe.whole", 0, most));
    }
    if (recipe.frozen() > 0 && recipe.from() == null) {
      throw new UsageProblem("cli.train.noFrozen");
    }
    if (has(RecipeField.DROPOUT) && !architecture.hasDropout()) {
      throw new UsageProblem("cli.train.noDropout", architecture.name());
    }
    if (has(RecipeField.MOMENTUM) && !RecipeField.MOMENTUM.counts(recipe)) {
      throw new UsageProblem("cli.train.noMomentum", RecipeField.OPTIMIZER.typed(recipe));
    }
  }
}
