package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.model.Normalization;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The training images of one epoch, shuffled and cut into batches. The next batch is made on
 * another thread while the engine works on the present one.
 */
final class Batches {
  private final Digits digits;
  private final Normalization normalization;
  private final Augmenter augmenter;
  private final int epoch;
  private final int batchSize;
  private final int[] order;
  private final Executor executor;
  private CompletableFuture<Batch> next;
  private int position;

  /**
   * A batch.
   *
   * @param input normalized pixels, (count, 1, 28, 28) row-major
   * @param labels one-hot, (count, 10) row-major
   */
  record Batch(int count, float[] input, float[] labels) {}

  Batches(
      Digits digits,
      Normalization normalization,
      Augmenter augmenter,
      int batchSize,
      long seed,
      int epoch,
      Executor executor) {
    this.digits = digits;
    this.normalization = normalization;
    this.augmenter = augmenter;
    this.batchSize = batchSize;
    this.epoch = epoch;
    this.executor = executor;
    order = shuffled(digits.count(), seed * 31 + epoch);
    prepare();
  }

  /** The next batch, or null after the last. */
  Batch next() {
    if (next == null) {
      return null;
    }
    Batch batch = next.join();
    prepare();
    return batch;
  }

  private void prepare() {
    int from = position;
    int count = Math.min(batchSize, order.length - from);
    position += count;
    next = count == 0 ? null : CompletableFuture.supplyAsync(() -> make(from, count), executor);
  }

  private Batch make(int from, int count) {
    float[] input = new float[count * Digits.PIXELS];
    float[] labels = new float[count * Digits.CLASSES];
    for (int i = 0; i < count; i++) {
      int image = order[from + i];
      augmenter.write(digits, image, epoch, input, i * Digits.PIXELS);
      labels[i * Digits.CLASSES + digits.label(image)] = 1;
    }
    for (int p = 0; p < input.length; p++) {
      input[p] = normalization.apply(input[p]);
    }
    return new Batch(count, input, labels);
  }

  /** 0…n−1 in random order (Fisher and Yates). */
  private static int[] shuffled(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
