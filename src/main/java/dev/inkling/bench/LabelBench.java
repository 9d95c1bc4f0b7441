package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Lesson;
import dev.inkling.evaluate.ConfidentLearning;
import dev.inkling.evaluate.LabelDoubt;
import dev.inkling.train.CrossValidation;
import dev.inkling.train.QuickNetwork;
import java.util.List;

/**
 * How many wrong labels are found: labels of images are changed to others, and those that are then
 * doubted are counted. What was wrong before counts as right.
 */
final class LabelBench {
  private static final int IMAGES = 20_000;

  /** Part of the labels that are changed. */
  private static final double WRONG = 0.05;

  private static final int SEEDS = 5;

  private LabelBench() {}

  static List<BenchRow> measure(DataSet data) {
    Digits all = data.toLearn();
    Digits images = all.range(0, Math.min(IMAGES, all.count()));
    double[] seconds = new double[SEEDS];
    double[] precision = new double[SEEDS];
    double[] recall = new double[SEEDS];
    double[] mended = new double[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      Digits wrong = wrong(images, seed + 1);
      long begin = System.nanoTime();
      float[][] read = read(wrong, seed + 1);
      List<LabelDoubt> doubts = ConfidentLearning.of(read, wrong).doubts();
      seconds[seed] = (System.nanoTime() - begin) / 1e9;
      double found = doubts.stream().filter(d -> d.given() != images.label(d.image())).count();
      double right = doubts.stream().filter(d -> d.suggested() == images.label(d.image())).count();
      precision[seed] = 100 * found / doubts.size();
      recall[seed] = 100 * found / Math.round(WRONG * images.count());
      mended[seed] = 100 * right / found;
    }
    return List.of(
        BenchRow.of("labels", "s", seconds),
        BenchRow.of("labels-precision", "%", precision),
        BenchRow.of("labels-recall", "%", recall),
        BenchRow.of("labels-mended-right", "%", mended));
  }

  private static float[][] read(Digits images, int seed) {
    return new CrossValidation(QuickNetwork.USUAL, images, seed, _ -> {}).run().orElseThrow();
  }

  private static Digits wrong(Digits images, int seed) {
    DataSet all = new DataSet("", null, images, images.range(0, 0), images.range(0, 0));
    return new Lesson(1, WRONG, 0, null, seed).of(all).train();
  }
}
