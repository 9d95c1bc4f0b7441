package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.train.LearningCurve;
import dev.inkling.train.LearningCurve.Measured;
import dev.inkling.train.LearningPoints;
import dev.inkling.train.QuickNetwork;
import java.util.ArrayList;
import java.util.List;

/** How long a learning curve takes, and what it comes to. */
final class CurveBench {
  private CurveBench() {}

  static List<BenchRow> measure(DataSet data) {
    List<Measured> measured = new ArrayList<>();
    long begin = System.nanoTime();
    new LearningCurve(QuickNetwork.USUAL, data, measured::add, _ -> {}).run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    List<BenchRow> rows = new ArrayList<>();
    rows.add(BenchRow.of("curve", "s", seconds));
    for (LearningPoints.Point point : LearningPoints.of(measured).all()) {
      rows.add(
          BenchRow.of(
              "curve-of-" + point.images(),
              "%",
              measured.stream()
                  .filter(one -> one.images() == point.images())
                  .mapToDouble(one -> 100 * one.accuracy())
                  .toArray()));
    }
    return rows;
  }
}
