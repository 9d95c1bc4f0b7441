package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.model.Normalization;
import dev.inkling.text.Thrown;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The training images of one epoch, shuffled and cut into batches. The next batch is made on
 * another thread while the engine works on the present one; where a network computes on threads of
 * its own, these make it together, in between: one more thread than there are processors would hold
 * up all that wait for each other.
 */
final class Batches {
  private final Digits digits;
  private final Normalization normalization;
  private final Augmenter augmenter;
  private final int classes;
  private final int epoch;
  private final int batchSize;
  private final float smoothing;
  private final int[] order;
  private final Executor executor;
  private final Sharing sharing;
  private @Nullable CompletableFuture<Batch> next;
  private int position;

  /** Does what has a number, for each number below a count. */
  @FunctionalInterface
  interface Sharing {
    void share(int count, IntConsumer task);
  }

  /**
   * A batch.
   *
   * @param input normalized pixels, (count, 1, 28, 28) row-major
   * @param targets probabilities that the network should give, (count, classes) row-major
   * @param labels a class for each image, or {@link Digits#NONE}
   */
  record Batch(int count, float[] input, float[] targets, int[] labels) {
    /** Mean entropy of the targets, in nats: the least cross-entropy there can be, 0 if one-hot. */
    double entropy() {
      double sum = 0;
      for (float target : targets) {
        sum -= target == 0 ? 0 : target * Math.log(target);
      }
      return sum / count;
    }
  }

  Batches(
      Digits digits,
      Normalization normalization,
      Augmenter augmenter,
      int batchSize,
      double smoothing,
      long seed,
      int epoch,
      Executor executor,
      Sharing sharing) {
    this.digits = digits;
    classes = digits.classCount();
    this.normalization = normalization;
    this.augmenter = augmenter;
    this.batchSize = batchSize;
    this.smoothing = (float) smoothing;
    this.epoch = epoch;
    this.executor = executor;
    this.sharing = sharing;
    order = shuffled(digits.count(), seed * 31 + epoch);
    prepare();
  }

  /** The next batch, or null after the last. */
  @Nullable Batch next() {
    if (next == null) {
      return null;
    }
    Batch batch = Thrown.join(next);
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
    float[] targets = new float[count * classes];
    int[] labels = new int[count];
    Batch batch = new Batch(count, input, targets, labels);
    sharing.share(count, i -> make(batch, i, order[from + i]));
    return batch;
  }

  private void make(Batch batch, int i, int image) {
    batch.labels[i] = digits.label(image);
    int at = i * Digits.PIXELS;
    augmenter.write(digits, image, epoch, batch.input, at);
    normalization.apply(batch.input, at, Digits.PIXELS);
    setTarget(batch.targets, i * classes, batch.labels[i]);
  }

  /** All classes alike for what is of none; else the class, or most of it. */
  private void setTarget(float[] targets, int at, int label) {
    float shared = label == Digits.NONE ? 1 : smoothing;
    Arrays.fill(targets, at, at + classes, shared / classes);
    if (label != Digits.NONE) {
      targets[at + label] += 1 - shared;
    }
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
