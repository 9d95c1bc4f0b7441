package dev.inkling.image;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of writing, brought to the height that a network reads lines at: what is written stands in
 * the middle, with paper around it.
 *
 * @param ink as high as {@link #HEIGHT} says; its width is a multiple of {@link #STEP}
 * @param scale pixels along the strip for one of the picture
 * @param left where the picture's left edge is in the strip
 * @param top where the picture's upper edge is in the strip
 */
public record LineStrip(GreyImage ink, double scale, int left, int top) {
  /** Height of a strip in pixels. */
  public static final int HEIGHT = 32;

  /** Columns at both ends in which nothing that is to be read stands. */
  public static final int MARGIN = 14;

  /** Strips have few widths, as a network is made ready for each. */
  public static final int STEP = 32;

  /** The widest strip; longer lines are made smaller. */
  public static final int WIDEST = 1024;

  /** Rows of a scaled picture: where what is written is a speck in it, all of it is cut. */
  private static final int TALLEST = 4096;

  /** Ink is what has this part of the darkest, and more. */
  private static final float STRONG = 0.5f;

  /** The part of a picture's pixels that may be darker than its ink is taken for. */
  private static final double FEW = 0.003;

  /** Where nothing is left that is as dark as this part of the rules, these are no rules. */
  private static final float FAINT = 0.25f;

  /** Part of the ink that may lie above what is written, and below: specks and remains. */
  private static final double SPECKS = 0.02;

  /** Where the rows of writing begin and end in a picture, and how dark its ink is. */
  public record Extent(double top, double bottom, float level) {
    /** The height of what is written. */
    public double height() {
      return Math.max(1, bottom - top);
    }
  }

  /**
   * Where the rows of writing are, whatever ruled lines and specks are around; null without ink.
   *
   * @param line ink of one line, 0…1, faint print included
   */
  public static @Nullable Extent extent(GreyImage line) {
    float darkest = darkest(line);
    if (!(darkest > 0)) {
      return null;
    }
    GreyImage written = withoutRules(line, STRONG * darkest);
    if (darkest(written) < FAINT * darkest) {
      written = line; // it is all like rules
    }
    float level = darkest(written);
    double[] rows = rows(written, STRONG * level);
    double all = DoubleStream.of(rows).sum();
    return new Extent(at(rows, SPECKS * all), at(rows, (1 - SPECKS) * all), level);
  }

  /** The ink that only a few pixels exceed: some digits may be all that stands in a long line. */
  private static float darkest(GreyImage line) {
    float[] values = line.ink().clone();
    Arrays.sort(values);
    float darkest = values[values.length - 1 - (int) (FEW * values.length)];
    return darkest > 0 ? darkest : values[values.length - 1];
  }

  /** Strong pixels of each row. */
  private static double[] rows(GreyImage line, float strong) {
    double[] rows = new double[line.height()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < line.width(); x++) {
        rows[y] += line.at(x, y) > strong ? 1 : 0;
      }
    }
    return rows;
  }

  /** The line without what is strong along more of a row than any digit is wide. */
  private static GreyImage withoutRules(GreyImage line, float strong) {
    float[] ink = line.ink().clone();
    for (int y = 0; y < line.height(); y++) {
      int begin = -1;
      for (int x = 0; x <= line.width(); x++) {
        if (x < line.width() && isNear(line, x, y, strong)) {
          begin = begin < 0 ? x : begin;
        } else if (begin >= 0) {
          if (x - begin > line.height()) {
            Arrays.fill(ink, y * line.width() + begin, y * line.width() + x, 0);
          }
          begin = -1;
        }
      }
    }
    return new GreyImage(line.width(), line.height(), ink);
  }

  /** True for strong ink at a place or just above or below it: ruled lines are seldom level. */
  private static boolean isNear(GreyImage line, int x, int y, float strong) {
    return line.at(x, y) > strong
        || line.orPaper(x, y - 1) > strong
        || line.orPaper(x, y + 1) > strong;
  }

  /** Where a part of the sum of values is reached, between them. */
  private static double at(double[] values, double part) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (sum + values[i] >= part && values[i] > 0) {
        return i + (part - sum) / values[i];
      }
      sum += values[i];
    }
    return values.length;
  }

  /**
   * A strip of a line.
   *
   * @param line its ink, 0…1
   * @param extent of what is written in it
   * @param height that this shall have in the strip, in pixels
   * @param stretch how much wider than it is the line becomes, 1 for not at all
   */
  public static LineStrip of(GreyImage line, Extent extent, double height, double stretch) {
    double most = (double) (WIDEST - 2 * MARGIN) / line.width();
    double down = height / extent.height();
    double scale = Math.min(most, down * stretch);
    int width = Math.max(1, (int) Math.round(line.width() * scale));
    int rows = Math.clamp(Math.round(line.height() * down), 1, TALLEST);
    GreyImage scaled = scaled(line, width, rows);
    int whole = Math.ceilDiv(width + 2 * MARGIN, STEP) * STEP;
    int left = (whole - width) / 2;
    int top = (int) Math.round(HEIGHT / 2.0 - down * (extent.top + extent.bottom) / 2);
    float[] ink = GreyImage.blank(whole, HEIGHT).with(scaled, left, top).ink();
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.clamp(ink[i] / extent.level, 0f, 1f);
    }
    return new LineStrip(new GreyImage(whole, HEIGHT, ink), scale, left, top);
  }

  private static GreyImage scaled(GreyImage line, int width, int height) {
    if (width <= line.width()) {
      return line.resample(line.box(), width, height);
    }
    float[] ink = new float[width * height];
    for (int y = 0; y < height; y++) {
      double sourceY = (y + 0.5) * line.height() / height - 0.5;
      for (int x = 0; x < width; x++) {
        double sourceX = (x + 0.5) * line.width() / width - 0.5;
        ink[y * width + x] = line.between(sourceX, sourceY);
      }
    }
    return new GreyImage(width, height, ink);
  }

  /** Where a place along the strip is in the picture, in its pixels. */
  public double inPicture(double x) {
    return (x - left) / scale;
  }
}
