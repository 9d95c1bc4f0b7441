package dev.inkling.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where digits that touch could be parted: seams from the top of a piece to its bottom that cross
 * as little ink as possible. More than the right ones are proposed (over-segmentation); which of
 * them part digits is for the {@link Lattice} to say.
 */
public final class Cuts {
  /** A step to the side costs as much as this share of a pixel's full ink. */
  private static final double STEP = 0.05;

  /** Every part has at least this share of the ink. */
  private static final double LEAST = 0.07;

  /** Seams are at least this share of the height apart. */
  private static final double APART = 0.12;

  /** The most seams, for each height that a piece is wide; and one more. */
  private static final double SEAMS = 2;

  private final Piece piece;
  private final int width;
  private final int height;

  /** Ink in the row, left of each column. */
  private final double[][] before;

  private Cuts(Piece piece) {
    this.piece = piece;
    width = piece.box().width();
    height = piece.box().height();
    before = new double[height][width + 1];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        before[y][x + 1] = before[y][x] + piece.ink().at(x, y);
      }
    }
  }

  /** A seam: the first column right of it in each row, and what it costs. */
  private record Seam(int[] columns, double cost, double inkBefore) {}

  /** A piece as parts from left to right; one that has no place to be parted stays whole. */
  public static List<Piece> apart(Piece piece) {
    return new Cuts(piece).parts();
  }

  private List<Piece> parts() {
    List<Seam> chosen = chosen(seams());
    List<Piece> parts = new ArrayList<>();
    int[] left = new int[height];
    for (Seam seam : chosen) {
      parts.add(part(left, seam.columns()));
      left = seam.columns();
    }
    int[] end = new int[height];
    Arrays.fill(end, width);
    parts.add(part(left, end));
    return parts;
  }

  /** The cheapest seams, from left to right, with ink enough between them. */
  private List<Seam> chosen(List<Seam> seams) {
    double all = inkBefore(IntStream.range(0, height).map(y -> width).toArray());
    List<Seam> chosen = new ArrayList<>();
    seams.sort(Comparator.comparingDouble(Seam::cost));
    for (Seam seam : seams) {
      boolean hasInk = seam.inkBefore() > LEAST * all && seam.inkBefore() < (1 - LEAST) * all;
      boolean isApart = chosen.stream().allMatch(other -> areApart(seam, other, all));
      if (hasInk && isApart && chosen.size() < 1 + SEAMS * width / height) {
        chosen.add(seam);
      }
    }
    chosen.sort(Comparator.comparingDouble(Seam::inkBefore));
    return chosen;
  }

  private boolean areApart(Seam a, Seam b, double all) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    double mean = 0;
    for (int y = 0; y < height; y++) {
      int between = a.columns()[y] - b.columns()[y];
      least = Math.min(least, between);
      most = Math.max(most, between);
      mean += (double) between / height;
    }
    return least * (double) most >= 0
        && Math.abs(mean) >= APART * height
        && Math.abs(a.inkBefore() - b.inkBefore()) >= LEAST * all;
  }

  /** The cheapest seam to each column of the last row. */
  private List<Seam> seams() {
    double[] cost = new double[width];
    int[][] from = new int[height][width];
    for (int y = 0; y < height; y++) {
      double[] above = cost.clone();
      for (int x = 0; x < width; x++) {
        from[y][x] = y == 0 ? x : cheapest(above, x);
        double aside = from[y][x] == x ? 0 : STEP;
        cost[x] = above[from[y][x]] + aside + piece.ink().at(x, y);
      }
    }
    List<Seam> seams = new ArrayList<>();
    for (int x = 0; x < width; x++) {
      int[] columns = new int[height];
      int at = x;
      for (int y = height - 1; y >= 0; y--) {
        columns[y] = at;
        at = from[y][at];
      }
      seams.add(new Seam(columns, cost[x], inkBefore(columns)));
    }
    return seams;
  }

  private int cheapest(double[] above, int x) {
    int best = x;
    for (int k = Math.max(0, x - 1); k <= Math.min(width - 1, x + 1); k++) {
      if (above[k] + (k == x ? 0 : STEP) < above[best] + (best == x ? 0 : STEP)) {
        best = k;
      }
    }
    return best;
  }

  private double inkBefore(int[] columns) {
    return IntStream.range(0, height).mapToDouble(y -> before[y][columns[y]]).sum();
  }

  private Piece part(int[] left, int[] right) {
    float[] ink = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = left[y]; x < right[y]; x++) {
        ink[y * width + x] = piece.ink().at(x, y);
      }
    }
    return Piece.of(new GreyImage(width, height, ink))
        .moved(piece.box().x(), piece.box().y())
        .withRim(piece.rim());
  }
}
