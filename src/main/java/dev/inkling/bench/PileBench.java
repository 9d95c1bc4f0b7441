package dev.inkling.bench;

import dev.inkling.data.Synthetic;
import dev.inkling.file.Folders;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Raster;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.pile.Pile;
import dev.inkling.pile.PileEntries;
import dev.inkling.pile.PileReader;
import dev.inkling.pile.PileRun;
import dev.inkling.recognize.LineReader;
import dev.inkling.text.Messages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * How many pictures a second are read from a folder, as {@code inkling recognize DIR --csv} reads
 * them: digits that Inkling writes, as drawing programs keep them and as a camera sees them.
 */
final class PileBench {
  private static final int DIGITS = 20_000;
  private static final int SIDE = 100;
  private static final int PHOTOS = 240;
  private static final int PHOTO_WIDTH = 1600;
  private static final int PHOTO_HEIGHT = 1250;
  private static final int ROUNDS = 3;

  private final Model model;
  private final Supplier<LineReader> lines;

  PileBench(Model model, Supplier<LineReader> lines) {
    this.model = model;
    this.lines = lines;
  }

  /** Measures in a folder that is deleted when it is done; a round that does not count is first. */
  List<BenchRow> measure() throws IOException {
    Path folder = Files.createTempDirectory("inkling-piles");
    try (PileRun run =
        new PileRun(
            PileRun.threads(),
            () ->
                new PileReader(
                    Classifier.oneByOne(model), lines.get(), new Messages(Locale.ENGLISH)))) {
      Path digits = written(folder.resolve("digits"), DIGITS, "png", PileBench::digit);
      Path photos = written(folder.resolve("photos"), PHOTOS, "jpg", PileBench::photo);
      return List.of(
          BenchRow.of("pile-digits", "pictures/s", rates(run, digits, DIGITS)),
          BenchRow.of("pile-photos", "pictures/s", rates(run, photos, PHOTOS)),
          BenchRow.of("pile-most-memory", "MB", Memory.mostMegabytes()));
    } finally {
      Folders.delete(folder);
    }
  }

  private static double[] rates(PileRun run, Path folder, int count) {
    double[] rates = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      int[] rows = new int[1];
      try (PileEntries entries = Pile.of(folder.toString()).entries()) {
        run.read(entries, more -> rows[0] += more.size());
      }
      if (rows[0] != count) {
        throw new IllegalStateException(rows[0] + " rows");
      }
      if (round >= 0) {
        rates[round] = count / ((System.nanoTime() - begin) / 1e9);
      }
    }
    return rates;
  }

  private interface Maker {
    BufferedImage picture(int digit, SplittableRandom random);
  }

  private static Path written(Path folder, int count, String format, Maker maker)
      throws IOException {
    Files.createDirectories(folder);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < count; i++) {
      BufferedImage picture = maker.picture(i % 10, random);
      ImageIO.write(picture, format, folder.resolve(i + "." + format).toFile());
    }
    return folder;
  }

  /** Dark on white. */
  private static BufferedImage digit(int digit, SplittableRandom random) {
    GreyImage ink = Raster.of(Synthetic.drawing(digit, random), SIDE);
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < SIDE * SIDE; i++) {
      picture.getRaster().setSample(i % SIDE, i / SIDE, 0, 255 - Math.round(255 * ink.ink()[i]));
    }
    return picture;
  }

  /** Blue ink on paper on which light falls from one side, with a camera's noise. */
  private static BufferedImage photo(int digit, SplittableRandom random) {
    GreyImage ink = Raster.of(Synthetic.drawing(digit, random), PHOTO_HEIGHT);
    int left = (PHOTO_WIDTH - PHOTO_HEIGHT) / 2;
    BufferedImage photo = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < PHOTO_HEIGHT; y++) {
      for (int x = 0; x < PHOTO_WIDTH; x++) {
        double light = 0.9 - 0.3 * x / PHOTO_WIDTH + 0.02 * random.nextGaussian();
        double strength = ink.orPaper(x - left, y);
        int red = level(light * (1 - 0.85 * strength));
        int blue = level(light * (1 - 0.5 * strength));
        photo.setRGB(x, y, red << 16 | red << 8 | blue);
      }
    }
    return photo;
  }

  private static int level(double value) {
    return (int) Math.round(255 * Math.clamp(value, 0, 1));
  }
}
