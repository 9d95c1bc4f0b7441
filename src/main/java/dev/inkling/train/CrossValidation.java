package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

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
    Folds folds = Folds.byChance(images.count(), FOLDS, seed);
    try {
      for (int k = 0; k < FOLDS; k++) {
        int part = k;
        folds.judge(part, (others, held) -> read(train(others, part), held), result);
        tell(part, 1);
      }
      return Optional.of(result);
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private Model train(int[] others, int part) {
    return network
        .train(images.only(others), seed + part, done -> tell(part, (1 - READING) * done), gate)
        .orElseThrow(CancellationException::new);
  }

  private void tell(int part, double done) {
    progress.accept((part + done) / FOLDS);
  }

  private float[][] read(Model model, int[] places) {
    try (Classifier classifier = new Classifier(model)) {
      return classifier.probabilities(images.only(places), _ -> {});
    }
  }
}
