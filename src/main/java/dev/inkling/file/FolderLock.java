package dev.inkling.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder that one thread of one program has for itself until it closes this. Its file, {@code
 * lock}, stays: who deleted it could take it from under another program that waits for it. The
 * system lets go of it when the program dies.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = "lock";

  /** A file's lock is one for a whole program, so that threads need another among themselves. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock threads;
  private final FileChannel channel;

  private FolderLock(ReentrantLock threads, FileChannel channel) {
    this.threads = threads;
    this.channel = channel;
  }

  /**
   * Waits until nobody else has the folder, and takes it.
   *
   * @param folder that is there
   * @throws FileLockInterruptionException when the thread is interrupted meanwhile, and stays so
   * @throws IOException when nothing can be written there
   */
  public static FolderLock of(Path folder) throws IOException {
    return of(folder, FILE);
  }

  /** The same for a part of a folder, which has a lock file of its own name. */
  public static FolderLock of(Path folder, String name) throws IOException {
    Path file = folder.toRealPath().resolve(name);
    ReentrantLock threads = THREADS.computeIfAbsent(file, _ -> new ReentrantLock(true));
    try {
      threads.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FileLockInterruptionException();
    }
    FileChannel channel = null;
    try {
      channel = take(file);
      return new FolderLock(threads, channel);
    } finally {
      if (channel == null) {
        threads.unlock();
      }
    }
  }

  /** What is done in a folder that nobody else has meanwhile. */
  public interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Writes in a folder, which is made where it is not there, and keeps other threads and programs
   * out meanwhile.
   *
   * @throws dev.inkling.text.Problem when nothing can be written there
   */
  public static void during(Path folder, Work work) {
    during(folder, FILE, work);
  }

  /** The same for a part of a folder, which has a lock file of its own name. */
  public static void during(Path folder, String name, Work work) {
    try {
      Files.createDirectories(folder);
      try (FolderLock _ = of(folder, name)) {
        work.run();
      }
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
  }

  private static FileChannel take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean isTaken = false;
    try {
      channel.lock();
      isTaken = true;
      return channel;
    } finally {
      if (!isTaken) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      threads.unlock();
    }
  }
}
