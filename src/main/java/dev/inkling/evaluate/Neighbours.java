package dev.inkling.evaluate;

import dev.inkling.data.Digits;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * Finds the training images that a network takes for the most similar: by the cosine between their
 * features, which are what its last layer with weights is given. Immutable.
 */
public final class Neighbours {
  /** A network without hidden layers has many features; beyond 256 MB fewer images are searched. */
  private static final int MOST_VALUES = 1 << 26;

  private final Digits images;

  /** Of unit length, one image after the other. */
  private final float[] features;

  private Neighbours(Digits images, float[] features) {
    this.images = images;
    this.features = features;
  }

  /**
   * A similar image.
   *
   * @param index of the image among those that are searched
   * @param label its class
   * @param distance 1 less the cosine between the features: 0 for the same direction … 2
   */
  public record Neighbour(int index, int label, double distance) {}

  /**
   * Computes the features of all images, which takes seconds.
   *
   * @param classifier whose features they are
   * @param images to search, such as the training images
   * @param progress hears of how many the features are there
   */
  public static Neighbours of(Classifier classifier, Digits images, IntConsumer progress) {
    int width = classifier.featureCount();
    Digits searched = images.range(0, Math.min(images.count(), MOST_VALUES / width));
    float[] features = classifier.features(searched, progress);
    for (int i = 0; i < searched.count(); i++) {
      normalize(features, i * width, width);
    }
    return new Neighbours(searched, features);
  }

  /** The images that are searched. */
  public Digits images() {
    return images;
  }

  /**
   * The most similar images, the most similar first; of equal ones the lower index.
   *
   * @param classifier of the model that the features are of
   * @param framed 28×28
   * @param k how many, at most as many as there are
   */
  public List<Neighbour> nearest(Classifier classifier, GreyImage framed, int k) {
    float[] wanted = classifier.features(framed);
    normalize(wanted, 0, wanted.length);
    Comparator<Neighbour> nearestFirst =
        Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::index);
    PriorityQueue<Neighbour> best = new PriorityQueue<>(nearestFirst.reversed());
    for (int i = 0; i < images.count(); i++) {
      double distance = 1 - product(wanted, i * wanted.length);
      if (best.size() < k || distance < best.peek().distance) {
        best.add(new Neighbour(i, images.label(i), distance));
        if (best.size() > k) {
          best.poll();
        }
      }
    }
    List<Neighbour> result = new ArrayList<>(best);
    result.sort(nearestFirst);
    return result;
  }

  private double product(float[] wanted, int at) {
    float product = 0;
    for (int f = 0; f < wanted.length; f++) {
      product += wanted[f] * features[at + f];
    }
    return product;
  }

  /** Brings features to unit length; where all are 0 they stay so, and are far from everything. */
  private static void normalize(float[] features, int at, int width) {
    double squared = 0;
    for (int f = at; f < at + width; f++) {
      squared += features[f] * features[f];
    }
    if (squared > 0) {
      for (int f = at; f < at + width; f++) {
        features[f] = (float) (features[f] / Math.sqrt(squared));
      }
    }
  }
}
