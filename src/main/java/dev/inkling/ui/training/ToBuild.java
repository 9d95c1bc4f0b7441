package dev.inkling.ui.training;

import dev.inkling.data.Classes;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelCard;
import dev.inkling.model.Recipe;
import dev.inkling.model.Task;
import dev.inkling.run.RunInfo;
import dev.inkling.text.Problem;
import java.util.Optional;

/**
 * A network that somebody wants to copy and change.
 *
 * @param from name of the network, or of the run or model that has it
 */
public record ToBuild(Architecture network, String from) {

  /** A network under its name. */
  static ToBuild of(Architecture network) {
    return new ToBuild(network, network.name());
  }

  /** That of a run, with its recipe; nothing where this Inkling does not know it. */
  static Optional<ToBuild> of(RunInfo run) {
    return run.known()
        .map(network -> network.withDropout(run.recipe().dropout()))
        .map(network -> new ToBuild(network.withRecipe(fromScratch(run.recipe())), run.title()));
  }

  /** That of a model, as it would read digits; nothing for one that reads whole lines. */
  public static Optional<ToBuild> of(ModelCard card) {
    if (card.reads() != Task.DIGIT) {
      return Optional.empty();
    }
    try {
      Architecture network = Architecture.of(card).withClasses(Classes.DIGITS.size());
      Recipe recipe = network.isOwn() ? card.recipe() : network.recipe();
      return Optional.of(new ToBuild(network.withRecipe(fromScratch(recipe)), card.name()));
    } catch (Problem e) { // of another version, whose layers nobody knows
      return Optional.empty();
    }
  }

  /** What others learned does not fit where layers are changed. */
  private static Recipe fromScratch(Recipe recipe) {
    return recipe.with(
        r -> {
          r.from = null;
          r.frozen = 0;
          r.dropout = null;
        });
  }
}
