package dev.inkling.data;

import dev.inkling.data.RemoteImages.RemoteFile;
import dev.inkling.file.FolderLock;
import dev.inkling.file.WriteProblem;
import dev.inkling.image.Framing;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * A data set in a folder of the user's cache, downloaded when it is first asked for. Each file is
 * written beside its place, checked, and only then moved there. A download that breaks off leaves
 * what came in one file of a fixed name, and the next one goes on behind it. A lock on the folder
 * lets one thread of one program download at a time: another one waits and finds the files there.
 */
public final class Mirrored {
  /** How the keys begin of all that goes wrong with a download. */
  public static final String PROBLEMS = "problem.download.";

  /** How long a mirror may send nothing; a slow one that sends something goes on. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final String called;
  private final List<URI> mirrors;
  private final List<RemoteFile> files;
  private final Duration patience;

  /**
   * Files in a folder, or to be downloaded there.
   *
   * @param called what people call the data set
   * @param patience how long a mirror may send nothing
   */
  Mirrored(
      Path folder, String called, List<URI> mirrors, List<RemoteFile> files, Duration patience) {
    this.folder = folder;
    this.called = called;
    this.mirrors = mirrors;
    this.files = files;
    this.patience = patience;
  }

  /** True when all files are there, so that nothing has to be downloaded. */
  public boolean isComplete() {
    return files.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file.name())));
  }

  /** Where it is kept, or would be. */
  Path folder() {
    return folder;
  }

  /** True when images are those of these files, whatever folder they came from: by checksums. */
  boolean has(Digits training, Digits test) {
    return md5OfLabels(training).equals(files.get(1).md5())
        && md5(training).equals(files.get(0).md5())
        && hasTest(test);
  }

  /** True when these are its test images, whatever folder they came from. */
  boolean hasTest(Digits test) {
    return md5OfLabels(test).equals(files.get(3).md5()) && md5(test).equals(files.get(2).md5());
  }

  /** MD5 of the IDX file of these images. */
  static String md5(Digits digits) {
    MessageDigest md5 = newMd5();
    ByteBuffer header = ByteBuffer.allocate(16);
    header.putInt(Idx.IMAGES).putInt(digits.count()).putInt(Framing.SIZE).putInt(Framing.SIZE);
    md5.update(header.array());
    md5.update(digits.pixels());
    return HexFormat.of().formatHex(md5.digest());
  }

  /** MD5 of the IDX file of these labels. */
  private static String md5OfLabels(Digits digits) {
    MessageDigest md5 = newMd5();
    md5.update(ByteBuffer.allocate(8).putInt(Idx.LABELS).putInt(digits.count()).array());
    md5.update(digits.labels());
    return HexFormat.of().formatHex(md5.digest());
  }

  static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5"); // it tells a damaged file, not an attacker
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The folder with all four files; downloads those that are missing, or what is missing of them.
   *
   * @throws Problem when no mirror gave a file, which says what works without one, or when the
   *     thread was interrupted, which stays so
   */
  public Path fetch(DownloadProgress progress) {
    if (isComplete()) {
      return folder;
    }
    try {
      Files.createDirectories(folder);
      try (FolderLock _ = FolderLock.of(folder)) {
        sweep();
        download(progress);
      }
    } catch (InterruptedException | ClosedByInterruptException | FileLockInterruptionException e) {
      Thread.currentThread().interrupt();
      throw new Problem(e, PROBLEMS + "interrupted");
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
    return folder;
  }

  /** Deletes what earlier versions, which gave each download a name of its own, left behind. */
  private void sweep() throws IOException {
    for (RemoteFile file : files) {
      try (var parts = Files.newDirectoryStream(folder, file.name() + "[0-9]*.part")) {
        for (Path part : parts) {
          Files.delete(part);
        }
      }
    }
  }

  private void download(DownloadProgress progress) throws InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      for (RemoteFile file : files) {
        Path place = folder.resolve(file.name());
        if (!Files.isRegularFile(place)) {
          download(file, new Download(client, place, called, file, patience, progress));
        }
      }
    } finally {
      client.shutdownNow(); // and not close, which waits for an answer that hangs
    }
  }

  private void download(RemoteFile file, Download download) throws InterruptedException {
    Problem last = null;
    for (URI mirror : mirrors) {
      try {
        download.from(mirror.resolve(file.name()));
        return;
      } catch (Download.Failed e) {
        last = e;
      } catch (IOException e) {
        throw new Problem(e, "problem.file.unwritable", folder.resolve(file.name()));
      }
    }
    throw last;
  }
}
