package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.support.Threads;
import java.io.IOException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FolderLockTest {
  @TempDir Path folder;

  /** Another program: it has the folder until its input ends. */
  static final class Other {
    public static void main(String[] arguments) throws IOException {
      try (FolderLock _ = FolderLock.of(Path.of(arguments[0]))) {
        System.out.println("locked");
        System.in.read();
      }
    }
  }

  /** A thread that waits for the folder; its task ends when it got it or was interrupted. */
  private static final class Waiter extends Thread {
    private final FutureTask<Boolean> task;

    Waiter(Callable<Boolean> work) {
      task = new FutureTask<>(work);
    }

    @Override
    public void run() {
      task.run();
    }
  }

  private Waiter waiter() {
    Waiter waiter =
        new Waiter(
            () -> {
              try (FolderLock _ = FolderLock.of(folder)) {
                return true;
              } catch (FileLockInterruptionException e) {
                return !Thread.currentThread().isInterrupted();
              }
            });
    waiter.start();
    return waiter;
  }

  private Process other() throws IOException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(other.inputReader().readLine()).isEqualTo("locked");
    return other;
  }

  @Test
  void anotherThreadWaitsForItsTurn() throws Exception {
    Waiter waiter;
    try (FolderLock _ = FolderLock.of(folder)) {
      waiter = waiter();
      Threads.awaitWaiting(waiter);
      assertThat(waiter.task.isDone()).isFalse();
    }

    assertThat(waiter.task.get()).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitForAnotherThread() throws Exception {
    try (FolderLock _ = FolderLock.of(folder)) {
      Waiter waiter = waiter();
      waiter.interrupt();

      assertThat(waiter.task.get()).isFalse();
    }
    FolderLock.of(folder).close();
  }

  @Test
  void anotherProgramIsWaitedForUntilItDies() throws Exception {
    Process other = other();
    Waiter waiter = waiter();
    assertThat(waiter.task.isDone()).isFalse();
    other.destroyForcibly().waitFor();

    assertThat(waiter.task.get()).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitForAnotherProgram() throws Exception {
    Process other = other();
    try {
      Waiter waiter = waiter();
      waiter.interrupt();

      assertThat(waiter.task.get()).isFalse();
    } finally {
      other.destroyForcibly().waitFor();
    }
    FolderLock.of(folder).close();
  }

  @Test
  void aFolderThatIsNotThereIsAFault() {
    assertThatThrownBy(() -> FolderLock.of(folder.resolve("none"))).isInstanceOf(IOException.class);
  }
}
