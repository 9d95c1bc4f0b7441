package dev.inkling.data;

import dev.inkling.image.Framing;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * MNIST in a folder of the user's cache, downloaded when it is first asked for. Each file is
 * written beside its place, checked, and only then moved there.
 */
public final class Mnist {
  /** Its training images without those held out. */
  static final int TRAINING_IMAGES = 55_000;

  /** Two public mirrors, tried in turn. */
  public static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  /** The four files with the MD5 of their uncompressed content. */
  private static final List<RemoteFile> FILES =
      List.of(
          new RemoteFile("train-images-idx3-ubyte.gz", "6bbc9ace898e44ae57da46a324031adb"),
          new RemoteFile("train-labels-idx1-ubyte.gz", "a25bea736e30d166cdddb491f175f624"),
          new RemoteFile("t10k-images-idx3-ubyte.gz", "2646ac647ad5339dbf082846283269ea"),
          new RemoteFile("t10k-labels-idx1-ubyte.gz", "27ae3e4e09519cfbb04c329615203637"));

  private static final int TEST_COUNT = 10_000;

  private final Path folder;
  private final List<URI> mirrors;
  private final List<RemoteFile> files;

  /**
   * A file to download.
   *
   * @param name below a mirror's address
   * @param md5 of the uncompressed content, 32 hexadecimal digits
   */
  public record RemoteFile(String name, String md5) {}

  /** Hears how a download goes on. */
  public interface Progress {
    /**
     * Called often, from the downloading thread.
     *
     * @param file that is being downloaded
     * @param bytes that have come so far
     * @param total bytes of the file, or -1 when the server does not say
     */
    void downloaded(String file, long bytes, long total);
  }

  /** MNIST kept in a folder, from the public mirrors. */
  public Mnist(Path folder) {
    this(folder, MIRRORS, FILES);
  }

  Mnist(Path folder, List<URI> mirrors, List<RemoteFile> files) {
    this.folder = folder;
    this.mirrors = mirrors;
    this.files = files;
  }

  /** True when all files are there, so that nothing has to be downloaded. */
  public boolean isComplete() {
    return files.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file.name)));
  }

  /** True when a data set is MNIST, whatever folder it came from: by its images' checksum. */
  static boolean isMnist(Digits training, Digits test) {
    return md5(training).equals(FILES.get(0).md5) && md5(test).equals(FILES.get(2).md5);
  }

  /** True when these images are MNIST's test set, whole and in its order. */
  public static boolean isTest(Digits digits) {
    return digits.count() == TEST_COUNT
        && digits.labels().length == TEST_COUNT
        && md5(digits).equals(FILES.get(2).md5);
  }

  /** MD5 of the IDX file of these images. */
  private static String md5(Digits digits) {
    MessageDigest md5 = newMd5();
    ByteBuffer header = ByteBuffer.allocate(16);
    header.putInt(Idx.IMAGES).putInt(digits.count()).putInt(Framing.SIZE).putInt(Framing.SIZE);
    md5.update(header.array());
    md5.update(digits.pixels());
    return HexFormat.of().formatHex(md5.digest());
  }

  private static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5"); // it tells a damaged file, not an attacker
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The folder with all four files; downloads those that are missing.
   *
   * @throws Problem when no mirror gave a file, which says what works without one
   */
  public Path fetch(Progress progress) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Problem(e, "problem.folder.unwritable", folder);
    }
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      for (RemoteFile file : files) {
        if (!Files.isRegularFile(folder.resolve(file.name))) {
          fetch(client, file, progress);
        }
      }
    }
    return folder;
  }

  private void fetch(HttpClient client, RemoteFile file, Progress progress) {
    Problem last = null;
    for (URI mirror : mirrors) {
      try {
        download(client, mirror.resolve(file.name), file, progress);
        return;
      } catch (IOException e) {
        last = new Problem(e, "problem.mnist.offline", file.name, mirrors.size());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Problem(e, "problem.mnist.interrupted");
      } catch (Problem e) {
        last = e;
      }
    }
    throw last;
  }

  private void download(HttpClient client, URI from, RemoteFile file, Progress progress)
      throws IOException, InterruptedException {
    Path beside = Files.createTempFile(folder, file.name, ".part");
    try {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(from).timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IOException(from + " answered " + response.statusCode());
      }
      long total = response.headers().firstValueAsLong("content-length").orElse(-1);
      try (InputStream in = response.body();
          OutputStream out = Files.newOutputStream(beside)) {
        copy(in, out, file.name, total, progress);
      }
      if (!md5(beside).equals(file.md5)) {
        throw new Problem("problem.mnist.checksum", file.name);
      }
      Files.move(beside, folder.resolve(file.name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void copy(
      InputStream in, OutputStream out, String name, long total, Progress progress)
      throws IOException {
    byte[] buffer = new byte[1 << 15];
    long done = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      done += n;
      progress.downloaded(name, done, total);
    }
  }

  /** MD5 of a gzip file's content. */
  private static String md5(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file); // closed even where it is no gzip file
        DigestInputStream in = new DigestInputStream(new GZIPInputStream(raw), newMd5())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }
}
