package dev.inkling.image;

/**
 * The paper of a picture, judged where it is: how bright it is at each pixel, as if nothing were
 * written on it, however the light falls, and how much it strays from that.
 *
 * <p>First a wide median, which nothing thin moves; then, without what differs from that, the mean
 * of the paper around each pixel, which follows the edges of shadows (as Gatos, Pratikakis,
 * Perantonis: Adaptive degraded document image binarization, 2006, who begin with a rough threshold
 * instead).
 *
 * @param difference of each pixel from the paper as a part of its brightness, above 0 where there
 *     may be ink, be it darker than the paper or lighter
 * @param noise standard deviation of that on the paper
 */
record Paper(Plane difference, double noise) {
  /** Longer side of the picture in which the paper is looked for, in pixels. */
  private static final int SMALL = 96;

  /** Half the side of the median's square, as a part of the picture's longer side. */
  private static final double MEDIAN = 0.2;

  /** The same for writing that is small. */
  private static final double MEDIAN_OF_SMALL = 0.05;

  /** Half the side of the square whose paper is averaged, likewise. */
  private static final double NEAR = 0.05;

  /** What is nearer to the rough paper than this is paper in any case. */
  private static final double CLOSE = 0.02;

  /** Where so much of what is around is paper, its mean can be relied on. */
  private static final float RELIABLE = 0.3f;

  /** Paper that is darker than this, or ink's ground that is lighter, gets no more of the share. */
  private static final float DARKEST = 0.1f;

  /** Strokes are thinner than this, as a part of the longer side. */
  private static final double THIN = 0.015;

  /** Skewness from which on it tells whether ink is lighter. */
  private static final double SKEWED = 1.5;

  /** Standard deviations of a normal distribution in its median absolute deviation. */
  private static final double DEVIATION = 1.4826;

  /** What no noise is stronger than, in its standard deviations. */
  private static final double SURELY = 4;

  /** The least difference from the paper that can be ink, as a part of its brightness. */
  private static final double FAINTEST = 0.05;

  /** Looks for the paper in a picture's brightness, or in that of one of its colours. */
  static Paper of(Plane light) {
    return of(light, MEDIAN);
  }

  /** Likewise, but close by, where whatever is written is small. */
  static Paper closeBy(Plane light) {
    return of(light, MEDIAN_OF_SMALL);
  }

  private static Paper of(Plane light, double median) {
    Plane small = small(light);
    Plane rough = small.median(Math.max(2, (int) Math.round(median * small.longerSide())));
    Plane paper = fine(small, rough).scaled(light.width(), light.height());
    boolean isLighter = inkIsLighter(light, small, rough);
    Paper found = withNoise(light.with(difference(light, paper, isLighter)));
    return found.contrast() > 0
        ? found
        : withNoise(light.with(difference(light, paper, !isLighter)));
  }

  private static Paper withNoise(Plane difference) {
    float[] strays = new float[difference.values().length];
    for (int i = 0; i < strays.length; i++) {
      strays[i] = Math.abs(difference.values()[i]);
    }
    return new Paper(difference, DEVIATION * Plane.quantile(strays, strays.length, 0.5));
  }

  private static Plane small(Plane light) {
    return light.scaled(Math.min(1, (double) SMALL / light.longerSide()));
  }

  /**
   * Strokes are thin, and stand out from what is close by to one side; the edges of light and
   * shadow to both alike. Where nothing is thin, what differs from the paper tells.
   */
  private static boolean inkIsLighter(Plane light, Plane small, Plane paper) {
    double skewness = skewness(light);
    if (Math.abs(skewness) > SKEWED) {
      return skewness > 0;
    }
    double darker = 0;
    double lighter = 0;
    for (int i = 0; i < small.values().length; i++) {
      double d = paper.values()[i] - small.values()[i];
      darker += d > 0 ? d * d : 0;
      lighter += d < 0 ? d * d : 0;
    }
    return lighter > darker;
  }

  /** Of the difference from the mean close by: 0 where there is as much to both sides. */
  private static double skewness(Plane light) {
    int radius = Math.max(2, (int) Math.round(THIN * light.longerSide()));
    float[] mean = light.mean(radius).values();
    double squares = 0;
    double cubes = 0;
    for (int i = 0; i < mean.length; i++) {
      double d = light.values()[i] - mean[i];
      squares += d * d;
      cubes += d * d * d;
    }
    double deviation = Math.sqrt(squares / mean.length);
    return deviation == 0 ? 0 : cubes / mean.length / (deviation * deviation * deviation);
  }

  /** The mean of what lies near the rough paper; where hardly anything does, the rough paper. */
  private static Plane fine(Plane light, Plane rough) {
    int count = light.values().length;
    float[] strays = new float[count];
    for (int i = 0; i < count; i++) {
      strays[i] = Math.abs(light.values()[i] - rough.values()[i]);
    }
    double near = Math.max(CLOSE, 3 * Plane.quantile(strays, count, 0.5));
    float[] isPaper = new float[count];
    for (int i = 0; i < count; i++) {
      isPaper[i] = strays[i] < near ? 1 : 0;
    }
    int radius = Math.max(1, (int) Math.round(NEAR * light.longerSide()));
    float[] part = light.with(isPaper).mean(radius).values();
    float[] sum = product(light, isPaper).mean(radius).values();
    float[] paper = new float[count];
    for (int i = 0; i < count; i++) {
      float reliable = Math.min(1, part[i] / RELIABLE);
      float mean = part[i] > 0 ? sum[i] / part[i] : 0;
      paper[i] = reliable * mean + (1 - reliable) * rough.values()[i];
    }
    return light.with(paper).mean(1);
  }

  private static Plane product(Plane plane, float[] factors) {
    float[] product = new float[factors.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = plane.values()[i] * factors[i];
    }
    return plane.with(product);
  }

  /** As parts of the light that the paper gives: in a shadow ink is less dark by as much. */
  private static float[] difference(Plane light, Plane paper, boolean inkIsLighter) {
    float[] difference = new float[light.values().length];
    for (int i = 0; i < difference.length; i++) {
      float ground = paper.values()[i];
      float darker = ground - light.values()[i];
      difference[i] =
          inkIsLighter
              ? -darker / Math.max(DARKEST, 1 - ground)
              : darker / Math.max(DARKEST, ground);
    }
    return difference;
  }

  /** The same without its finest texture: each pixel is the mean of those around. */
  Paper smoothed(int radius) {
    return withNoise(difference.mean(radius).mean(radius));
  }

  /** The least difference that is ink and no noise. */
  double least() {
    return Math.max(FAINTEST, SURELY * noise);
  }

  /** How strong the ink is, which few pixels must be: 0 where there is none. */
  double contrast() {
    return contrast(difference, least());
  }

  static double contrast(Plane difference, double least) {
    float[] ink = new float[difference.values().length];
    int count = 0;
    for (float d : difference.values()) {
      if (d > least) {
        ink[count++] = d;
      }
    }
    return count < 3 ? 0 : Plane.quantile(ink, count, 0.7);
  }
}
