package dev.inkling.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the cost of some work grows with its size: a row for each size, and one that says how much a
 * unit costs at the largest size, of what it costs at the smallest: 1 is linear, less is better.
 *
 * @param work its name
 * @param unit of what is printed, a time or memory for one of what there is more and more of
 * @param sizes from the smallest to the largest
 */
record Growth(String work, String unit, List<Integer> sizes) {
  private static final int ROUNDS = 3;

  /** Does the work at a size and tells what it cost. */
  interface Cost {
    double of(int size) throws IOException;
  }

  Growth {
    sizes = List.copyOf(sizes);
  }

  /** Rows of the cost for one, the sizes in turn, after a round that does not count. */
  List<BenchRow> measure(Cost each) throws IOException {
    double[][] costs = new double[sizes.size()][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < costs.length; i++) {
        double cost = each.of(sizes.get(i));
        if (round >= 0) {
          costs[i][round] = cost;
        }
      }
    }
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ratios[round] = costs[costs.length - 1][round] / costs[0][round];
    }
    return rows(costs, ratios);
  }

  /** Rows of what the whole takes, once each: memory that was taken is seldom given back. */
  List<BenchRow> measureOnce(Cost whole) throws IOException {
    double[][] costs = new double[sizes.size()][1];
    for (int i = 0; i < costs.length; i++) {
      costs[i][0] = whole.of(sizes.get(i));
    }
    double more = costs[costs.length - 1][0] / costs[0][0];
    return rows(costs, more / sizes.getLast() * sizes.getFirst());
  }

  private List<BenchRow> rows(double[][] costs, double... ratios) {
    List<BenchRow> rows = new ArrayList<>();
    for (int i = 0; i < costs.length; i++) {
      rows.add(BenchRow.of(work + "-" + sizes.get(i), unit, costs[i]));
    }
    rows.add(BenchRow.of(work, "of linear", ratios));
    return rows;
  }
}
