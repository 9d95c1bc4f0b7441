package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;

class FilmTest {
  private static final Film FILM =
      new Film(
          List.of(bars(0.1), bars(0.5), bars(0.9)),
          new Film.Sheet(Look.PAPER, 120, 80, 2),
          500,
          2_000);

  private static Figure bars(double value) {
    return BarFigure.of("", "", List.of("7"), new double[] {value}, 0);
  }

  @Test
  void aGifHasAllFramesInItsScale() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FILM.gif().writeTo(out);

    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray())));
    assertThat(reader.getNumImages(true)).isEqualTo(3);
    assertThat(reader.read(0).getWidth()).isEqualTo(240);
    assertThat(reader.read(0).getHeight()).isEqualTo(160);
  }

  @Test
  void aZipHasAPictureForEachFrame() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FILM.zip().writeTo(out);

    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(ImageIO.read(new ByteArrayInputStream(zip.readAllBytes())).getWidth())
            .isEqualTo(240);
      }
    }
    assertThat(names).containsExactly("001.png", "002.png", "003.png");
  }
}
