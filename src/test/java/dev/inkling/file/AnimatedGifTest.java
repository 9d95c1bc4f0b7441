package dev.inkling.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class AnimatedGifTest {
  private static final Color[] COLORS = {Color.WHITE, new Color(0x0071bd), new Color(0xc24c00)};

  /** A frame of one colour with a square of another. */
  private static BufferedImage frame(Color paper, Color square, int x) {
    BufferedImage frame = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    var graphics = frame.createGraphics();
    graphics.setColor(paper);
    graphics.fillRect(0, 0, 60, 40);
    graphics.setColor(square);
    graphics.fillRect(x, 10, 10, 10);
    graphics.dispose();
    return frame;
  }

  private static byte[] gif(List<BufferedImage> frames, int... delays) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AnimatedGif gif = new AnimatedGif(out)) {
      for (int i = 0; i < frames.size(); i++) {
        gif.add(frames.get(i), delays[i]);
      }
    }
    return out.toByteArray();
  }

  /** A frame as ImageIO reads it: what is not new is transparent. */
  private static ImageReader reader(byte[] gif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    return reader;
  }

  private static IIOMetadataNode part(ImageReader reader, int frame, String name)
      throws IOException {
    var metadata = reader.getImageMetadata(frame);
    var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
  }

  @Test
  void allFramesAndTheirTimesAreReadBack() throws IOException {
    List<BufferedImage> frames = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      frames.add(frame(COLORS[0], COLORS[1 + i % 2], 10 * i));
    }

    ImageReader reader = reader(gif(frames, 80, 350, 500, 2_000));

    assertThat(reader.getNumImages(true)).isEqualTo(4);
    String[] hundredths = {"8", "35", "50", "200"};
    for (int i = 0; i < 4; i++) {
      assertThat(part(reader, i, "GraphicControlExtension").getAttribute("delayTime"))
          .isEqualTo(hundredths[i]);
    }
    assertThat(part(reader, 0, "ApplicationExtension").getAttribute("applicationID"))
        .isEqualTo("NETSCAPE");
    BufferedImage seen = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 4; i++) {
      seen.createGraphics().drawImage(reader.read(i), 0, 0, null);
      assertThat(pixels(seen)).as("frame %d", i).isEqualTo(pixels(frames.get(i)));
    }
  }

  @Test
  void flatColoursStayWhereThereAreTooMany() throws IOException {
    BufferedImage many = frame(COLORS[0], COLORS[1], 10);
    for (int i = 0; i < 600; i++) {
      many.setRGB(i % 60, 25 + i / 60, 0x100000 + 97 * i);
    }

    BufferedImage read = reader(gif(List.of(many), 100)).read(0);

    assertThat(read.getRGB(0, 0)).isEqualTo(Color.WHITE.getRGB());
    assertThat(read.getRGB(15, 15)).isEqualTo(COLORS[1].getRGB());
    for (int i = 0; i < 600; i++) { // 47 cells of 16×16×16 have them all
      int before = many.getRGB(i % 60, 25 + i / 60);
      int after = read.getRGB(i % 60, 25 + i / 60);
      for (int shift = 0; shift < 24; shift += 8) {
        assertThat((after >> shift & 0xff) - (before >> shift & 0xff)).isBetween(-24, 24);
      }
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
