package dev.inkling.support;

import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Raster;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

/**
 * Photos of paper, blank or written on, made by hand for tests: where light falls, what is printed
 * on it, what the camera adds. Brightness is 0…1 in three colours; each method adds to the photo.
 */
public final class Papers {
  private final int width;
  private final int height;
  private final Random random;
  private final float[][] colours;

  /** White paper in even light. */
  public Papers(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    random = new Random(seed);
    colours = new float[3][width * height];
    paper(0.86, 0.85, 0.82);
  }

  /** How light changes at a pixel. */
  private interface Change {
    double at(int x, int y, double light);
  }

  private Papers each(Change change) {
    for (float[] colour : colours) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          colour[y * width + x] = (float) change.at(x, y, colour[y * width + x]);
        }
      }
    }
    return this;
  }

  /** Paper of a colour. */
  public Papers paper(double red, double green, double blue) {
    double[] values = {red, green, blue};
    for (int c = 0; c < 3; c++) {
      Arrays.fill(colours[c], (float) values[c]);
    }
    return this;
  }

  /** What is written, in an ink of a colour, the strength of which is the ink's. */
  public Papers written(Drawing drawing, double red, double green, double blue) {
    int side = Math.min(width, height);
    GreyImage ink = Raster.of(drawing, side);
    double[] values = {red, green, blue};
    int left = (width - side) / 2;
    int top = (height - side) / 2;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int i = (top + y) * width + left + x;
          float strength = ink.at(x, y);
          colours[c][i] = (float) (colours[c][i] * (1 - strength) + values[c] * strength);
        }
      }
    }
    return this;
  }

  /** Lines to write on, or squares. */
  public Papers ruled(double distance, double thickness, double strength, boolean squares) {
    double slope = random.nextDouble(-0.03, 0.03);
    double from = random.nextDouble(distance);
    return each(
        (x, y, light) -> {
          double along = y + slope * x + from;
          double across = x - slope * y + from;
          boolean isOn =
              along % distance < thickness || (squares && (across + width) % distance < thickness);
          return isOn ? light * (1 - strength) : light;
        });
  }

  /** A shadow's edge that runs across; {@code soft} pixels wide. */
  public Papers shadow(double strength, double soft) {
    double angle = random.nextDouble(Math.PI);
    double off = random.nextDouble(-0.2, 0.2) * width;
    return each(
        (x, y, light) -> {
          double d =
              (x - width / 2.0) * Math.cos(angle) + (y - height / 2.0) * Math.sin(angle) - off;
          return light * (1 - strength * Math.clamp(d / soft + 0.5, 0, 1));
        });
  }

  /** Light that falls off to the corners. */
  public Papers vignette(double strength) {
    return each(
        (x, y, light) -> {
          double r = Math.hypot(2.0 * x / width - 1, 2.0 * y / height - 1) / Math.sqrt(2);
          return light * (1 - strength * r * r);
        });
  }

  /** A dark line around the picture's edge, as a cell or a scan has it. */
  public Papers border(double thickness, double strength) {
    return each(
        (x, y, light) ->
            Math.min(Math.min(x, y), Math.min(width - 1 - x, height - 1 - y)) < thickness
                ? light * (1 - strength)
                : light);
  }

  /** A printed box within the picture, so far from its edges. */
  public Papers boxed(int margin, int thickness) {
    return each(
        (x, y, light) -> {
          int in = Math.min(Math.min(x, y), Math.min(width - 1 - x, height - 1 - y)) - margin;
          return in >= 0 && in < thickness ? light * 0.25 : light;
        });
  }

  /** The camera's noise. */
  public Papers noise(double deviation) {
    return each((x, y, light) -> light + deviation * random.nextGaussian());
  }

  /** Fibres: noise in spots of some pixels. */
  public Papers texture(int grain, double deviation) {
    int w = width / grain + 2;
    double[] spots = new double[w * (height / grain + 2)];
    for (int i = 0; i < spots.length; i++) {
      spots[i] = deviation * random.nextGaussian();
    }
    return each(
        (x, y, light) -> {
          double u = (double) x / grain;
          double v = (double) y / grain;
          int i = y / grain * w + x / grain;
          double a = u - Math.floor(u);
          double b = v - Math.floor(v);
          double top = (1 - a) * spots[i] + a * spots[i + 1];
          double bottom = (1 - a) * spots[i + w] + a * spots[i + w + 1];
          return light + (1 - b) * top + b * bottom;
        });
  }

  /** Paper that was crumpled and smoothed: facets that face the light more and less. */
  public Papers crumpled(int creases, double strength) {
    for (int k = 0; k < creases; k++) {
      double angle = random.nextDouble(2 * Math.PI);
      double x0 = random.nextDouble(width);
      double y0 = random.nextDouble(height);
      double lift = strength * random.nextGaussian();
      double reach = random.nextDouble(0.1, 0.5) * width;
      each(
          (x, y, light) -> {
            double d = (x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle);
            return d < 0 ? light : light * (1 - lift * Math.exp(-d / reach));
          });
    }
    return this;
  }

  /** Thin waves all over, as on cheques. */
  public Papers patterned(double distance, double strength) {
    double angle = random.nextDouble(-0.6, 0.6);
    double length = random.nextDouble(30, 80);
    return each(
        (x, y, light) -> {
          double along = x * Math.cos(angle) + y * Math.sin(angle);
          double across = y * Math.cos(angle) - x * Math.sin(angle);
          double wave =
              Math.sin(2 * Math.PI * (across + 3 * Math.sin(along / length * 6)) / distance);
          return light * (1 - strength * Math.max(0, wave));
        });
  }

  /** The page's right edge, aslant, and a dark desk beyond. */
  public Papers desk() {
    return each((x, y, light) -> x + 0.12 * y > 0.95 * width ? 0.3 : light);
  }

  /** Specks of dirt. */
  public Papers specks(int count, double size) {
    for (int k = 0; k < count; k++) {
      double x0 = random.nextDouble(width);
      double y0 = random.nextDouble(height);
      each((x, y, light) -> Math.hypot(x - x0, y - y0) < size ? light * 0.4 : light);
    }
    return this;
  }

  /** Out of focus: means over squares. */
  public Papers blurred(int radius) {
    for (float[] colour : colours) {
      for (int pass = 0; pass < 2; pass++) {
        float[] from = colour.clone();
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            float sum = 0;
            int count = 0;
            for (int j = Math.max(0, y - radius); j <= Math.min(height - 1, y + radius); j++) {
              for (int i = Math.max(0, x - radius); i <= Math.min(width - 1, x + radius); i++) {
                sum += from[j * width + i];
                count++;
              }
            }
            colour[y * width + x] = sum / count;
          }
        }
      }
    }
    return this;
  }

  /** The photo. */
  public BufferedImage picture() {
    return Pictures.picture(
        BufferedImage.TYPE_INT_RGB,
        width,
        height,
        (x, y) -> {
          int i = y * width + x;
          int argb = 0xff;
          for (float[] colour : colours) {
            argb = argb << 8 | Math.round(Math.clamp(colour[i], 0, 1) * 255);
          }
          return argb;
        });
  }

  /** One of many kinds of blank paper. */
  public static BufferedImage blank(int number) {
    Random random = new Random(number);
    int width = random.nextInt(120, 420);
    Papers paper = new Papers(width, (int) Math.round(width * random.nextDouble(0.6, 1.6)), number);
    if (random.nextInt(3) == 0) {
      paper.paper(random.nextDouble(0.3, 1), random.nextDouble(0.3, 1), random.nextDouble(0.3, 1));
    }
    double size = width;
    switch (number % 8) {
      case 0 -> {}
      case 1 ->
          paper.ruled(
              size * random.nextDouble(0.06, 0.2),
              Math.max(1, size * random.nextDouble(0.002, 0.008)),
              random.nextDouble(0.1, 0.6),
              false);
      case 2 ->
          paper.ruled(
              size * random.nextDouble(0.04, 0.15),
              Math.max(1, size * random.nextDouble(0.002, 0.006)),
              random.nextDouble(0.1, 0.5),
              true);
      case 3 -> paper.shadow(random.nextDouble(0.1, 0.6), size * random.nextDouble(0.01, 0.4));
      case 4 -> paper.texture(random.nextInt(1, 6), random.nextDouble(0.005, 0.04));
      case 5 -> paper.crumpled(random.nextInt(4, 25), random.nextDouble(0.02, 0.12));
      case 6 -> paper.vignette(random.nextDouble(0.2, 0.7));
      default -> paper.patterned(random.nextDouble(4, 12), random.nextDouble(0.05, 0.25));
    }
    if (random.nextInt(3) == 0) {
      paper.shadow(random.nextDouble(0.1, 0.4), size * random.nextDouble(0.05, 0.4));
    }
    if (random.nextInt(4) == 0) {
      paper.border(Math.max(1, size * 0.02), random.nextDouble(0.3, 0.9));
    }
    if (random.nextInt(3) == 0) {
      paper.blurred(1);
    }
    return paper.noise(random.nextDouble(0.002, 0.03)).picture();
  }
}
