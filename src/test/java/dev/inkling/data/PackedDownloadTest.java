package dev.inkling.data;

import dev.inkling.data.RemoteImages.RemoteFile;
import dev.inkling.support.IdxFiles;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Downloads of files of which only the checksum as they come is known, as Fashion-MNIST's are. */
class PackedDownloadTest extends DownloadCases {
  private static final Map<String, byte[]> PACKED =
      Map.of("first.gz", IdxFiles.gzip(noise(100_000)), "second.gz", IdxFiles.gzip(noise(20)));

  /** What cannot be compressed, so that the file is about as long. */
  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(2).nextBytes(noise);
    return noise;
  }

  @Override
  List<RemoteFile> files() {
    return List.of(remote("first.gz"), remote("second.gz"));
  }

  private static RemoteFile remote(String name) {
    return new RemoteFile(name, MirroredTest.md5(PACKED.get(name)), true);
  }

  @Override
  byte[] content(String name) {
    return PACKED.get(name);
  }
}
