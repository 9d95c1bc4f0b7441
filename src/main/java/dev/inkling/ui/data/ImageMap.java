package dev.inkling.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where images lie on a map. Nobody writes to its arrays.
 *
 * @param images their places among all
 * @param places x and y of each
 */
record ImageMap(int[] images, float[] places) {
  /** Images that are asked whether they lie beside one of their own class. */
  private static final int ASKED = 1_000;

  /**
   * What a network reads in the images of a map.
   *
   * @param classes that it takes for the most probable, one for each
   * @param confidences how probable, 0…1
   */
  record Readings(int[] classes, float[] confidences) {}

  /** How many images there are. */
  int count() {
    return images.length;
  }

  float x(int point) {
    return places[2 * point];
  }

  float y(int point) {
    return places[2 * point + 1];
  }

  /** The point that is the nearest to a place, no further than a distance; -1 for none. */
  int nearest(double x, double y, double most) {
    int best = -1;
    double least = most * most;
    for (int point = 0; point < count(); point++) {
      double square = square(point, x, y);
      if (square <= least) {
        least = square;
        best = point;
      }
    }
    return best;
  }

  private double square(int point, double x, double y) {
    double right = x(point) - x;
    double down = y(point) - y;
    return right * right + down * down;
  }

  /** The point to which an arrow key goes: near, and rather ahead than aside; itself for none. */
  int next(int point, int right, int down) {
    int best = point;
    double least = Double.POSITIVE_INFINITY;
    for (int other = 0; other < count(); other++) {
      double x = x(other) - x(point);
      double y = y(other) - y(point);
      double ahead = x * right + y * down;
      double aside = Math.abs(x * down) + Math.abs(y * right);
      double cost = ahead + 3 * aside;
      if (ahead > 0 && aside <= 2 * ahead && cost < least) {
        least = cost;
        best = other;
      }
    }
    return best;
  }

  /** The points within a polygon. */
  List<Integer> within(double[] xs, double[] ys) {
    List<Integer> found = new ArrayList<>();
    for (int point = 0; point < count(); point++) {
      if (isWithin(x(point), y(point), xs, ys)) {
        found.add(point);
      }
    }
    return found;
  }

  /** True when a ray to the right crosses the edge an odd number of times. */
  private static boolean isWithin(double x, double y, double[] xs, double[] ys) {
    boolean isInside = false;
    for (int a = 0, b = xs.length - 1; a < xs.length; b = a++) {
      boolean isCrossed =
          ys[a] > y != ys[b] > y && x < (xs[b] - xs[a]) * (y - ys[a]) / (ys[b] - ys[a]) + xs[a];
      isInside ^= isCrossed;
    }
    return isInside;
  }

  /** The points that lie around one, itself among them, the nearest first. */
  List<Integer> around(int point, int most) {
    return IntStream.range(0, count())
        .boxed()
        .sorted(
            (a, b) -> Double.compare(square(a, x(point), y(point)), square(b, x(point), y(point))))
        .limit(most)
        .toList();
  }

  /** Of some images the part whose nearest neighbour on the map is of the same class. */
  double agreement(LoadedImages all) {
    int asked = Math.min(ASKED, count());
    long right =
        IntStream.range(0, asked)
            .map(k -> (int) ((long) k * count() / asked))
            .filter(point -> all.label(images[point]) == all.label(images[neighbour(point)]))
            .count();
    return asked == 0 ? 0 : (double) right / asked;
  }

  private int neighbour(int point) {
    int best = point;
    double least = Double.POSITIVE_INFINITY;
    for (int other = 0; other < count(); other++) {
      double square = square(other, x(point), y(point));
      if (other != point && square < least) {
        least = square;
        best = other;
      }
    }
    return best;
  }
}
