package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Idx.Part;
import dev.inkling.data.RemoteImages.RemoteFile;
import dev.inkling.support.RealMnist;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downloads of the real MNIST from this machine, with the checksums that the program goes by. */
class RealDownloadTest extends DownloadCases {
  private Path real;

  @BeforeEach
  @Override
  void start() throws IOException {
    real = RealMnist.folder();
    super.start();
  }

  @Override
  List<RemoteFile> files() {
    return RemoteImages.MNIST.files();
  }

  @Override
  byte[] content(String name) {
    try {
      return Files.readAllBytes(real.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyChecksumIsThatOfTheRealFile() throws Exception {
    for (RemoteFile file : RemoteImages.MNIST.files()) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(real.resolve(file.name())))) {
        byte[] md5 = MessageDigest.getInstance("MD5").digest(in.readAllBytes());
        assertThat(file.md5()).as(file.name()).isEqualTo(HexFormat.of().formatHex(md5));
      }
    }
  }

  @Test
  void theRealImagesAreKnownFromAnyFolder() {
    DataSource source = new DataSource(RemoteImages.MNIST.in(folder), new DrawingStore(folder));

    DataSet data = source.load(real.toString(), (_, _, _) -> {});

    assertThat(data.name()).isEqualTo(DataSource.MNIST);
    assertThat(data.train().count()).isEqualTo(RemoteImages.MNIST.trainingImages());
    assertThat(RemoteImages.MNIST.isTest(data.test())).isTrue();
    assertThat(RemoteImages.MNIST.isTest(Idx.read(real, Part.TRAIN))).isFalse();
  }
}
