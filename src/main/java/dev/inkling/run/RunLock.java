package dev.inkling.run;

import dev.inkling.file.TryLock;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.util.Optional;

/** A run that this program has for itself; the system lets go of it when the program dies. */
final class RunLock {
  private static final String FILE = "lock";

  private RunLock() {}

  /**
   * Takes a run.
   *
   * @throws Problem when this program or another one trains it
   */
  static TryLock of(Run run) {
    try {
      return TryLock.takeSurely(run.folder(), FILE)
          .orElseThrow(() -> new Problem("problem.run.locked", run.folder()));
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  /** Takes a run, if nobody has it. */
  static Optional<TryLock> tryTake(Run run) {
    try {
      return TryLock.take(run.folder(), FILE);
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }
}
