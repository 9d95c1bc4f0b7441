package dev.inkling.evaluate;

import dev.inkling.data.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds labels that are probably wrong by what networks that have not learned from the images say
 * of them: Northcutt, Jiang, Chuang: Confident Learning: Estimating Uncertainty in Dataset Labels,
 * Journal of Artificial Intelligence Research 70, 2021. Labels are doubted by its method <i>prune
 * by noise rate</i>, in the order of the normalized margin.
 *
 * @param thresholds of each class: what networks give it on the average where it is the label
 * @param joint {@code joint[i][j]} images of label i are counted to be of class j, by being at
 *     least as probable as is usual there
 * @param doubts the labels that are doubted, the most doubtful first
 */
public record ConfidentLearning(double[] thresholds, int[][] joint, List<LabelDoubt> doubts) {
  public ConfidentLearning {
    doubts = List.copyOf(doubts);
  }

  /**
   * Doubts labels.
   *
   * @param probabilities of each class for each image, by a network that has not learned from it
   * @param digits the images; those without a class are left out
   */
  public static ConfidentLearning of(float[][] probabilities, Digits digits) {
    List<List<Integer>> byLabel = byLabel(digits);
    double[] thresholds = thresholds(probabilities, byLabel);
    int[][] joint = joint(probabilities, byLabel, thresholds);
    return new ConfidentLearning(thresholds, joint, doubts(probabilities, byLabel, joint));
  }

  private static List<List<Integer>> byLabel(Digits digits) {
    List<List<Integer>> byLabel = new ArrayList<>();
    for (int k = 0; k < digits.classCount(); k++) {
      byLabel.add(new ArrayList<>());
    }
    for (int i = 0; i < digits.count(); i++) {
      if (digits.label(i) != Digits.NONE) {
        byLabel.get(digits.label(i)).add(i);
      }
    }
    return byLabel;
  }

  /** The mean self-confidence; what no image is of is never that probable. */
  private static double[] thresholds(float[][] probabilities, List<List<Integer>> byLabel) {
    double[] thresholds = new double[byLabel.size()];
    for (int k = 0; k < thresholds.length; k++) {
      int label = k;
      thresholds[k] =
          byLabel.get(k).stream().mapToDouble(i -> probabilities[i][label]).average().orElse(2);
    }
    return thresholds;
  }

  private static int[][] joint(
      float[][] probabilities, List<List<Integer>> byLabel, double[] thresholds) {
    int[][] joint = new int[thresholds.length][thresholds.length];
    for (int label = 0; label < joint.length; label++) {
      for (int i : byLabel.get(label)) {
        int sure = sure(probabilities[i], thresholds);
        if (sure >= 0) {
          joint[label][sure]++;
        }
      }
    }
    return joint;
  }

  /** The most probable class of those that reach their thresholds; -1 where none does. */
  private static int sure(float[] probabilities, double[] thresholds) {
    int best = -1;
    for (int k = 0; k < probabilities.length; k++) {
      boolean isBetter = best < 0 || probabilities[k] > probabilities[best];
      best = probabilities[k] >= thresholds[k] && isBetter ? k : best;
    }
    return best;
  }

  private static List<LabelDoubt> doubts(
      float[][] probabilities, List<List<Integer>> byLabel, int[][] joint) {
    Map<Integer, LabelDoubt> found = new LinkedHashMap<>();
    for (int given = 0; given < joint.length; given++) {
      for (int other = 0; other < joint.length; other++) {
        if (given != other) {
          long most = estimated(joint[given], other, byLabel.get(given).size());
          pruned(probabilities, byLabel.get(given), given, other, most)
              .forEach(doubt -> found.merge(doubt.image(), doubt, ConfidentLearning::stronger));
        }
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingDouble(LabelDoubt::doubt)
                .reversed()
                .thenComparingInt(LabelDoubt::image))
        .toList();
  }

  /** Of images with a label, how many are of another class: the joint, calibrated to all. */
  private static long estimated(int[] row, int other, int images) {
    long counted = 0;
    for (int count : row) {
      counted += count;
    }
    return counted == 0 ? 0 : Math.round((double) row[other] / counted * images);
  }

  /** So many images of a label as are estimated to be of another class, by their margins. */
  private static List<LabelDoubt> pruned(
      float[][] probabilities, List<Integer> images, int given, int other, long most) {
    return most == 0
        ? List.of()
        : images.stream()
            .map(i -> doubt(probabilities[i], i, given, other))
            .filter(doubt -> doubt.doubt() > 0)
            .sorted(Comparator.comparingDouble(LabelDoubt::doubt).reversed())
            .limit(most)
            .toList();
  }

  private static LabelDoubt doubt(float[] of, int image, int given, int other) {
    return new LabelDoubt(image, given, other, (double) of[other] - of[given]);
  }

  private static LabelDoubt stronger(LabelDoubt a, LabelDoubt b) {
    return a.doubt() >= b.doubt() ? a : b;
  }
}
