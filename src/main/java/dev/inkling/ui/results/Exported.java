package dev.inkling.ui.results;

import dev.inkling.data.NamedHand;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Results;
import dev.inkling.run.EpochConfusions.Epoch;
import dev.inkling.ui.results.Evaluator.Evaluated;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is on the page that is shown, to be taken elsewhere: never another network's.
 *
 * @param name of the network, or of the run
 * @param data that was read; empty for an epoch, which read its run's validation images
 * @param hand whose drawings were read; empty for everybody's, and for other images
 * @param epoch of the run; 0 for a network
 * @param confusion {@code [right][predicted]}
 * @param names of the classes
 * @param results of each image; null for an epoch, of which only counts are kept
 */
record Exported(
    String name,
    String data,
    Optional<NamedHand> hand,
    int epoch,
    int[][] confusion,
    List<String> names,
    @Nullable Results results) {
  static Exported of(Evaluated evaluated) {
    Evaluation evaluation = evaluated.results().evaluation();
    return new Exported(
        evaluated.model().name(),
        evaluated.images().name(),
        evaluated.images().hand(),
        0,
        evaluation.confusion(),
        evaluation.classes(),
        evaluated.results());
  }

  static Exported of(RunItem run, Epoch epoch) {
    return new Exported(
        run.info().title(),
        "",
        Optional.empty(),
        epoch.number(),
        epoch.confusion(),
        run.info().names(),
        null);
  }
}
