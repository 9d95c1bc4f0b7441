package dev.inkling.explain;

import dev.inkling.data.Digits;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.model.Classifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What ink an answer rests on: a patch of blank paper is laid on every place of the picture, and
 * what that changes is written down (Zeiler and Fergus: Visualizing and Understanding Convolutional
 * Networks, 2014). The change is measured in log-odds, the weight of evidence (Robnik-Šikonja and
 * Kononenko: Explaining Classifications for Individual Instances, 2008): a network that is sure
 * hardly moves its probability, but its odds all the more.
 *
 * <p>It needs no gradients, works for every architecture and answers for all classes at once and to
 * the pixel. Grad-CAM (Selvaraju et al., 2017) would see no finer than the maps of the last
 * convolution, which are 7×7 in two of the networks here.
 *
 * @param evidence {@code evidence[class][y * 28 + x]}: by how much the class's log-odds, in nats,
 *     fall when the pixel is hidden, the mean over all patches that hide it; above 0 where ink
 *     speaks for the class, below 0 where it speaks against it, 0 where no ink is near
 */
public record Occlusion(float[][] evidence) {
  /** Side of the patch, in pixels: a stroke is 2 to 4 wide. */
  public static final int PATCH = 5;

  /** Keeps odds of nothing finite: the smallest probability that float counts in full. */
  private static final double SMALLEST = Float.MIN_NORMAL;

  /**
   * Looks at one picture; a few hundred pictures go through the network.
   *
   * @param framed 28×28
   */
  public static Occlusion of(GreyImage framed, Classifier classifier) {
    List<Box> patches = patchesOverInk(framed);
    List<GreyImage> pictures = new ArrayList<>(patches.size() + 1);
    pictures.add(framed);
    patches.forEach(patch -> pictures.add(hide(framed, patch)));
    float[][] answers = classifier.probabilities(pictures);

    float[][] evidence = new float[answers[0].length][Digits.PIXELS];
    for (int k = 0; k < evidence.length; k++) {
      double whole = logOdds(answers[0], k);
      for (int i = 0; i < patches.size(); i++) {
        add(evidence[k], patches.get(i), (float) (whole - logOdds(answers[i + 1], k)));
      }
    }
    return new Occlusion(evidence);
  }

  /** The largest absolute evidence for or against a class, what a colour scale ends at. */
  public float strongest(int digit) {
    float strongest = 0;
    for (float value : evidence[digit]) {
      strongest = Math.max(strongest, Math.abs(value));
    }
    return strongest;
  }

  /** Every place of the patch that hides ink, cut at the picture's border. */
  private static List<Box> patchesOverInk(GreyImage framed) {
    List<Box> patches = new ArrayList<>();
    for (int y = 1 - PATCH; y < Framing.SIZE; y++) {
      for (int x = 1 - PATCH; x < Framing.SIZE; x++) {
        Box patch = within(x, y);
        if (framed.crop(patch).inkBox() != null) {
          patches.add(patch);
        }
      }
    }
    return patches;
  }

  /** The part of a patch that lies on the picture. */
  private static Box within(int x, int y) {
    int left = Math.max(0, x);
    int top = Math.max(0, y);
    int right = Math.min(Framing.SIZE, x + PATCH);
    int bottom = Math.min(Framing.SIZE, y + PATCH);
    return new Box(left, top, right - left, bottom - top);
  }

  private static GreyImage hide(GreyImage framed, Box patch) {
    float[] ink = framed.ink().clone();
    for (int y = patch.y(); y < patch.y() + patch.height(); y++) {
      int from = y * Framing.SIZE + patch.x();
      Arrays.fill(ink, from, from + patch.width(), 0);
    }
    return new GreyImage(Framing.SIZE, Framing.SIZE, ink);
  }

  /** Every pixel lies under PATCH² patches, those that hide no ink among them. */
  private static void add(float[] evidence, Box patch, float change) {
    for (int y = patch.y(); y < patch.y() + patch.height(); y++) {
      for (int x = patch.x(); x < patch.x() + patch.width(); x++) {
        evidence[y * Framing.SIZE + x] += change / (PATCH * PATCH);
      }
    }
  }

  /** log p / (1 − p), the second counted as the sum of the others, which keeps small numbers. */
  private static double logOdds(float[] probabilities, int digit) {
    double others = 0;
    for (int k = 0; k < probabilities.length; k++) {
      others += k == digit ? 0 : probabilities[k];
    }
    return Math.log(Math.max(SMALLEST, probabilities[digit]))
        - Math.log(Math.max(SMALLEST, others));
  }
}
