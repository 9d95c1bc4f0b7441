package dev.inkling.ui.shell;

import dev.inkling.file.AppFolders;
import dev.inkling.file.TryLock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a second start for the same folders open its file in the window that is there. Who holds the
 * lock of a file has the window, and hears of others by a socket of the file system, which only
 * this user can write to. Whatever goes wrong with it, a window of one's own opens.
 */
final class OneWindow implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OneWindow.class.getName());

  private static final String LOCK = "window-lock";

  /** Bytes that the address of such a socket has room for; some systems have more. */
  private static final int LONGEST = 100;

  /** The window may be about to listen, a moment after it took the lock. */
  private static final int ATTEMPTS = 20;

  private static final Duration BETWEEN = Duration.ofMillis(50);
  private static final int ANSWER_SECONDS = 5;
  private static final byte[] TAKEN = {1};

  private final Path data;
  private final Path socket;
  private boolean isLockable = true;
  private @Nullable TryLock held;
  private @Nullable ServerSocketChannel server;

  private OneWindow(Path data, Path socket) {
    this.data = data;
    this.socket = socket;
  }

  /** Of the folders; nothing happens yet. */
  static OneWindow of(AppFolders folders) {
    return in(folders.data(), System.getenv("XDG_RUNTIME_DIR"));
  }

  /**
   * Likewise.
   *
   * @param runtime the system's folder for sockets, where it has one
   */
  static OneWindow in(Path data, @Nullable String runtime) {
    Path whole = data.toAbsolutePath().normalize();
    Path place =
        runtime != null && Files.isDirectory(Path.of(runtime))
            ? Path.of(runtime, "inkling-" + Integer.toHexString(whole.toString().hashCode()))
            : whole.resolve("window-socket");
    return new OneWindow(whole, place);
  }

  /**
   * Asks the window that is there to come to the front and to open a file.
   *
   * @return false where there is none, and this may be the one
   */
  boolean isShownElsewhere(Optional<Path> file) {
    for (int attempt = 0; attempt < ATTEMPTS && !hold() && isLockable; attempt++) {
      if (ask(file)) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return false;
  }

  /** Tries to be the one. */
  private boolean hold() {
    if (held != null) {
      return true;
    }
    try {
      held = TryLock.take(Files.createDirectories(data), LOCK).orElse(null);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "no lock", e);
      isLockable = false;
    }
    return held != null;
  }

  private boolean ask(Optional<Path> file) {
    try {
      return CompletableFuture.supplyAsync(() -> isAnswered(file), Thread::startVirtualThread)
          .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private boolean isAnswered(Optional<Path> file) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      String path = file.map(each -> each.toAbsolutePath().toString()).orElse("");
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(path);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.shutdownOutput();
      return channel.read(ByteBuffer.allocate(1)) == 1;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "nobody listens", e);
      return false;
    }
  }

  /**
   * Listens for other starts, if this is the one.
   *
   * @param onAsked hears on a thread of its own that the window is wanted, and with which file
   */
  void listen(Consumer<Optional<Path>> onAsked) {
    if (!hold() || socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return;
    }
    try {
      Files.deleteIfExists(socket); // of one that died
      ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server = opened;
      opened.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofPlatform().daemon().name("other starts").start(() -> accept(opened, onAsked));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "other starts open windows of their own", e);
      close();
    }
  }

  private static void accept(ServerSocketChannel server, Consumer<Optional<Path>> onAsked) {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        Thread.startVirtualThread(() -> answer(channel, onAsked));
      } catch (IOException e) {
        LOG.log(Level.FINE, "closed", e);
      }
    }
  }

  private static void answer(SocketChannel channel, Consumer<Optional<Path>> onAsked) {
    try (channel) {
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      String path = new String(bytes, StandardCharsets.UTF_8);
      onAsked.accept(path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path)));
      channel.write(ByteBuffer.wrap(TAKEN));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "another start was not understood", e);
    }
  }

  /** Somebody else can be the one; the lock goes last. */
  @Override
  public void close() {
    try {
      if (server != null) {
        server.close();
        Files.deleteIfExists(socket);
      }
      if (held != null) {
        held.close();
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "on closing", e);
    }
    server = null;
    held = null;
  }
}
