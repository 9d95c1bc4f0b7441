package dev.inkling.kernel;

import dev.inkling.kernel.Kernels.Images;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Many images, each of which is computed alone, by several threads with a {@link SingleImage} each.
 * What comes out of an image is the same whoever takes it.
 */
public final class SingleImages implements AutoCloseable {
  /** Images that a thread takes at a time. */
  private static final int TAKEN = 8;

  private final Crew crew;
  private final List<SingleImage> networks;

  /**
   * A network for pictures of one size.
   *
   * @param parts at least one
   * @param threads that compute, the one that asks being one of them
   * @param areHelped whether each of them has another one help it with each image
   */
  public SingleImages(
      List<SingleImage.Part> parts,
      int channels,
      int height,
      int width,
      int threads,
      boolean areHelped) {
    networks =
        IntStream.range(0, threads)
            .mapToObj(_ -> new SingleImage(parts, channels, height, width, areHelped))
            .toList();
    crew = new Crew(threads);
  }

  /**
   * Takes images through the first layers.
   *
   * @param depth how many layers
   * @return (count, channels, height, width) of the last of them
   */
  public float[] forward(Images images, int count, int depth) {
    float[] result = new float[count * networks.getFirst().size(depth)];
    AtomicInteger next = new AtomicInteger();
    crew.share(
        worker -> {
          for (int from = next.getAndAdd(TAKEN); from < count; from = next.getAndAdd(TAKEN)) {
            networks
                .get(worker)
                .forward(images, from, Math.min(count, from + TAKEN), depth, result);
          }
        });
    return result;
  }

  /** How many layers there are. */
  public int depth() {
    return networks.getFirst().depth();
  }

  @Override
  public void close() {
    crew.close();
    networks.forEach(SingleImage::close);
  }
}
