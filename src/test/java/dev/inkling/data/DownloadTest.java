package dev.inkling.data;

import static dev.inkling.support.IdxFiles.gzip;

import dev.inkling.data.RemoteImages.RemoteFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Downloads of small files that nobody needs to have. */
class DownloadTest extends DownloadCases {
  private static final Map<String, byte[]> PLAIN =
      Map.of(
          "first.gz",
          noise(100_000),
          "second.gz",
          "the second file".getBytes(StandardCharsets.UTF_8));

  /** What cannot be compressed, so that the file is about as long. */
  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    return noise;
  }

  @Override
  List<RemoteFile> files() {
    return List.of(remote("first.gz"), remote("second.gz"));
  }

  private static RemoteFile remote(String name) {
    return new RemoteFile(name, MirroredTest.md5(PLAIN.get(name)));
  }

  @Override
  byte[] content(String name) {
    return gzip(PLAIN.get(name));
  }
}
