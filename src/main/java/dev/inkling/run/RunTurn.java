package dev.inkling.run;

import dev.inkling.file.TryLock;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A run's place in the queue of one program, by which others know that it is not cut off, though
 * nobody trains it yet. The system lets go of it when the program dies.
 */
public final class RunTurn implements AutoCloseable {
  private static final String FILE = "turn.lock";

  private final TryLock lock;

  private RunTurn(TryLock lock) {
    this.lock = lock;
  }

  /**
   * Takes a run's place.
   *
   * @throws Problem when it waits or is trained already, in this program or another
   */
  public static RunTurn of(Run run) {
    try {
      TryLock lock = TryLock.takeSurely(run.folder(), FILE).orElseThrow(() -> taken(run));
      return new RunTurn(lock);
    } catch (IOException e) {
      throw run.unwritable(e);
    }
  }

  private static Problem taken(Run run) {
    boolean isInTraining = run.isInTraining();
    return new Problem(isInTraining ? "problem.run.locked" : "problem.run.waiting", run.folder());
  }

  /** True while some program lets the run wait, or trains it in its turn. */
  static boolean isTaken(Run run) {
    if (!Files.exists(run.folder().resolve(FILE))) {
      return false;
    }
    try {
      Optional<TryLock> lock = TryLock.take(run.folder(), FILE);
      lock.ifPresent(TryLock::close);
      return lock.isEmpty();
    } catch (IOException e) {
      return false; // a folder that cannot be written is not trained in
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
