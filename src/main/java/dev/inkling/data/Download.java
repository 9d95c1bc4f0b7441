package dev.inkling.data;

import dev.inkling.data.RemoteImages.RemoteFile;
import dev.inkling.text.Problem;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a gzip file from the net to its place. What came before a connection broke stands beside
 * it, under its name with {@code .part}, and the next attempt goes on behind it, from whichever
 * mirror. Only what has the right checksum is moved to the place, and what has a wrong one is
 * deleted. Nobody else may bring the same file meanwhile; who calls sees to that.
 */
final class Download {
  /**
   * No file that is asked for is nearly as large; a body that does not end must not fill a disk.
   */
  static final long MOST_BYTES = 64 << 20;

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client;
  private final Path place;
  private final Path part;
  private final String called;
  private final RemoteFile file;
  private final Duration patience;
  private final DownloadProgress progress;

  /** One mirror did not give the file; another one may. */
  static final class Failed extends Problem {
    Failed(@Nullable Throwable cause, String key, Object... arguments) {
      super(cause, key, arguments);
    }
  }

  /**
   * A file that is to come.
   *
   * @param called what people call the data set that it is of
   * @param patience how long no byte may come
   */
  Download(
      HttpClient client,
      Path place,
      String called,
      RemoteFile file,
      Duration patience,
      DownloadProgress progress) {
    this.client = client;
    this.place = place;
    this.part = part(place);
    this.called = called;
    this.file = file;
    this.patience = patience;
    this.progress = progress;
  }

  /** Where what has come of a file stands until it is whole. */
  static Path part(Path place) {
    return place.resolveSibling(name(place) + ".part");
  }

  private static String name(Path place) {
    return place.getFileName().toString();
  }

  /**
   * Gets the file, or what is missing of it. When what was there and what came do not fit together,
   * it is got anew.
   *
   * @throws Failed when this address does not give the file
   * @throws IOException when it cannot be written
   */
  void from(URI address) throws IOException, InterruptedException {
    long had = Files.isRegularFile(part) ? Files.size(part) : 0;
    boolean isWhole = had > 0 && receive(address, had) && isWhole();
    if (!isWhole && !(receive(address, 0) && isWhole())) {
      Files.delete(part);
      throw new Failed(null, "problem.download.checksum", name(place));
    }
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** False when the server has nothing that belongs behind what is there, or far too much. */
  private boolean receive(URI address, long had) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (had > 0) {
      request.header("Range", "bytes=" + had + "-");
    }
    HttpResponse<InputStream> response =
        inTime(() -> client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    try (InputStream in = response.body()) { // closed before its end it ends the connection
      int status = response.statusCode();
      if (status == OK) {
        return save(in, 0, length(response));
      }
      if (had == 0 || (status != PARTIAL && status != RANGE_NOT_SATISFIABLE)) {
        throw new Failed(
            null, "problem.download.refused", called, name(place), address.getHost(), status);
      }
      boolean fits = status == PARTIAL && range(response).startsWith("bytes " + had + "-");
      return fits && save(in, had, had + length(response));
    }
  }

  private static String range(HttpResponse<?> response) {
    return response.headers().firstValue("content-range").orElse("");
  }

  /** Of the body; so much below 0 that it stays so when the server does not say. */
  private static long length(HttpResponse<?> response) {
    return response.headers().firstValueAsLong("content-length").orElse(Long.MIN_VALUE);
  }

  /** Writes a body behind what is there, or in its place. */
  private boolean save(InputStream in, long had, long total)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[1 << 15];
    long done = had;
    try (FileOutputStream out = new FileOutputStream(part.toFile(), had > 0)) {
      for (int n = read(in, buffer); n >= 0 && done <= MOST_BYTES; n = read(in, buffer)) {
        out.write(buffer, 0, n);
        done += n;
        progress.downloaded(name(place), done, Math.max(total, -1));
      }
      out.getFD().sync(); // a power cut would otherwise leave an empty file under the name
    }
    return done <= MOST_BYTES;
  }

  private int read(InputStream in, byte[] buffer) throws InterruptedException {
    return inTime(() -> in.read(buffer));
  }

  /** Lets the network do something, but does not wait for it longer than there is patience. */
  private <T> T inTime(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.startVirtualThread(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new Failed(e, "problem.download.stalled", called, name(place), patience.toSeconds());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw new Failed(broken, "problem.download.offline", called, name(place));
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private boolean isWhole() throws IOException {
    MessageDigest digest = Mirrored.newMd5();
    try (InputStream raw = Files.newInputStream(part); // closed even where it is no gzip file
        InputStream in =
            new DigestInputStream(file.isOfPacked() ? raw : new GZIPInputStream(raw), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException | ZipException e) {
      return false;
    }
    return HexFormat.of().formatHex(digest.digest()).equals(file.md5());
  }
}
