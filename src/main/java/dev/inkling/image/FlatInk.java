package dev.inkling.image;

import dev.inkling.image.Found.Way;
import dev.inkling.image.GreyImage.Box;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ink on paper that is one plane of brightness with one noise, as in drawn and scanned pictures:
 * all that differs from it, to the faintest rim of a brush.
 */
final class FlatInk {
  /** The least difference from the paper that can be ink, in 0…1 of brightness. */
  private static final double FAINTEST = 0.08;

  /** Half a grey level of 255: what is nearer to the paper is paper. */
  private static final double HALF_LEVEL = 0.5 / 255;

  /** Ink this strong is sure; what is fainter and has no such neighbour is JPEG's ringing. */
  private static final double SURE = 0.15;

  /** Specks below this part of the largest piece of ink are noise, in a picture with noise. */
  private static final double SPECK = 0.03;

  /** Ink that is stronger may be a ruled line or a frame's. */
  private static final float RULE = 0.3f;

  /** What a ruled line takes of the picture's side at least. */
  private static final double LONG = 0.75;

  /** Pieces of what stands alone, at most; a dotted line has more. */
  private static final int FEW = 4;

  private final Light picture;
  private final int channel;

  /** Its brightness along the border. */
  private final Plane rim;

  private final int width;
  private final int height;

  /** What is paper is near to this plane: its brightness in the middle, and its slopes. */
  private final double[] paper;

  /** How far it strays from that, four standard deviations. */
  private final double noise;

  private FlatInk(Light picture, int channel) {
    this.picture = picture;
    this.channel = channel;
    rim = picture.rim(channel);
    width = rim.width();
    height = rim.height();
    paper = paper();
    noise = noise();
  }

  private static Stream<FlatInk> channels(Light picture) {
    return IntStream.range(0, picture.channels())
        .mapToObj(channel -> new FlatInk(picture, channel));
  }

  /** The ink, as large as the picture that was looked at; nothing where all is paper. */
  static Optional<Found> of(Light picture) {
    return channels(picture).flatMap(flat -> flat.find().stream()).findFirst();
  }

  /** The ink of what is drawn on blank paper, if neither lines nor frames are among it. */
  static Optional<Found> alone(Light picture) {
    return channels(picture)
        .takeWhile(flat -> flat.noise == 0)
        .flatMap(flat -> flat.find().stream())
        .findFirst()
        .filter(FlatInk::isAlone);
  }

  /** Whether no piece of the ink lies within another's box, and none is a line. */
  private static boolean isAlone(Found found) {
    GreyImage page = found.page();
    Box box = Objects.requireNonNull(page.inkBox());
    List<Blots.Blot> pieces = new Blots(Plane.of(page.crop(box)), RULE, RULE).all();
    return pieces.size() <= FEW
        && pieces.stream().noneMatch(piece -> isWithin(piece.box(), pieces))
        && (!Rules.reachSides(box, page.width(), page.height())
            || pieces.stream().noneMatch(piece -> mayBeRule(piece.box(), page))
            || Rules.erased(Plane.of(page), RULE).lines() == 0);
  }

  private static boolean isWithin(Box box, List<Blots.Blot> pieces) {
    return pieces.stream()
        .map(Blots.Blot::box)
        .anyMatch(other -> !other.equals(box) && other.union(box).equals(other));
  }

  private static boolean mayBeRule(Box box, GreyImage page) {
    return box.width() > LONG * page.width() || box.height() > LONG * page.height();
  }

  private Optional<Found> find() {
    Difference difference = difference();
    double most = difference.most();
    if (most < Math.max(FAINTEST, 2 * noise)) {
      return Optional.empty();
    }
    GreyImage ink = withoutHalo(ink(difference, most));
    GreyImage clean = noise > 0 ? withoutSpecks(ink) : ink;
    return Optional.of(new Found(Way.FLAT, () -> ink, clean, clean, most, noise / 4, 1));
  }

  /**
   * From the paper.
   *
   * @param values above 0 where it is darker
   * @param ofInk 1 where ink is darker than paper, −1 where it is lighter
   * @param most of ink
   */
  private record Difference(float[] values, int ofInk, float most) {}

