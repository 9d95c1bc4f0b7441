package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.text.Problem;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the ink in a picture: what differs from the paper, whether dark on light, light on dark or
 * on nothing at all (transparent), in even or slanting light.
 */
public final class InkFinder {
  /** Below this alpha (0…1) a pixel counts as transparent. */
  private static final double TRANSPARENT = 0.5;

  /** Transparent pixels, as a part of all, from which on transparency is the paper. */
  private static final double MUCH = 0.02;

  /** The least difference from the paper that can be ink, in 0…1 of brightness. */
  private static final double FAINTEST = 0.08;

  /** Half a grey level of 255: what is nearer to the paper is paper. */
  private static final double HALF_LEVEL = 0.5 / 255;

  /** Ink this strong is sure; what is fainter and has no such neighbour is JPEG's ringing. */
  private static final double SURE = 0.15;

  /** Specks below this part of the largest piece of ink are noise, in a picture with noise. */
  private static final double SPECK = 0.03;

  /** Where the ink's longer side takes less than this part of the picture, it is cut out. */
  private static final double SMALL = 0.4;

  /**
   * How red, green and blue make brightness: first Rec. 601 luma, what "grey" means for PNG and
   * JPEG; then each colour alone, for ink that differs from the paper in colour only.
   */
  private static final double[][] CHANNELS = {
    {0.299, 0.587, 0.114}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}
  };

  private InkFinder() {}

  /**
   * Brings a picture to ink on a square.
   *
   * @param picture of any size and kind
   * @param side of the result, in pixels
   * @param name what to call the picture in a problem
   * @return a square image in which the picture, or the part with ink, lies centred
   * @throws Problem when there is no ink
   */
  public static GreyImage find(BufferedImage picture, int side, Object name) {
    for (double[] weights : CHANNELS) {
      Optional<GreyImage> ink = find(brightness(picture, weights), picture);
      if (ink.isPresent()) {
        return square(ink.get(), side);
      }
    }
    throw new Problem("problem.picture.blank", name);
  }

  private static Optional<GreyImage> find(double[] light, BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double[] paper = paper(light, width, height);
    double[] difference = new double[light.length];
    for (int i = 0; i < light.length; i++) {
      double d = paper[i] - light[i];
      difference[i] = Math.abs(d) < HALF_LEVEL ? 0 : d;
    }
    if (inkIsLighter(difference)) {
      for (int i = 0; i < difference.length; i++) {
        difference[i] = -difference[i];
      }
    }
    double noise = noise(difference, width, height);
    double most = Arrays.stream(difference).max().orElse(0);
    if (most < Math.max(FAINTEST, 2 * noise)) {
      return Optional.empty();
    }
    GreyImage ink = withoutHalo(ink(difference, noise, most, width, height));
    return Optional.of(noise > 0 ? withoutSpecks(ink) : ink);
  }

  /** Brightness 0…1; transparent paper is given the brightness that the ink has not. */
  private static double[] brightness(BufferedImage picture, double[] weights) {
    int[] pixels = argb(picture);
    double[] light = new double[pixels.length];
    double[] alpha = new double[pixels.length];
    double opaque = 0;
    double sum = 0;
    int transparent = 0;
    for (int i = 0; i < pixels.length; i++) {
      int argb = pixels[i];
      alpha[i] = (argb >>> 24) / 255.0;
      light[i] =
          (weights[0] * (argb >> 16 & 0xff)
                  + weights[1] * (argb >> 8 & 0xff)
                  + weights[2] * (argb & 0xff))
              / 255;
      opaque += alpha[i];
      sum += alpha[i] * light[i];
      if (alpha[i] < TRANSPARENT) {
        transparent++;
      }
    }
    double ground = opaque > 0 && sum / opaque > 0.5 ? 0 : 1;
    if (transparent < MUCH * pixels.length) {
      ground = 1;
    }
    for (int i = 0; i < light.length; i++) {
      light[i] = alpha[i] * light[i] + (1 - alpha[i]) * ground;
    }
    return light;
  }

  /** The pixels as they are stored: Java takes greys for linear light and would brighten them. */
  private static int[] argb(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    ColorModel model = picture.getColorModel();
    if (model.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
      return picture.getRGB(0, 0, width, height, null, 0, width);
    }
    int bands = picture.getRaster().getNumBands();
    int[] samples = picture.getRaster().getPixels(0, 0, width, height, (int[]) null);
    int shift = model.getComponentSize(0) - 8;
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      int alpha = bands == 1 ? 0xff : samples[i * bands + 1] >> shift;
      argb[i] = alpha << 24 | (samples[i * bands] >> shift) * 0x010101;
    }
    return argb;
  }

  /**
   * The paper's brightness at every pixel: a plane through the picture's border, because light
   * falls off from one side to the other in most photos. Border pixels that are ink are left out.
   */
  private static double[] paper(double[] light, int width, int height) {
    double[] plane = {median(border(light, width, height)), 0, 0};
    for (double spread = 0.25; spread > 0.05; spread /= 2) {
      plane = fit(light, width, height, plane, spread);
    }
    double[] paper = new double[light.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        paper[y * width + x] = value(plane, x, y, width, height);
      }
    }
    return paper;
  }

  private static double value(double[] plane, int x, int y, int width, int height) {
    return plane[0] + plane[1] * centered(x, width) + plane[2] * centered(y, height);
  }

  /** A place on a side as −1…1. */
  private static double centered(int at, int side) {
    return side == 1 ? 0 : 2.0 * at / (side - 1) - 1;
  }

  /**
   * Least squares over the border pixels near the old plane. On a border the two slopes' sums are
   * all but independent of each other, so each is solved on its own.
   */
  private static double[] fit(double[] light, int width, int height, double[] old, double spread) {
    double n = 0;
    double sum = 0;
    double[] moments = new double[4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += isEdge(y, height) ? 1 : Math.max(1, width - 1)) {
        double here = light[y * width + x];
        if (Math.abs(here - value(old, x, y, width, height)) < spread) {
          double u = centered(x, width);
          double v = centered(y, height);
          n++;
          sum += here;
          moments[0] += u * (here - old[0]);
          moments[1] += u * u;
          moments[2] += v * (here - old[0]);
          moments[3] += v * v;
        }
      }
    }
    if (n == 0 || moments[1] == 0 || moments[3] == 0) {
      return old;
    }
    return new double[] {sum / n, moments[0] / moments[1], moments[2] / moments[3]};
  }

  private static boolean isEdge(int at, int side) {
    return at == 0 || at == side - 1;
  }

  private static double[] border(double[] values, int width, int height) {
    double[] border = new double[values.length];
    int n = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += isEdge(y, height) ? 1 : Math.max(1, width - 1)) {
        border[n++] = values[y * width + x];
      }
    }
    return Arrays.copyOf(border, n);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static boolean inkIsLighter(double[] difference) {
    double darker = 0;
    double lighter = 0;
    for (double d : difference) {
      darker += d > 0 ? d * d : 0;
      lighter += d < 0 ? d * d : 0;
    }
    return lighter > darker;
  }

  /**
   * How far the paper strays from its plane: four standard deviations, by the border's median,
   * which ink that touches the border does not move.
   */
  private static double noise(double[] difference, int width, int height) {
    double[] border = border(difference, width, height);
    for (int i = 0; i < border.length; i++) {
      border[i] = Math.abs(border[i]);
    }
    return 6 * median(border);
  }

  private static GreyImage ink(
      double[] difference, double noise, double most, int width, int height) {
    float[] ink = new float[difference.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (float) Math.clamp((difference[i] - noise) / (most - noise), 0, 1);
    }
    return new GreyImage(width, height, ink);
  }

  /** Keeps faint ink only beside sure ink: the brush's soft rim, but not what surrounds it. */
  private static GreyImage withoutHalo(GreyImage image) {
    float[] ink = image.ink().clone();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (image.at(x, y) > 0 && strongestAround(image, x, y) < SURE) {
          ink[y * image.width() + x] = 0;
        }
      }
    }
    return new GreyImage(image.width(), image.height(), ink);
  }

  private static float strongestAround(GreyImage image, int x, int y) {
    float most = 0;
    for (int j = Math.max(0, y - 1); j <= Math.min(image.height() - 1, y + 1); j++) {
      for (int i = Math.max(0, x - 1); i <= Math.min(image.width() - 1, x + 1); i++) {
        most = Math.max(most, image.at(i, j));
      }
    }
    return most;
  }

  /**
   * Keeps the pieces of connected ink (8 neighbours) that are not much smaller than the largest.
   */
  private static GreyImage withoutSpecks(GreyImage image) {
    int[] piece = new int[image.ink().length];
    double[] mass = new double[piece.length + 1];
    int pieces = 0;
    for (int i = 0; i < piece.length; i++) {
      if (piece[i] == 0 && image.ink()[i] > 0) {
        pieces++;
        mass[pieces] = fill(image, piece, i, pieces);
      }
    }
    double least = SPECK * Arrays.stream(mass, 0, pieces + 1).max().orElse(0);
    float[] ink = image.ink().clone();
    for (int i = 0; i < ink.length; i++) {
      if (mass[piece[i]] < least) {
        ink[i] = 0;
      }
    }
    return new GreyImage(image.width(), image.height(), ink);
  }

  private static double fill(GreyImage image, int[] piece, int start, int number) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    piece[start] = number;
    double mass = 0;
    while (!open.isEmpty()) {
      int at = open.remove();
      mass += image.ink()[at];
      int x = at % image.width();
      int y = at / image.width();
      for (int j = Math.max(0, y - 1); j <= Math.min(image.height() - 1, y + 1); j++) {
        for (int i = Math.max(0, x - 1); i <= Math.min(image.width() - 1, x + 1); i++) {
          int neighbour = j * image.width() + i;
          if (piece[neighbour] == 0 && image.ink()[neighbour] > 0) {
            piece[neighbour] = number;
            open.add(neighbour);
          }
        }
      }
    }
    return mass;
  }

  /** Centred on a square; small ink in a large picture is cut out first, with room around it. */
  private static GreyImage square(GreyImage image, int side) {
    Box box = new Box(0, 0, image.width(), image.height());
    Box ink = image.inkBox();
    if (ink != null && ink.longerSide() < SMALL * box.longerSide()) {
      int room = ink.longerSide() / 4;
      int left = Math.max(0, ink.x() - room);
      int top = Math.max(0, ink.y() - room);
      box =
          new Box(
              left,
              top,
              Math.min(image.width(), ink.x() + ink.width() + room) - left,
              Math.min(image.height(), ink.y() + ink.height() + room) - top);
    }
    double scale = (double) side / box.longerSide();
    int width = Math.max(1, (int) Math.round(box.width() * scale));
    int height = Math.max(1, (int) Math.round(box.height() * scale));
    GreyImage scaled = image.resample(box, width, height);
    return GreyImage.blank(side, side).with(scaled, (side - width) / 2, (side - height) / 2);
  }
}
