package dev.inkling.ui.training;

import dev.inkling.chart.ValueFormat;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import dev.inkling.run.RunInfo;
import dev.inkling.text.Phrase;
import java.util.Optional;

/**
 * What may have gone wrong with a run that learned nothing or failed, and a recipe that may do
 * better.
 *
 * @param why what may be wrong
 * @param offer what the recipe changes
 */
record Mend(Phrase why, Phrase offer, Architecture architecture, Recipe recipe, String data) {
  /** Times the network's own rate that is asking for trouble, or for a run that hardly moves. */
  private static final double FAR = 2;

  /** Told where a run ended for want of memory. */
  private static final String MEMORY = "problem.train.memory";

  /** Told where the loss was no number any more. */
  private static final String EXPLODED = "problem.train.nan";

  /**
   * What may help; nothing where no recipe would, or the network is unknown.
   *
   * @param isAtChance whether it reads no better than by guessing
   */
  static Optional<Mend> of(RunInfo info, boolean isAtChance) {
    boolean hasLearnedNothing = isAtChance || EXPLODED.equals(info.reason());
    return info.known()
        .filter(_ -> hasLearnedNothing || MEMORY.equals(info.reason()))
        .map(network -> hasLearnedNothing ? ofRate(info, network) : ofMemory(info, network));
  }

  private static Mend ofMemory(RunInfo info, Architecture network) {
    int half = Math.max(1, info.recipe().batchSize() / 2);
    return mend(info, network, "memory", half, info.recipe().with(r -> r.batchSize = half));
  }

  private static Mend ofRate(RunInfo info, Architecture network) {
    Recipe own = network.recipe();
    double rate = info.recipe().learningRate();
    boolean isFar = rate > FAR * own.learningRate() || rate * FAR < own.learningRate();
    if (isFar || info.recipe().optimizer() != own.optimizer()) {
      return mend(info, network, "own", own.learningRate(), steppingAs(own, info.recipe()));
    }
    double lower = Double.parseDouble(ValueFormat.PLAIN.exact(rate / 4));
    return mend(info, network, "rate", lower, info.recipe().with(r -> r.learningRate = lower));
  }

  private static Mend mend(
      RunInfo info, Architecture network, String what, Number value, Recipe recipe) {
    String shown = ValueFormat.PLAIN.exact(value.doubleValue());
    return new Mend(
        new Phrase(
            "training.mend." + what,
            ValueFormat.PLAIN.exact(info.recipe().learningRate()),
            network.name()),
        new Phrase("training.mend." + what + ".offer", shown),
        network,
        recipe,
        info.data());
  }

  /** All that is stepped by, as it works for the network. */
  private static Recipe steppingAs(Recipe own, Recipe recipe) {
    return recipe.with(
        r -> {
          r.optimizer = own.optimizer();
          r.momentum = own.momentum();
          r.learningRate = own.learningRate();
          r.schedule = own.schedule();
        });
  }
}
