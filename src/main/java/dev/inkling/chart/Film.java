package dev.inkling.chart;

import dev.inkling.file.AnimatedGif;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.PngFile;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Figures that follow each other, to be written into a file. They are painted one by one when that
 * is done, on whatever thread does it.
 *
 * @param frames in order
 * @param sheet what each is painted on
 * @param milliseconds for which each is shown
 * @param rest milliseconds for which the last one is shown
 */
public record Film(List<Figure> frames, Sheet sheet, int milliseconds, int rest) {
  /** A copy of the list. */
  public Film {
    frames = List.copyOf(frames);
  }

  /**
   * What figures are painted on.
   *
   * @param width in logical pixels
   * @param height in logical pixels
   * @param scale pixels of the picture in a logical pixel, above 0
   */
  public record Sheet(Look look, int width, int height, double scale) {
    /** A figure as a picture. */
    public BufferedImage picture(Figure figure) {
      return PngChart.of(figure, look, width, height, scale);
    }
  }

  /** An animated GIF, which begins anew for ever. */
  public AtomicFile.Content gif() {
    return out -> {
      try (AnimatedGif gif = new AnimatedGif(out)) {
        for (int i = 0; i < frames.size(); i++) {
          boolean isLast = i == frames.size() - 1;
          gif.add(sheet.picture(frames.get(i)), isLast ? rest : milliseconds);
        }
      }
    };
  }

  /** A zip with a PNG for each frame, numbered from 001. */
  public AtomicFile.Content zip() {
    return out -> {
      ZipOutputStream zip = new ZipOutputStream(out);
      for (int i = 0; i < frames.size(); i++) {
        zip.putNextEntry(new ZipEntry(String.format(Locale.ROOT, "%03d.png", i + 1)));
        PngFile.write(zip, sheet.picture(frames.get(i)));
        zip.closeEntry();
      }
      zip.finish();
    };
  }
}
