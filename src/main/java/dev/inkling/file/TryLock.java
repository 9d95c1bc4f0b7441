package dev.inkling.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Something that this program has for itself, and nobody waits for; the system lets go of it when
 * the program dies. {@link FolderLock} is the one to wait for.
 */
public final class TryLock implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final long BETWEEN_ATTEMPTS = 50_000_000;

  /**
   * Files that this program has locked. They must not be opened again: on POSIX systems closing any
   * channel of a file lets go of all locks that the program has on it.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private TryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes a lock, if nobody has it.
   *
   * @param name of a file in the folder, which is made and stays
   */
  public static Optional<TryLock> take(Path folder, String name) throws IOException {
    synchronized (HELD) {
      Path file = folder.toRealPath().resolve(name);
      FileChannel channel = HELD.contains(file) ? null : lock(file);
      if (channel == null) {
        return Optional.empty();
      }
      HELD.add(file);
      return Optional.of(new TryLock(file, channel));
    }
  }

  /** Takes a lock; somebody may just look whether it is taken, so it is tried more than once. */
  public static Optional<TryLock> takeSurely(Path folder, String name) throws IOException {
    Optional<TryLock> lock = take(folder, name);
    for (int attempt = 1; lock.isEmpty() && attempt < ATTEMPTS; attempt++) {
      LockSupport.parkNanos(BETWEEN_ATTEMPTS);
      lock = take(folder, name);
    }
    return lock;
  }

  /** The file, locked; null when another program has locked it. */
  private static @Nullable FileChannel lock(Path file) throws IOException {
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
      HELD.remove(file);
    }
  }
}
