package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * What is read in images by networks that have not learned from them: the images are dealt out to
 * {@value #FOLDS} parts, and each part is read by a network that learned from the others.
 */
public final class CrossValidation {
  static final int FOLDS = 5;

  /** Of the time, what reading takes; the rest is training. */
  private static final double READING = 0.1;

  private final QuickNetwork network;
  private final Digits images;
  private final long seed;
  private final DoubleConsumer progress;
  private final Gate gate = new Gate();

  /**
   * Nothing is read yet.
   *
   * @param network that reads them
   * @param seed of how images are dealt out, and of the networks
   * @param progress hears what part is done, 0…1, on the thread that reads
   */
  public CrossValidation(QuickNetwork network, Digits images, long seed, DoubleConsumer progress) {
    this.network = network;
    this.images = images;
    this.seed = seed;
    this.progress = progress;
  }

  /** Asks to stop, from any thread. */
  public void stop() {
    gate.stop();
  }

  /**
   * Reads all images.
   *
   * @return a probability of each class for each image; empty when it was stopped
   */
  public Optional<float[][]> run() {
    float[][] result = new float[images.count()][];
    int[] fold = folds();
    for (int k = 0; k < FOLDS; k++) {
      int part = k;
      int[] held = IntStream.range(0, fold.length).filter(i -> fold[i] == part).toArray();
      int[] others = IntStream.range(0, fold.length).filter(i -> fold[i] != part).toArray();
      Optional<Model> model =
          network.train(
              images.only(others), seed + k, done -> tell(part, (1 - READING) * done), gate);
      if (model.isEmpty()) {
        return Optional.empty();
      }
      read(model.get(), held, result);
      tell(part, 1);
    }
    return Optional.of(result);
  }

  private void tell(int part, double done) {
    progress.accept((part + done) / FOLDS);
  }

  private void read(Model model, int[] places, float[][] result) {
    try (Classifier classifier = new Classifier(model)) {
      float[][] read = classifier.probabilities(images.only(places), _ -> {});
      for (int k = 0; k < places.length; k++) {
        result[places[k]] = read[k];
      }
    }
  }

  /** The part of each image: all parts are as large, and which is whose is chance. */
  private int[] folds() {
    SplittableRandom random = new SplittableRandom(seed);
    int[] folds = IntStream.range(0, images.count()).map(i -> i % FOLDS).toArray();
    for (int i = folds.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = folds[i];
      folds[i] = folds[j];
      folds[j] = held;
    }
    return folds;
  }
}
