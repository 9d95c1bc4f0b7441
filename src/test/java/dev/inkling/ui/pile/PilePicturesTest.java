package dev.inkling.ui.pile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PilePicturesTest {
  @TempDir Path home;

  private BufferedImage shown(Color ink) {
    BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(ink);
    graphics.fillRect(15, 5, 10, 30);
    graphics.dispose();
    Path file = Pictures.write(picture, "png", home.resolve("ink.png"));
    List<BufferedImage> shown = new ArrayList<>();
    new PilePictures(TestStudio.BACKGROUND).show(file.toString(), () -> true, shown::add);
    return shown.getFirst();
  }

  @Test
  void inkWithoutPaperIsShownOnPaperAsItIsRead() {
    BufferedImage dark = shown(Color.BLACK);
    assertThat(new Color(dark.getRGB(1, 1), true)).isEqualTo(Color.WHITE);
    assertThat(new Color(dark.getRGB(20, 20), true)).isEqualTo(Color.BLACK);

    BufferedImage light = shown(Color.WHITE);
    assertThat(new Color(light.getRGB(1, 1), true)).isEqualTo(Color.BLACK);
    assertThat(new Color(light.getRGB(20, 20), true)).isEqualTo(Color.WHITE);
  }
}
