package dev.inkling.ui.training;

import dev.inkling.run.BatchRow;
import dev.inkling.run.EpochConfusions;
import dev.inkling.run.EpochRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunSummary;
import dev.inkling.run.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run has come to.
 *
 * @param seconds that it was trained, those of an epoch that was cut off included
 * @param images that were held out and read; 0 when nobody noted how many
 * @param epochToKeep that is kept as a model; null before the first
 */
public record RunOutcome(
    RunInfo info,
    Standing standing,
    RunSummary summary,
    double seconds,
    int images,
    @Nullable Integer epochToKeep) {
  /** As in {@link dev.inkling.evaluate.Evaluation}: not better than guessing. */
  private static final double CHANCE = 0.15;

  /**
   * Of a run that is not in training.
   *
   * @throws dev.inkling.text.Problem when it cannot be read
   */
  static RunOutcome of(Run run) {
    RunInfo info = run.info();
    List<EpochConfusions.Epoch> confusions = EpochConfusions.read(run);
    return new RunOutcome(
        info,
        run.standing(info),
        RunSummary.of(run, info),
        info.seconds() + secondsOfTheRest(run),
        confusions.isEmpty() ? 0 : sum(confusions.getLast().confusion()),
        run.epochToSave().orElse(null));
  }

  /** Of what it saw after its last whole epoch, with which it does not go on. */
  private static double secondsOfTheRest(Run run) {
    List<EpochRow> epochs = EpochRow.read(run);
    List<BatchRow> batches = BatchRow.read(run);
    if (batches.isEmpty()) {
      return 0;
    }
    BatchRow last = batches.getLast();
    long seen = last.examples() - (epochs.isEmpty() ? 0 : epochs.getLast().examples());
    double seconds = seen / last.imagesPerSecond();
    return seen > 0 && Double.isFinite(seconds) ? seconds : 0;
  }

  /** True when there is more of it to train, and no program is at work on it. */
  boolean canGoOn() {
    return standing.isAtRest() && standing != Standing.FINISHED;
  }

  private static int sum(int[][] confusion) {
    return Arrays.stream(confusion).flatMapToInt(Arrays::stream).sum();
  }

  /** True when it reads no better than chance, so that something went wrong. */
  boolean isAtChance() {
    Double accuracy = summary.accuracy();
    return accuracy != null && accuracy < CHANCE;
  }

  /** What may help, when the run failed or learned nothing. */
  Optional<Mend> mend() {
    return Mend.of(info, isAtChance());
  }
}
