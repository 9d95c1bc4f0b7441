package dev.inkling.support;

import dev.inkling.data.Digits;
import dev.inkling.data.Idx;
import dev.inkling.data.Idx.Part;
import dev.inkling.data.Synthetic;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Raster;
import dev.inkling.ink.StrokesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Compares the pad's ink with MNIST's by class: mass, stroke width, grey edges and the mean image.
 * Arguments: a folder with MNIST and a file of labeled strokes. Its figures stand in
 * docs/experiments.md.
 */
public final class InkStatistics {
  private final int label;
  private final float[] mean = new float[Digits.PIXELS];
  private int count;
  private double mass;
  private double width;
  private double grey;

  private InkStatistics(Digits digits, int label) {
    this.label = label;
    for (int i = 0; i < digits.count(); i++) {
      if (digits.label(i) == label) {
        add(digits.image(i));
      }
    }
  }

  private void add(GreyImage image) {
    double ink = 0;
    double rim = 0;
    int touched = 0;
    int between = 0;
    for (int p = 0; p < Digits.PIXELS; p++) {
      float here = image.ink()[p];
      mean[p] += here;
      ink += here;
      touched += here > 0 ? 1 : 0;
      between += here > 0.05 && here < 0.95 ? 1 : 0;
      rim += p % 28 == 27 ? 0 : Math.abs(here - image.ink()[p + 1]);
      rim += p >= 27 * 28 ? 0 : Math.abs(here - image.ink()[p + 28]);
    }
    count++;
    mass += ink;
    // A stroke of length l and width w has the mass l·w and a rim of 2·l, which the sum of the
    // steps along both axes overstates by 4/π, the mean over all directions.
    width += 2 * ink / (rim * Math.PI / 4);
    grey += (double) between / touched;
  }

  private String text() {
    return String.format(
        Locale.ROOT, "%6.1f %5.2f %4.0f %%", mass / count, width / count, 100 * grey / count);
  }

  /** Cosine of the angle between two mean images, 1 for the same. */
  private double likeness(InkStatistics other) {
    double product = 0;
    double own = 0;
    double others = 0;
    for (int p = 0; p < mean.length; p++) {
      product += (double) mean[p] * other.mean[p];
      own += (double) mean[p] * mean[p];
      others += (double) other.mean[p] * other.mean[p];
    }
    return product / Math.sqrt(own * others);
  }

  private static Digits read(Path strokes) {
    List<StrokesFile.Line> lines = StrokesFile.read(strokes);
    byte[] pixels = new byte[lines.size() * Digits.PIXELS];
    byte[] labels = new byte[lines.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = lines.get(i).label().byteValue();
      float[] ink = Framing.frame(Raster.of(lines.get(i).drawing())).orElseThrow().ink();
      for (int p = 0; p < Digits.PIXELS; p++) {
        pixels[i * Digits.PIXELS + p] = (byte) Math.round(ink[p] * 255);
      }
    }
    return new Digits(pixels, labels);
  }

  /** Prints a line a class. */
  public static void main(String[] arguments) {
    Digits scans = Idx.read(Path.of(arguments[0]), Part.TRAIN).range(0, 55_000);
    Digits pen = read(Path.of(arguments[1]));
    Digits written = Synthetic.digits(20_000, 1);
    System.out.println("class | MNIST mass width grey | pen | written | mean image: pen, written");
    for (int k = 0; k < Digits.CLASSES; k++) {
      InkStatistics mnist = new InkStatistics(scans, k);
      InkStatistics drawn = new InkStatistics(pen, k);
      InkStatistics own = new InkStatistics(written, k);
      System.out.printf(
          Locale.ROOT,
          "%d | %s | %s | %s | %.3f %.3f%n",
          mnist.label,
          mnist.text(),
          drawn.text(),
          own.text(),
          mnist.likeness(drawn),
          mnist.likeness(own));
    }
  }
}
