package dev.inkling.kernel;

import dev.inkling.kernel.SingleImage.Part;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has Java compile what single images are computed with, by computing some, on a thread of its own:
 * before that, a vector is an object, and an image takes as long as it would take a hundred later.
 * What is compiled is so for all networks.
 */
final class SingleWarmUp {
  /** Images after which Java has seen enough. */
  private static final int IMAGES = 200;

  /** What is not compiled does not come near so many operations a nanosecond. */
  private static final double LEAST_SPEED = 1;

  /** Nanoseconds after which a machine is too busy for it. */
  private static final long PATIENCE = 60_000_000_000L;

  private static final int SIDE = 16;

  /** Additions and multiplications of {@link #network}, about. */
  private static final double OPERATIONS = 4e6;

  private static final AtomicBoolean IS_BEGUN = new AtomicBoolean();

  private static volatile boolean isOver;

  private SingleWarmUp() {}

  static boolean isOver() {
    return isOver;
  }

  static void begin() {
    if (IS_BEGUN.compareAndSet(false, true)) {
      Thread thread = new Thread(SingleWarmUp::compute, "warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void compute() {
    SingleImage network = network();
    float[] result = new float[network.size(network.depth())];
    long begin = System.nanoTime();
    long before = begin;
    for (int i = 0; before - begin < PATIENCE; i++) {
      network.forward((_, _, _) -> {}, 0, 1, network.depth(), result);
      long now = System.nanoTime();
      if (i >= IMAGES && OPERATIONS / (now - before) > LEAST_SPEED) {
        isOver = true;
        return;
      }
      before = now;
    }
  }

  /** All kinds of parts, with all ways to compute them. */
  private static SingleImage network() {
    return new SingleImage(
        List.of(
            new Part.Filters(16, 5, 1, 2, new float[16 * 25], new float[16], 0),
            new Part.Window(true, 2, 2, 2, 1),
            filters(64, 16, 1),
            new Part.Depthwise(3, 1, 1, new float[64 * 9], new float[64], 1),
            new Part.Sum(1, 1, new float[0], 0),
            filters(48, 64, 2),
            new Part.Sum(1, 2, new float[48 * 64], 0),
            new Part.Window(false, 4, 4, 1, 1),
            new Part.Units(10, new float[480], new float[10], 1)),
        1,
        SIDE,
        SIDE,
        false);
  }

  private static Part filters(int count, int channels, int stride) {
    return new Part.Filters(
        count, 3, stride, 1, new float[count * channels * 9], new float[count], 0);
  }
}
