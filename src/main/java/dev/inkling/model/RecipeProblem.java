package dev.inkling.model;

import dev.inkling.text.Problem;
import java.nio.file.Path;

/** A recipe in a file that cannot be followed, because a value in it is impossible. */
public final class RecipeProblem extends Problem {
  private final transient Recipe recipe;
  private final RecipeField field;

  private RecipeProblem(Path file, Recipe recipe, RecipeField field) {
    super("problem.recipe", file, field.key(), field.told(recipe), field.limit().words());
    this.recipe = recipe;
    this.field = field;
  }

  /**
   * Looks whether a recipe can be followed.
   *
   * @param file that it was read from, to be named
   * @throws RecipeProblem when a value is impossible
   */
  public static void check(Recipe recipe, Path file) {
    RecipeField.wrongIn(recipe)
        .ifPresent(
            field -> {
              throw new RecipeProblem(file, recipe, field);
            });
  }

  /** The same problem, told of the file that the recipe's own file came in. */
  public RecipeProblem in(Path pack) {
    return new RecipeProblem(pack, recipe, field);
  }
}
