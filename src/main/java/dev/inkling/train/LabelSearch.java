package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.ConfidentLearning;
import dev.inkling.evaluate.LabelDoubts;
import dev.inkling.text.Problem;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Looks for wrong labels: networks read what they have not learned from ({@link CrossValidation}),
 * and what they are sure of is compared with the labels ({@link ConfidentLearning}).
 */
public final class LabelSearch {
  /** Fewer say nothing: each network is to see some images of each class. */
  private static final int FEWEST = 10 * CrossValidation.FOLDS;

  private static final long SEED = 1;

  private final Digits images;
  private final CrossValidation reading;

  /**
   * A search that has not begun.
   *
   * @param network that reads the images
   * @param progress hears what part is done, 0…1, on the thread that searches
   * @throws Problem when there are too few images
   */
  public LabelSearch(QuickNetwork network, Digits images, DoubleConsumer progress) {
    if (!isPossible(images.count())) {
      throw new Problem("problem.labels.few", images.count(), FEWEST);
    }
    this.images = images;
    reading = new CrossValidation(network, images, SEED, progress);
  }

  /** False for fewer images than say anything. */
  public static boolean isPossible(int images) {
    return images >= FEWEST;
  }

  /** Asks to stop, from any thread. */
  public void stop() {
    reading.stop();
  }

  /** Searches; empty when it was stopped. The same images give the same doubts. */
  public Optional<LabelDoubts> run() {
    return reading
        .run()
        .map(read -> new LabelDoubts(images, ConfidentLearning.of(read, images).doubts()));
  }
}
