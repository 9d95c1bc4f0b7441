package dev.inkling.data;

import dev.inkling.image.GreyImage;
import dev.inkling.image.LineStrip;
import java.util.random.RandomGenerator;

/**
 * Paper under a line, as it is left when the paper's brightness was taken off: security print in
 * waves, ruled lines and boxes, shadows, grain, blur, coarse pixels and compression.
 */
final class LinePaper {
  private final GreyImage written;
  private final int width;
  private final int height;
  private final RandomGenerator random;
  private final float[] ink;

  private LinePaper(GreyImage written, RandomGenerator random) {
    this.written = written;
    this.random = random;
    width = written.width();
    height = written.height();
    ink = written.ink().clone();
  }

  /**
   * What is written, on some paper.
   *
   * @param size of its digits, in pixels
   * @param from the row where they begin
   */
  static GreyImage under(GreyImage written, double size, double from, RandomGenerator random) {
    LinePaper paper = new LinePaper(written, random);
    paper.lay(size, from);
    return new GreyImage(paper.width, paper.height, paper.ink);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private void lay(double size, double from) {
    if (oneIn(3)) {
      texture();
    }
    if (oneIn(4)) {
      rule(from + size * random.nextDouble(0.92, 1.2), random.nextDouble(0.4, 1));
    }
    if (oneIn(10)) {
      rule(from - size * random.nextDouble(0.02, 0.25), random.nextDouble(0.3, 1));
    }
    if (oneIn(12)) {
      column(random.nextInt(LineStrip.MARGIN - 3), random.nextDouble(0.3, 1));
    }
    if (oneIn(12)) {
      column(width - 1 - random.nextInt(LineStrip.MARGIN - 3), random.nextDouble(0.3, 1));
    }
    if (oneIn(10)) {
      remains();
    }
    if (oneIn(3)) {
      blur(random.nextInt(1, 4));
    }
    if (random.nextInt(5) < 2) {
      print();
    }
    if (oneIn(4)) {
      shadow();
    }
    if (oneIn(3)) {
      grain(random.nextDouble(0.02, 0.12), oneIn(2));
    }
    if (oneIn(5)) {
      coarse(random.nextDouble(1.2, 2));
    }
    if (oneIn(4)) {
      blur(1);
    }
    level();
  }

  /** Pencil on rough paper and drying pens: ink of varying strength. */
  private void texture() {
    double strength = random.nextDouble(0.1, 0.6);
    double even = random.nextDouble(0.5, 1);
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] > 0) {
        ink[i] *= (float) (even * (1 - strength * random.nextDouble()));
      }
    }
  }

  private void rule(double row, double strength) {
    double slope = random.nextGaussian() * 0.015;
    double thick = random.nextDouble(0.5, 1.6);
    for (int x = 0; x < width; x++) {
      double middle = row + slope * (x - width / 2.0);
      int first = Math.max(0, (int) (middle - thick));
      for (int y = first; y <= Math.min(height - 1, middle + thick); y++) {
        double cover = Math.clamp(thick / 2 + 0.5 - Math.abs(y - middle), 0, 1);
        add(y * width + x, cover * strength);
      }
    }
  }

  private void column(int at, double strength) {
    double slope = random.nextGaussian() * 0.03;
    for (int y = 0; y < height; y++) {
      int x = (int) Math.round(at + slope * (y - height / 2.0));
      if (x >= 0 && x < width) {
        add(y * width + x, strength);
      }
    }
  }

  /** The ends of what stands in the lines above and below: of this line's own ink, moved away. */
  private void remains() {
    int shift = random.nextInt(width);
    boolean isAbove = oneIn(2);
    int rows = random.nextInt(2, 6);
    for (int y = 0; y < rows; y++) {
      int from = isAbove ? height / 2 + 6 - rows + y : 8 + y;
      int to = isAbove ? y : height - rows + y;
      for (int x = 0; x < width; x++) {
        add(to * width + x, written.at((x + shift) % width, from));
      }
    }
  }

  /** Families of thin lines in waves. Both print and ink take light away. */
  private void print() {
    int families = random.nextInt(1, 4);
    double all = random.nextDouble(0.06, 0.45);
    float[] pattern = new float[ink.length];
    for (int family = 0; family < families; family++) {
      waves(pattern, all * random.nextDouble(0.5, 1));
    }
    double base = oneIn(2) ? 0 : -random.nextDouble(all / 2);
    boolean isCut = oneIn(3);
    int left = isCut ? random.nextInt(LineStrip.MARGIN) : 0;
    int right = isCut ? width - random.nextInt(LineStrip.MARGIN) : width;
    int top = oneIn(4) ? random.nextInt(6) : 0;
    for (int y = top; y < height; y++) {
      for (int x = left; x < right; x++) {
        add(y * width + x, Math.max(0, pattern[y * width + x] + base));
      }
    }
  }

  private void waves(float[] pattern, double strength) {
    double angle =
        oneIn(3) ? random.nextDouble(Math.PI) : Math.PI / 2 + random.nextGaussian() * 0.3;
    double period = random.nextDouble(2.5, 9);
    double phase = random.nextDouble(period);
    double swing = random.nextDouble() * (oneIn(2) ? 4 : 1) * period / 2;
    double length = random.nextDouble(10, 90);
    double start = random.nextDouble(2 * Math.PI);
    double power = random.nextDouble(1, 5);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    float[] profile = new float[64];
    for (int i = 0; i < profile.length; i++) {
      double wave = (1 + Math.cos(2 * Math.PI * i / profile.length)) / 2;
      profile[i] = (float) (strength * Math.pow(wave, power));
    }
    float[] along = new float[512];
    for (int i = 0; i < along.length; i++) {
      along[i] = (float) (swing * Math.sin(2 * Math.PI * (i - 200) / length + start));
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int u = (int) (y * cos - x * sin) + 200;
        double v = x * cos + y * sin + along[Math.clamp(u, 0, along.length - 1)] + phase;
        int place = (int) Math.floor(v / period * profile.length) & (profile.length - 1);
        int i = y * width + x;
        pattern[i] = 1 - (1 - pattern[i]) * (1 - profile[place]);
      }
    }
  }

  private void shadow() {
    double most = random.nextDouble(0.05, 0.3);
    double angle = random.nextDouble(2 * Math.PI);
    double edge = random.nextDouble(3, 60);
    double middleX = random.nextDouble(width);
    double middleY = random.nextDouble(height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double along = (x - middleX) * Math.cos(angle) + (y - middleY) * Math.sin(angle);
        add(y * width + x, most * Math.clamp(0.5 + along / edge, 0, 1));
      }
    }
  }

  /** Noise of the camera or of the paper, which is coarser. */
  private void grain(double strength, boolean isCoarse) {
    for (int y = 0; y < height; y++) {
      double last = 0;
      for (int x = 0; x < width; x++) {
        double noise = random.nextGaussian() * strength;
        last = isCoarse ? 0.6 * last + 0.8 * noise : noise;
        int i = y * width + x;
        ink[i] = (float) Math.max(0, ink[i] + last);
      }
    }
  }

  /** As seen with fewer pixels. */
  private void coarse(double factor) {
    GreyImage here = new GreyImage(width, height, ink.clone());
    int fewX = (int) (width / factor);
    int fewY = (int) (height / factor);
    GreyImage small = here.resample(here.box(), fewX, fewY);
    for (int y = 0; y < height; y++) {
      double sourceY = (y + 0.5) * fewY / height - 0.5;
      for (int x = 0; x < width; x++) {
        ink[y * width + x] = small.between((x + 0.5) * fewX / width - 0.5, sourceY);
      }
    }
  }

  /** A filter 1 2 1 in both directions, some times. */
  private void blur(int times) {
    for (int i = 0; i < times; i++) {
      blurAlong(1, width, width, height);
      blurAlong(width, height, 1, width);
    }
  }

  /** Filters {@code count} lines of {@code length} pixels that are {@code step} apart. */
  private void blurAlong(int step, int length, int nextLine, int count) {
    for (int line = 0; line < count; line++) {
      int from = line * nextLine;
      float before = ink[from];
      for (int k = 0; k < length; k++) {
        int i = from + k * step;
        float here = ink[i];
        float after = k + 1 < length ? ink[i + step] : here;
        ink[i] = (before + 2 * here + after) / 4;
        before = here;
      }
    }
  }

  /** The scale of the ink is never quite known. */
  private void level() {
    double gain = random.nextDouble(0.7, 1.25);
    double bend = Math.exp(random.nextGaussian() * 0.2);
    for (int i = 0; i < ink.length; i++) {
      double scaled = Math.clamp(ink[i] * gain, 0, 1);
      ink[i] = (float) Math.clamp(scaled * (1 + (bend - 1) * (scaled - 1)), 0, 1);
    }
  }

  private void add(int i, double more) {
    ink[i] = (float) (1 - (1 - Math.clamp(ink[i], 0f, 1f)) * (1 - more));
  }
}