  private Difference difference() {
    Plane light = picture.channel(channel);
    float[] values = new float[light.values().length];
    float darkest = 0;
    float lightest = 0;
    double darker = 0;
    double lighter = 0;
    for (int y = 0; y < height; y++) {
      double left = value(paper, 0, y);
      double step = step(y);
      for (int x = 0; x < width; x++) {
        float d = difference(left, step, light, x, y);
        if (d > 0) {
          darkest = Math.max(darkest, d);
          darker += (double) d * d;
        } else if (d < 0) {
          lightest = Math.min(lightest, d);
          lighter += (double) d * d;
        }
        values[y * width + x] = d;
      }
    }
    return lighter > darker
        ? new Difference(values, -1, -lightest)
        : new Difference(values, 1, darkest);
  }

  /** How much darker than the paper a pixel is, which begins at the left and changes by steps. */
  private static float difference(double left, double step, Plane light, int x, int y) {
    double d = left + step * x - light.at(x, y);
    return Math.abs(d) < HALF_LEVEL ? 0 : (float) d;
  }

  /** What the paper's brightness changes from pixel to pixel in a row. */
  private double step(int y) {
    return width == 1 ? 0 : (value(paper, width - 1, y) - value(paper, 0, y)) / (width - 1);
  }

  /**
   * A plane through the picture's border, because light falls off from one side to the other in
   * most photos: its middle, and its slopes to the right and down. Border pixels that are ink are
   * left out.
   */
  private double[] paper() {
    double[] plane = {median(border(rim::at)), 0, 0};
    for (double spread = 0.25; spread > 0.05; spread /= 2) {
      plane = fit(plane, spread);
    }
    return plane;
  }

  private double value(double[] plane, int x, int y) {
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
  private double[] fit(double[] old, double spread) {
    double n = 0;
    double sum = 0;
    double[] moments = new double[4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += stepAlongBorder(y)) {
        double here = rim.at(x, y);
        if (Math.abs(here - value(old, x, y)) < spread) {
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

  /** From one pixel of the border to the next in a row. */
  private int stepAlongBorder(int y) {
    return y == 0 || y == height - 1 ? 1 : Math.max(1, width - 1);
  }

  private interface Pixel {
    float at(int x, int y);
  }

  private float[] border(Pixel pixel) {
    float[] border = new float[2 * (width + height)];
    int n = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += stepAlongBorder(y)) {
        border[n++] = pixel.at(x, y);
      }
    }
    return Arrays.copyOf(border, n);
  }

  private static double median(float[] values) {
    return Plane.quantile(values, values.length, 0.5);
  }

  /**
   * How far the paper strays from its plane: four standard deviations, by the border's median,
   * which ink that touches the border does not move.
   */
  private double noise() {
    return 6
        * median(border((x, y) -> Math.abs(difference(value(paper, 0, y), step(y), rim, x, y))));
  }

  private GreyImage ink(Difference difference, double most) {
    double scale = 1 / (most - noise);
    float[] ink = new float[difference.values.length];
    for (int i = 0; i < ink.length; i++) {
      double here = difference.ofInk * difference.values[i] - noise;
      ink[i] = (float) Math.min(1, Math.max(0, here * scale));
    }
    return new GreyImage(width, height, ink);
  }

  /** Keeps faint ink only beside sure ink: the brush's soft rim, but not what surrounds it. */
  private GreyImage withoutHalo(GreyImage image) {
    float[] before = image.ink();
    float[] ink = before.clone();
    for (int i = 0; i < ink.length; i++) {
      float here = before[i];
      if (here > 0 && here < SURE && strongestAround(image, i % width, i / width) < SURE) {
        ink[i] = 0;
      }
    }
    return new GreyImage(width, height, ink);
  }

  private float strongestAround(GreyImage image, int x, int y) {
    float most = 0;
    for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
      for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
        most = Math.max(most, image.at(i, j));
      }
    }
    return most;
  }

  /** Keeps the pieces of connected ink that are not much smaller than the largest. */
  private GreyImage withoutSpecks(GreyImage image) {
    Blots blots = new Blots(Plane.of(image), Float.MIN_VALUE, Float.MIN_VALUE);
    double least = SPECK * blots.all().stream().mapToDouble(Blots.Blot::mass).max().orElse(0);
    List<Blots.Blot> kept = blots.all().stream().filter(blot -> blot.mass() >= least).toList();
    boolean[] isKept = blots.which(kept);
    float[] ink = image.ink().clone();
    for (int i = 0; i < ink.length; i++) {
      if (!isKept[blots.number(i)]) {
        ink[i] = 0;
      }
    }
    return new GreyImage(width, height, ink);
  }
}
