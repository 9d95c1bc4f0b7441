package dev.inkling.ui.inside;

import dev.inkling.explain.WeightHistory;
import dev.inkling.model.Model;
import dev.inkling.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads weights epoch by epoch: of a run, or of the run that a network came from. */
final class WeightSource implements Function<WeightSource.Asked, WeightSource.Found> {
  /**
   * What is asked for.
   *
   * @param run whose weights are wanted; null for those of the model's own run
   * @param runs among which that is looked for
   */
  record Asked(Model model, @Nullable Run run, List<Run> runs) {
    /** True when both ask for the same weights, of which there may be more by now. */
    boolean isOfSame(Asked other) {
      return run == null ? other.run == null && model == other.model : run.equals(other.run);
    }
  }

  /**
   * What was read.
   *
   * @param run the weights are of; null for a model whose run is not kept
   */
  record Found(Asked asked, @Nullable Run run, WeightHistory history) {}

  @Override
  public Found apply(Asked asked) {
    Optional<Run> run =
        asked.run == null
            ? asked.runs.stream().filter(each -> each.made(asked.model.card())).findFirst()
            : Optional.of(asked.run);
    WeightHistory history =
        run.map(WeightHistory::of).orElseGet(() -> WeightHistory.of(asked.model));
    return new Found(asked, run.orElse(null), history);
  }
}
