package dev.inkling.run;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A run that this program has for itself; the system lets go of it when the program dies. */
final class RunLock implements AutoCloseable {
  private static final String FILE = "lock";
  private static final int ATTEMPTS = 5;
  private static final long BETWEEN_ATTEMPTS = 50_000_000;

  /**
   * Folders that this program has. Their files must not be opened again: on POSIX systems closing
   * any channel of a file lets go of all locks that the program has on it.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path folder;
  private final FileChannel channel;

  private RunLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes a run.
   *
   * @throws Problem when this program or another one trains it
   */
  static RunLock of(Run run) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<RunLock> lock = tryTake(run);
      if (lock.isPresent()) {
        return lock.get();
      }
      // Somebody may just have looked whether it is in training.
      LockSupport.parkNanos(BETWEEN_ATTEMPTS);
    }
    throw new Problem("problem.run.locked", run.folder());
  }

  /** Takes a run, if nobody has it. */
  static Optional<RunLock> tryTake(Run run) {
    synchronized (HELD) {
      try {
        Path folder = run.folder().toRealPath();
        FileChannel channel = HELD.contains(folder) ? null : take(folder.resolve(FILE));
        if (channel == null) {
          return Optional.empty();
        }
        HELD.add(folder);
        return Optional.of(new RunLock(folder, channel));
      } catch (IOException e) {
        throw run.unwritable(e);
      }
    }
  }

  /** The file, locked; null when another program has locked it. */
  private static @Nullable FileChannel take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean isTaken = false;
    try {
      isTaken = channel.tryLock() != null;
      return isTaken ? channel : null;
    } finally {
      if (!isTaken) {
        channel.close();
      }
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      HELD.remove(folder);
    }
  }
}
