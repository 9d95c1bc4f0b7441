package dev.inkling.explain;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.MapFeatures;
import dev.inkling.model.Classifier;

/**
 * What a network, as it was after an epoch, makes of some images.
 *
 * @param features what its last layer with weights is given, made fewer where they are many
 * @param read the class that is the most probable, of each image
 */
public record EpochLook(MapFeatures features, int[] read) {
  /** Puts images through a network. */
  public static EpochLook of(Classifier classifier, Digits images) {
    MapFeatures features = MapFeatures.of(classifier, images, _ -> {});
    float[][] probabilities = classifier.probabilities(images, _ -> {});
    int[] read = new int[probabilities.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = Evaluation.best(probabilities[i]);
    }
    return new EpochLook(features, read);
  }

  /** How many of the images are read as what they are. */
  public int right(Digits images) {
    int right = 0;
    for (int i = 0; i < read.length; i++) {
      right += images.label(i) == read[i] ? 1 : 0;
    }
    return right;
  }
}
